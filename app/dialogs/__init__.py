"""The few questions that are worth a window of their own. None blocks the event loop."""
