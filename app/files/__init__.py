"""What comes in and goes out: photos, projects, recent files, autosaves."""
