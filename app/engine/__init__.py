"""What works behind the window: worker threads, what they are asked, and what becomes of it."""
