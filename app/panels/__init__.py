"""The panels at the window's right side. Each shows the session and calls its methods."""
