"""Files out: whole or not at all, and never over the source unless asked."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.atomic import write_atomically, writing_fault
from core.errors import PhotoError
from core.photo.colour import profile_space, to_eight_bits
from core.photo.credentials import sign
from core.photo.encode import Content, encode
from core.photo.formats import FileFormat, format_for
from core.photo.metadata import exif_without_place, with_source_type, xmp_without_place
from core.photo.options import Metadata, SaveOptions
from core.photo.photo import Photo, Pixels
from core.photo.resize import fitted

_JPEG_SEGMENT = 65_500  # what a JPEG holds of EXIF, and of XMP
_DEFAULT = SaveOptions()


def save_photo(
    photo: Photo,
    path: Path,
    options: SaveOptions = _DEFAULT,
    *,
    overwrite: bool = False,
    edited: bool = True,
) -> None:
    """Write the photo in the format of the file name's ending; the file appears whole or not at all.

    An existing file is replaced, but the photo's own source only with `overwrite`. `edited` writes IPTC's
    digital source type into XMP. Raises `PhotoError`, and `CredentialsError` where the file was to be signed
    and cannot be; nothing is left behind then.
    """
    form = format_for(path)
    target = Path(os.path.realpath(path))
    _check_target(photo, path, target, overwrite=overwrite)
    try:
        smaller = _stripped(fitted(photo, options.longest_side), options.metadata)
    except MemoryError as error:
        raise PhotoError(f"This computer's memory is too small to write “{path.name}”.") from error
    data = photo_bytes(smaller, path, quality=options.quality, edited=edited)
    if options.credentials is not None:
        data = sign(data, form, options.credentials, photo.source)
    write_file(data, path)


def photo_bytes(photo: Photo, name: Path, *, quality: int = 95, edited: bool = True) -> bytes:
    """What `save_photo` would write into a file of that name. Raises `PhotoError`."""
    form = format_for(name)
    _check_sides(photo, form)
    try:
        return encode(_content(photo, form, edited=edited), form, quality)
    except MemoryError as error:
        raise PhotoError(f"This computer's memory is too small to write “{name.name}”.") from error
    except (OSError, ValueError) as error:
        raise PhotoError(f"“{name.name}” could not be written as {form.name}: {error}.") from error


def write_file(data: bytes, path: Path) -> None:
    """Write a file whole or not at all. Raises `PhotoError`."""
    try:
        write_atomically(path, data)
    except OSError as error:
        raise PhotoError(writing_fault(error, path)) from error


def _stripped(photo: Photo, metadata: Metadata) -> Photo:
    """The photo with the metadata that is to go along; the colour profile always is."""
    if metadata == "none":
        return replace(photo, exif=None, xmp=None)
    if metadata == "no-place":
        return replace(photo, exif=exif_without_place(photo.exif), xmp=xmp_without_place(photo.xmp))
    return photo


def saving_losses(photo: Photo, path: Path) -> tuple[str, ...]:
    """Plain sentences on what a file of this name cannot keep of the photo; empty when it keeps all."""
    form = format_for(path)
    losses: list[str] = []
    if photo.pixels.dtype == np.uint16 and not form.deep:
        losses.append(f"{form.name} holds 8 bits a channel; the photo has 16.")
    if photo.alpha is not None and not form.alpha:
        losses.append(f"{form.name} has no transparency; transparent parts become white.")
    if not form.metadata:
        losses.append(f"{form.name} keeps no colour profile, camera notes or note that the photo was edited.")
    if form.name == "JPEG" and len(photo.exif or b"") > _JPEG_SEGMENT:
        losses.append("The camera's notes are too long for JPEG and are left out.")
    return tuple(losses)


def _check_target(photo: Photo, path: Path, target: Path, *, overwrite: bool) -> None:
    if target.is_dir():
        raise PhotoError(f"“{path}” is a folder; a file name is needed.")
    if not target.parent.is_dir():
        raise PhotoError(f"The folder “{target.parent}” does not exist.")
    if not overwrite and _same_file(photo.source, target):
        raise PhotoError(f"“{path.name}” is the photo itself. Choose another name, or ask to overwrite it.")


def _same_file(source: Path | None, target: Path) -> bool:
    if source is None:
        return False
    try:
        return os.path.samefile(source, target)
    except OSError:
        return False


def _check_sides(photo: Photo, form: FileFormat) -> None:
    if max(photo.width, photo.height) > form.max_side:
        raise PhotoError(
            f"{form.name} pictures have at most {form.max_side} pixels a side; this one is "
            f"{photo.width} × {photo.height}. Choose PNG or TIFF."
        )


def _content(photo: Photo, form: FileFormat, *, edited: bool) -> Content:
    space = profile_space(photo.icc) if photo.icc else ""
    one_channel = photo.grey and photo.alpha is None and space != "RGB" and _is_grey(photo.pixels)
    samples: Pixels = photo.pixels if form.deep else to_eight_bits(photo.pixels)
    if one_channel:
        samples = samples[..., 0]
    elif photo.alpha is not None:
        alpha = photo.alpha if form.deep else to_eight_bits(photo.alpha)
        samples = np.dstack([samples, alpha]) if form.alpha else _on_white(samples, alpha)
    icc = photo.icc if space == ("L" if one_channel else "RGB") or (one_channel and not space) else None
    exif, xmp = photo.exif, with_source_type(photo.xmp) if edited else photo.xmp
    if form.name == "JPEG":
        exif = exif if len(exif or b"") <= _JPEG_SEGMENT else None
        if xmp and len(xmp) > _JPEG_SEGMENT:
            xmp = with_source_type(None) if edited else None
    return Content(np.ascontiguousarray(samples), icc, exif, xmp)


def _is_grey(pixels: Pixels) -> bool:
    return bool((pixels == pixels[..., :1]).all())


def _on_white(samples: Pixels, alpha: Pixels) -> Pixels:
    cover = alpha[..., None].astype(np.float32) / 255
    return np.rint(samples * cover + 255 * (1 - cover)).astype(np.uint8)
