"""Files in. One way for every format: identify by content, refuse what is too large, decode, turn upright."""

from __future__ import annotations

import io
import struct
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from pi_heif import HeifImageFile  # pyright: ignore[reportMissingTypeStubs]  # it has annotations, but no marker
from PIL import Image, UnidentifiedImageError
from PIL.ImageFile import ImageFile
from PIL.TiffImagePlugin import TiffImageFile

from core.errors import PhotoError
from core.opencv import cv2
from core.photo import colour
from core.photo.formats import MAX_FILE_BYTES, MAX_PIXELS, PILLOW_READERS
from core.photo.metadata import upright_exif, upright_xmp
from core.photo.openraster import is_ora, merged_image
from core.photo.photo import Photo, Pixels

_ORIENTATION = 274
_TIFF_BITS, _TIFF_PHOTOMETRIC, _TIFF_EXTRA, _TIFF_SAMPLE_FORMAT = 258, 262, 338, 339
# MPO is how phones put a second picture behind a JPEG.
_FORMAT_NAMES = {"MPO": "JPEG", "HEIF": "HEIC", "WEBP": "WebP"}
_ANIMATIONS = ("GIF", "WEBP", "PNG", "AVIF")
_pillow_limit = RLock()


@dataclass
class _Decoded:
    """Pixels as they lie in the file, not yet upright."""

    pixels: Pixels
    alpha: Pixels | None
    grey: bool
    icc: bytes | None
    orientation: int


def load_photo(source: Path | str | bytes | BinaryIO) -> Photo:
    """The photo in a file, in its bytes or in an open binary file.

    Raises `PhotoError` with a sentence for a person when there is none, it is damaged or too large.
    """
    path = Path(source) if isinstance(source, Path | str) else None
    name = f"“{path.name}”" if path is not None else "The picture"
    file = _read(source, name)
    notices: list[str] = []
    data = _flat(file, name, notices)
    with _own_pixel_limit():
        try:
            image = _identify(data)
            _check_size(image, name)
            deep = _is_deep_colour(image)  # asked first: reading a PNG's EXIF decodes it
            turned = image.getexif().get(_ORIENTATION, 1) >= 5
            exif, xmp = _metadata(image, turned, notices)
            _note_frames(image, notices)
            decoded = _decode(image, data if deep else None, name, notices)
        except PhotoError:
            raise
        except UnidentifiedImageError as error:
            raise PhotoError(f"{name} is not a picture that Semblance can read.") from error
        except MemoryError as error:
            raise PhotoError(f"{name} is too large for this computer's memory.") from error
        except Exception as error:  # decoders raise whatever a damaged file makes them stumble over
            raise PhotoError(f"{name} is damaged or incomplete and cannot be read ({error}).") from error
    return Photo(
        pixels=_upright(decoded.pixels, decoded.orientation),
        alpha=None if decoded.alpha is None else _upright(decoded.alpha, decoded.orientation),
        icc=decoded.icc,
        exif=exif,
        xmp=xmp,
        source=path.absolute() if path is not None else None,
        format=_FORMAT_NAMES.get(str(image.format), str(image.format)),
        notices=tuple(notices),
        grey=decoded.grey,
        file=file if path is None else None,
    )


def _flat(file: bytes, name: str, notices: list[str]) -> bytes:
    """The file itself, or of an OpenRaster file the picture of all layers together."""
    if not is_ora(file):
        return file
    notices.append("This is a picture with layers; it is opened as they look together.")
    return merged_image(file, name, MAX_FILE_BYTES)


