"""A batch: the queue of photos and its dialog."""
