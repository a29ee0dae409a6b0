"""Semblance's engine: photo, faces, document, networks, rendering. No Qt in here."""
