"""The main window: its frame, its table of actions and their keys, its bars."""
