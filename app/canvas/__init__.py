"""The canvas: the photo, what the edits made of it, and the tools that work on it."""
