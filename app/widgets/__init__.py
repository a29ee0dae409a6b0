"""What any widget may need: small ones, the theme, what is dropped on them."""
