"""Hypothesis without deadlines: other work may share the machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("semblance", deadline=None, max_examples=40)
settings.load_profile("semblance")
