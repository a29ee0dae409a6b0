"""Pixels and metadata to the bytes of a file, one way a format; metadata bytes are the libraries' work."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, PngImagePlugin, TiffImagePlugin

from core.errors import PhotoError
from core.opencv import cv2
from core.photo.formats import FileFormat
from core.photo.photo import Pixels

_EXIF_HEADER = b"Exif\0\0"
_PNG_HEAD = 33  # signature and IHDR, after which other chunks may stand
_TIFF_XMP, _TIFF_ICC = 700, 34675


@dataclass(frozen=True, eq=False)
class Content:
    """What goes into a file: samples (H, W) grey, (H, W, 3) RGB or (H, W, 4) RGBA, uint8 or uint16."""

    samples: Pixels
    icc: bytes | None
    exif: bytes | None
    xmp: bytes | None


def encode(content: Content, form: FileFormat, quality: int) -> bytes:
    """The file's bytes. `quality` 1..100 concerns the lossy formats."""
    encoders: dict[str, Callable[[Content], bytes]] = {
        "JPEG": lambda c: _pillow(c, "JPEG", quality=quality, subsampling=0, optimize=True),
        "WebP": lambda c: _pillow(c, "WEBP", quality=quality, lossless=quality >= 100, exact=True, method=4),
        "AVIF": lambda c: _pillow(c, "AVIF", quality=quality, subsampling="4:4:4"),
        "BMP": lambda c: _pillow(Content(c.samples, None, None, None), "BMP"),
        "PNG": _png,
        "TIFF": _tiff,
    }
    return encoders[form.name](content)


def _pillow(content: Content, name: str, **options: object) -> bytes:
    given = {"icc_profile": content.icc, "exif": content.exif, "xmp": content.xmp}
    buffer = io.BytesIO()
    picture = Image.fromarray(content.samples)
    picture.save(buffer, name, **{k: v for k, v in given.items() if v}, **options)
    return buffer.getvalue()


def _png(content: Content) -> bytes:
    """Through OpenCV: 16 bits, and ten times as fast as Pillow. XMP, which it would put into the wrong kind
    of chunk, is added with Pillow's chunk writer."""
    types: list[int] = []
    metadata: list[NDArray[np.uint8]] = []
    if content.exif:
        types.append(cv2.IMAGE_METADATA_EXIF)
        metadata.append(np.frombuffer(content.exif.removeprefix(_EXIF_HEADER), np.uint8))
    if content.icc:
        types.append(cv2.IMAGE_METADATA_ICCP)
        metadata.append(np.frombuffer(content.icc, np.uint8))
    written, buffer = cv2.imencodeWithMetadata(".png", _bgr(content.samples), types, metadata)
    if not written:
        raise PhotoError("The picture could not be written as PNG.")
    data = buffer.tobytes()
    if not content.xmp:
        return data
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", content.xmp.decode())
    chunks = io.BytesIO()
    for kind, body, *_ in info.chunks:
        PngImagePlugin.putchunk(chunks, kind, body)
    return data[:_PNG_HEAD] + chunks.getvalue() + data[_PNG_HEAD:]


def _bgr(samples: Pixels) -> Pixels:
    if samples.ndim == 2:
        return samples
    order = [2, 1, 0, 3][: samples.shape[2]]
    return np.ascontiguousarray(samples[..., order])


def _tiff(content: Content) -> bytes:
    """One deflated strip behind a directory that Pillow writes: Pillow itself cannot hold RGB of 16 bits."""
    samples = content.samples
    channels = 1 if samples.ndim == 2 else samples.shape[2]
    strip = zlib.compress(_predicted(samples).tobytes(), 1)
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    if content.exif:
        _add_exif(directory, content.exif)
    base = ExifTags.Base
    directory[base.ImageWidth] = samples.shape[1]
    directory[base.ImageLength] = samples.shape[0]
    directory[base.BitsPerSample] = (samples.dtype.itemsize * 8,) * channels
    directory[base.Compression] = 8
    directory[base.PhotometricInterpretation] = 1 if channels == 1 else 2
    directory[base.SamplesPerPixel] = channels
    directory[base.RowsPerStrip] = samples.shape[0]
    directory[base.PlanarConfiguration] = 1
    directory[base.Predictor] = 2
    if channels == 4:
        directory[base.ExtraSamples] = 2
    if content.icc:
        directory[_TIFF_ICC] = content.icc
    if content.xmp:
        directory[_TIFF_XMP] = content.xmp
    directory[base.StripByteCounts] = len(strip)
    directory[base.StripOffsets] = 0  # counted from the directory's end, where the strip goes
    buffer = io.BytesIO()
    directory.save(buffer)
    buffer.write(strip)
    return buffer.getvalue()


def _predicted(samples: Pixels) -> Pixels:
    """TIFF's horizontal differencing, little-endian: each sample less its left neighbour, modulo depth."""
    little = samples.astype(samples.dtype.newbyteorder("<"))
    little[:, 1:] -= samples[:, :-1]
    return little


def _add_exif(directory: TiffImagePlugin.ImageFileDirectory_v2, raw: bytes) -> None:
    exif = Image.Exif()
    exif.load(raw)
    for tag, value in exif.items():
        if tag not in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
            directory[tag] = value
    for tag in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        if tag in exif:
            inner = dict(exif.get_ifd(tag))
            if ExifTags.IFD.Interop in inner:
                inner[ExifTags.IFD.Interop] = exif.get_ifd(ExifTags.IFD.Interop)
            directory[tag] = inner
