"""The window. Knows the document, asks the engine, paints; nothing here computes an edit."""
