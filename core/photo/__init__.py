"""The one door for pictures: files in, files out, and the way to the networks' colour space and back.

A `Photo` holds the file's own pixel values, upright, at full depth and in the file's own colour space.
"""

from core.photo.colour import from_srgb, to_srgb
from core.photo.credentials import Credentials, check_credentials, credentials_available
from core.photo.formats import MAX_PIXELS, READABLE_SUFFIXES, WRITABLE, FileFormat, format_for
from core.photo.load import load_photo
from core.photo.options import METADATA, Metadata, SaveOptions
from core.photo.photo import Photo, photo_from_array
from core.photo.save import photo_bytes, save_photo, saving_losses, write_file

__all__ = [
    "MAX_PIXELS",
    "METADATA",
    "READABLE_SUFFIXES",
    "WRITABLE",
    "Credentials",
    "FileFormat",
    "Metadata",
    "Photo",
    "SaveOptions",
    "check_credentials",
    "credentials_available",
    "format_for",
    "from_srgb",
    "load_photo",
    "photo_bytes",
    "photo_from_array",
    "save_photo",
    "saving_losses",
    "to_srgb",
    "write_file",
]
