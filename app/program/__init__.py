"""What the program is before there is a photo: Python itself, settings, logs, memory, the self-test."""
