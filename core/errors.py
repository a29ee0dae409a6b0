"""Errors that are worded for a person. The window and the command line show `str(error)` as it is."""

from __future__ import annotations


class SemblanceError(Exception):
    """Base of every error that a person can cause or mend; its text is one plain sentence or two."""


class PhotoError(SemblanceError):
    """The photo cannot be read or written."""


class ProjectError(PhotoError):
    """A project, or another OpenRaster file, cannot be read or written."""


class VideoError(SemblanceError):
    """The video, or a folder of frames, cannot be read."""


class WriteError(SemblanceError):
    """A result cannot be written."""


class CredentialsError(SemblanceError):
    """The file cannot be signed: the library is missing, or certificate and key do not serve."""


class FaceError(SemblanceError):
    """No usable face where one is needed."""


class EditError(SemblanceError):
    """An edit, a recipe or a document does not make sense."""


class PackError(SemblanceError):
    """A model pack is missing, damaged or of the wrong kind."""


class DeviceError(SemblanceError):
    """The computing device cannot do what was asked (out of memory, not present)."""


class Cancelled(Exception):
    """The job was cancelled by whoever asked for it. Not an error to show."""
