"""The open document: its edits, its past, its references, and what is said of them."""
