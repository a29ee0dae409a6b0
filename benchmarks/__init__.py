"""What `python launch.py bench` runs. Knows core and app; nothing knows it."""