def _read(source: Path | str | bytes | BinaryIO, name: str) -> bytes:
    try:
        if isinstance(source, bytes):
            data = source
        elif isinstance(source, Path | str):
            data = _read_file(Path(source), name)
        else:
            data = source.read()
    except FileNotFoundError as error:
        raise PhotoError(f"{name} does not exist.") from error
    except PermissionError as error:
        raise PhotoError(f"{name} may not be read by you.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PhotoError(f"{name} cannot be read: {reason}.") from error
    if not data:
        raise PhotoError(f"{name} is empty.")
    return data


def _read_file(path: Path, name: str) -> bytes:
    size = path.stat().st_size
    if path.is_dir():
        raise PhotoError(f"{name} is a folder, not a picture.")
    if not path.is_file():
        raise PhotoError(f"{name} is not a file.")
    if size > MAX_FILE_BYTES:
        raise PhotoError(f"{name} is too large: {size / 1e9:.1f} GB.")
    return path.read_bytes()


@contextmanager
def _own_pixel_limit() -> Generator[None]:
    """Pillow refuses above 179 megapixels and warns above 89; `_check_size` takes its place meanwhile."""
    with _pillow_limit:
        before = Image.MAX_IMAGE_PIXELS
        Image.MAX_IMAGE_PIXELS = None
        try:
            yield
        finally:
            Image.MAX_IMAGE_PIXELS = before


def _identify(data: bytes) -> ImageFile:
    try:
        return Image.open(io.BytesIO(data), formats=PILLOW_READERS)
    except UnidentifiedImageError:
        pass
    try:
        return HeifImageFile(io.BytesIO(data))
    except SyntaxError as error:
        raise UnidentifiedImageError from error


def _check_size(image: ImageFile, name: str) -> None:
    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        raise PhotoError(
            f"{name} has {pixels / 1e6:.0f} megapixels; Semblance opens at most {MAX_PIXELS // 1_000_000}."
        )


def _metadata(image: ImageFile, turned: bool, notices: list[str]) -> tuple[bytes | None, bytes | None]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    try:
        exif = upright_exif(image, turned=turned)
    except (ValueError, TypeError, KeyError, OSError, SyntaxError, struct.error, OverflowError):
        notices.append("The camera's notes (EXIF) are damaged and will not be kept.")
        exif = None
    return exif, upright_xmp(packet)


def _note_frames(image: ImageFile, notices: list[str]) -> None:
    frames = getattr(image, "n_frames", 1)
    if frames > 1 and image.format in _ANIMATIONS:
        notices.append(f"This is an animation of {frames} pictures; only the first one is opened.")
    elif frames > 1 and image.format == "TIFF":
        notices.append(f"The file has {frames} pages; only the first one is opened.")


def _decode(image: ImageFile, deep_data: bytes | None, name: str, notices: list[str]) -> _Decoded:
    icc = _usable_icc(image, notices)
    if image.mode in ("I", "F"):
        raise PhotoError(f"{name} has 32 bits a channel; Semblance opens pictures of 8 or 16 bits.")
    if image.mode.startswith("I;16"):
        return _decode_deep_grey(image, icc)
    if deep_data is not None:
        deep = _decode_deep_colour(image, deep_data, icc)
        if deep is not None:
            return deep
        notices.append("This kind of 16-bit picture is opened with 8 bits a channel.")
    return _decode_shallow(image, icc, notices)


def _usable_icc(image: ImageFile, notices: list[str]) -> bytes | None:
    icc = image.info.get("icc_profile")
    if not icc:
        return None
    wanted = {"1": "L", "LA": "L", "La": "L", "CMYK": "CMYK", "LAB": "LAB"}.get(image.mode, image.mode)
    if wanted.startswith("I;16"):
        wanted = "L"
    elif wanted not in ("L", "CMYK", "LAB"):
        wanted = "RGB"
    space = colour.profile_space(icc)
    if space == wanted or (wanted == "L" and space == "RGB"):
        return icc
    notices.append("The colour profile does not fit the picture and is left out.")
    return None


def _decode_deep_grey(image: ImageFile, icc: bytes | None) -> _Decoded:
    image.load()
    values = np.asarray(image).astype(np.uint16)
    bits = image.tag_v2.get(_TIFF_BITS, (16,))[0] if isinstance(image, TiffImageFile) else 16
    if bits < 16:
        values = (values.astype(np.uint32) * 65535 // ((1 << bits) - 1)).astype(np.uint16)
    return _Decoded(_grey(values), None, True, icc, image.getexif().get(_ORIENTATION, 1))


def _is_deep_colour(image: ImageFile) -> bool:
    """Whether the file has 16 bits where Pillow would hand out 8."""
    if image.mode.startswith("I") or image.mode == "F":
        return False
    if isinstance(image, TiffImageFile):
        return max(image.tag_v2.get(_TIFF_BITS, (8,))) > 8
    return image.format == "PNG" and any("16" in str(tile.args) for tile in image.tile)


def _decode_deep_colour(image: ImageFile, data: bytes, icc: bytes | None) -> _Decoded | None:
    """Through OpenCV, as Pillow cannot hold three channels of 16 bits. None when OpenCV cannot either."""
    tags = image.tag_v2 if isinstance(image, TiffImageFile) else None
    if tags is not None:
        unsigned = set(tags.get(_TIFF_SAMPLE_FORMAT, (1,))) == {1}
        if tags.get(_TIFF_PHOTOMETRIC) != 2 or not unsigned or set(tags[_TIFF_BITS]) != {16}:
            return None
    orientation = 1 if tags is not None else image.getexif().get(_ORIENTATION, 1)  # OpenCV turns TIFFs itself
    # Both: OpenCV returns what it got of a damaged file without a word, Pillow says that it is damaged.
    image.load()
    found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if found is None or found.dtype != np.uint16 or found.ndim != 3:
        return None
    values: NDArray[np.uint16] = found.astype(np.uint16, copy=False)
    pixels = np.ascontiguousarray(values[..., 2::-1])
    alpha = np.ascontiguousarray(values[..., 3]) if values.shape[2] == 4 else None
    if alpha is not None and tags is not None and tags.get(_TIFF_EXTRA) in (1, (1,)):
        pixels = _unpremultiplied(pixels, alpha)
    return _Decoded(pixels, alpha, image.mode == "LA", icc, orientation)


def _unpremultiplied(pixels: NDArray[np.uint16], alpha: NDArray[np.uint16]) -> NDArray[np.uint16]:
    cover = np.maximum(alpha, 1).astype(np.float64)[..., None] / 65535
    return np.minimum(np.rint(pixels / cover), 65535).astype(np.uint16)


def _decode_shallow(file: ImageFile, icc: bytes | None, notices: list[str]) -> _Decoded:
    image: Image.Image = file
    if image.info.get("bit_depth", 8) > 8:
        notices.append("The picture has more than 8 bits a channel; it is opened with 8.")
    image.load()
    orientation = image.getexif().get(_ORIENTATION, 1)  # asked after loading: some decoders turn the picture
    grey = image.mode in ("1", "L", "LA", "La")
    if image.mode == "CMYK":
        notices.append("The picture is in print colours (CMYK); it is edited and saved as RGB.")
        image, icc = (icc and colour.picture_to_srgb(image, icc)) or image.convert("RGB"), None
    elif image.mode == "LAB":
        image, icc = (icc and colour.picture_to_srgb(image, icc)) or colour.lab_to_srgb(image), None
    if image.has_transparency_data:
        values = np.asarray(image.convert("RGBA"), np.uint8)
        pixels = np.ascontiguousarray(values[..., :3])
        return _Decoded(pixels, np.ascontiguousarray(values[..., 3]), grey, icc, orientation)
    return _Decoded(np.asarray(image.convert("RGB"), np.uint8), None, grey, icc, orientation)


def _grey(values: NDArray[np.uint16]) -> NDArray[np.uint16]:
    return np.repeat(values[..., None], 3, 2)


def _upright(array: Pixels, orientation: int) -> Pixels:
    """EXIF orientation 1-8 applied to (H, W) or (H, W, 3); other values mean nothing."""
    if orientation in (5, 6, 7, 8):
        array = array.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    return array
