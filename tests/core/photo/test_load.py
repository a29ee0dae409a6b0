from __future__ import annotations

import contextlib
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageCms

from core.errors import PhotoError
from core.opencv import cv2
from core.photo import MAX_PIXELS, load_photo
from core.photo.formats import PILLOW_READERS
from tests.core.photo.conftest import file_bytes

Array = NDArray[np.uint8]


@pytest.mark.parametrize("form", ["PNG", "TIFF", "BMP"])
def test_lossless_formats_give_the_very_pixels(form: str, pixels: Array):
    photo = load_photo(file_bytes(pixels, form))
    assert photo.format == form
    np.testing.assert_array_equal(photo.pixels, pixels)
    assert photo.alpha is None
    assert photo.notices == ()


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF"])
def test_lossy_formats_come_close(form: str, smooth: Array):
    photo = load_photo(file_bytes(smooth, form, quality=95))
    assert np.abs(photo.pixels.astype(int) - smooth).mean() < 2


def test_heic_is_read(smooth: Array):
    """tests/data/gradient.heic is `smooth`, lying on its side by EXIF orientation 6."""
    photo = load_photo(Path(__file__).parents[2] / "data" / "gradient.heic")
    assert photo.format == "HEIC"
    assert np.abs(photo.pixels.astype(int) - np.rot90(smooth, -1)).mean() < 4
    kept = Image.Exif()
    kept.load(photo.exif or b"")
    assert kept[271] == "A maker"


def test_sources_are_paths_bytes_and_files(tmp_path: Path, pixels: Array):
    path = tmp_path / "ein Bild mit Umläuten.png"
    path.write_bytes(file_bytes(pixels))
    assert load_photo(path).source == path
    assert load_photo(str(path)).digest == load_photo(path).digest
    assert load_photo(path.read_bytes()).source is None
    with path.open("rb") as file:
        np.testing.assert_array_equal(load_photo(file).pixels, pixels)


def test_content_decides_not_the_ending(tmp_path: Path, pixels: Array):
    path = tmp_path / "really a png.jpg"
    path.write_bytes(file_bytes(pixels, "PNG"))
    assert load_photo(path).format == "PNG"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["PNG", "TIFF", "JPEG", "WEBP"])
def test_orientation_is_applied_once(form: str, orientation: int):
    upright = np.zeros((32, 48, 3), np.uint8)
    upright[:16, :16], upright[16:, 32:] = (250, 20, 20), (20, 20, 250)
    stored = {
        1: upright, 2: upright[:, ::-1], 3: upright[::-1, ::-1], 4: upright[::-1],
        5: upright.swapaxes(0, 1), 6: np.rot90(upright), 7: upright[::-1, ::-1].swapaxes(0, 1),
        8: np.rot90(upright, -1),
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[274] = orientation
    exif.get_ifd(0x8769).update({0xA002: stored.shape[1], 0xA003: stored.shape[0]})
    options = {"quality": 95} if form in ("JPEG", "WEBP") else {}
    photo = load_photo(file_bytes(np.ascontiguousarray(stored), form, exif=exif.tobytes(), **options))
    assert np.abs(photo.pixels.astype(int) - upright).mean() < 3
    kept = Image.Exif()
    kept.load(photo.exif or b"")
    assert kept[274] == 1
    assert kept.get_ifd(0x8769)[0xA002] == 48


@pytest.mark.parametrize("orientation", [3, 6])
@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_orientation_of_sixteen_bits(form: str, orientation: int, tmp_path: Path):
    from core.photo import Photo, save_photo

    upright = np.arange(5 * 7 * 3, dtype=np.uint16).reshape(5, 7, 3) * 600
    stored = upright[::-1, ::-1] if orientation == 3 else np.rot90(upright)
    exif = Image.Exif()
    exif[274] = orientation
    path = tmp_path / f"a.{form.lower()}"
    save_photo(Photo(np.ascontiguousarray(stored), exif=exif.tobytes()), path)
    np.testing.assert_array_equal(load_photo(path).pixels, upright)


def test_sixteen_bit_colour_is_kept(pixels: Array):
    deep = pixels.astype(np.uint16) * 257 + 3
    for suffix in (".png", ".tiff"):
        photo = load_photo(cv2.imencode(suffix, deep[..., ::-1])[1].tobytes())
        assert photo.pixels.dtype == np.uint16
        np.testing.assert_array_equal(photo.pixels, deep)


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_sixteen_bit_grey_is_kept(form: str):
    values = (np.arange(600, dtype=np.uint16) * 109).reshape(20, 30)
    photo = load_photo(file_bytes(Image.fromarray(values), form))
    assert photo.grey
    np.testing.assert_array_equal(photo.pixels, np.repeat(values[..., None], 3, 2))


def test_sixteen_bit_grey_with_alpha():
    """No library here writes it, so the chunks are laid by hand."""
    values = np.array([[1000, 65535], [40000, 300]], ">u2")
    rows = b"".join(b"\0" + row.tobytes() for row in values.reshape(1, 2, 2))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 16, 4, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    photo = load_photo(data)
    assert photo.pixels[0, :, 0].tolist() == [1000, 40000]
    assert photo.alpha is not None
    assert photo.alpha[0].tolist() == [65535, 300]


def test_alpha_is_kept_and_colours_below_it(pixels: Array):
    rgba = np.dstack([pixels, pixels[..., 0]])
    photo = load_photo(file_bytes(rgba))
    np.testing.assert_array_equal(photo.pixels, pixels)
    np.testing.assert_array_equal(photo.alpha, pixels[..., 0])


def test_palette_with_alpha():
    image = Image.new("P", (4, 2))
    image.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255])
    image.putdata([0, 1, 2, 0, 1, 2, 0, 1])
    photo = load_photo(file_bytes(image, transparency=bytes([255, 128, 0])))
    assert photo.pixels[0, :3].tolist() == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]
    assert photo.alpha is not None
    assert photo.alpha[0, :3].tolist() == [255, 128, 0]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_modes(mode: str, form: str, smooth: Array):
    if (mode, form) == ("LA", "TIFF"):
        pytest.skip("Pillow writes no such TIFF")
    photo = load_photo(file_bytes(Image.fromarray(smooth).convert(mode), form))
    assert photo.pixels.shape == smooth.shape
    assert photo.grey == (mode in ("1", "L", "LA"))
    assert (photo.alpha is not None) == mode.endswith("A")


@pytest.mark.parametrize("form", ["JPEG", "TIFF"])
def test_cmyk_becomes_rgb_with_a_notice(form: str, smooth: Array):
    photo = load_photo(file_bytes(Image.fromarray(smooth).convert("CMYK"), form))
    assert np.abs(photo.pixels.astype(int) - smooth).mean() < 3
    assert "CMYK" in photo.notices[0]
    assert photo.icc is None


def test_first_picture_of_an_animation_with_a_notice():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "green")]
    for form in ("GIF", "WEBP", "PNG"):
        options = {"lossless": True} if form == "WEBP" else {}
        data = file_bytes(frames[0], form, save_all=True, append_images=frames[1:], **options)
        photo = load_photo(data)
        assert photo.pixels[4, 4].tolist() == [255, 0, 0]
        assert "animation of 3 pictures" in photo.notices[0]


def test_pages_of_a_tiff_with_a_notice(pixels: Array):
    page = Image.fromarray(pixels)
    photo = load_photo(file_bytes(page, "TIFF", save_all=True, append_images=[page]))
    assert "2 pages" in photo.notices[0]


@pytest.mark.parametrize("size", [(1, 1), (20000, 15), (15, 20000)])
def test_odd_sizes(size: tuple[int, int]):
    photo = load_photo(file_bytes(Image.new("RGB", size, "teal")))
    assert (photo.width, photo.height) == size


def test_metadata_is_kept(smooth: Array):
    exif = Image.Exif()
    exif[271], exif[306] = "A maker", "2026:01:02 03:04:05"
    exif.get_ifd(0x8825)[1] = "N"
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for form in ("JPEG", "PNG", "TIFF", "WEBP", "AVIF"):
        photo = load_photo(file_bytes(smooth, form, exif=exif.tobytes(), icc_profile=icc))
        kept = Image.Exif()
        kept.load(photo.exif or b"")
        assert (kept[271], kept[306], kept.get_ifd(0x8825)[1]) == ("A maker", "2026:01:02 03:04:05", "N")
        assert photo.icc == icc
        assert 273 not in kept, "where a TIFF's strips lie is nothing to keep"


def test_old_thumbnail_is_not_kept(smooth: Array):
    """It would show the face as it was before the edit."""
    exif = Image.Exif()
    exif[271] = "A maker"
    thumbnail = file_bytes(smooth, "JPEG")
    plain = exif.tobytes()
    assert thumbnail not in (load_photo(file_bytes(smooth, "JPEG", exif=plain + thumbnail)).exif or b"")


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_damaged_exif_does_not_stop_the_photo(smooth: Array):
    data = file_bytes(smooth, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\xff")
    assert load_photo(data).pixels.shape == smooth.shape


def test_profile_of_the_wrong_kind_is_left_out(smooth: Array):
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (lab, b"this is no profile"):
        photo = load_photo(file_bytes(smooth, "PNG", icc_profile=profile))
        assert photo.icc is None
        assert "profile" in photo.notices[0]


# --- what must fail, and how ---


def _refused(source: Path | bytes) -> str:
    with pytest.raises(PhotoError) as caught:
        load_photo(source)
    text = str(caught.value)
    assert "\n" not in text
    assert "Traceback" not in text
    return text


def test_empty_file(tmp_path: Path):
    path = tmp_path / "nothing.jpg"
    path.touch()
    assert _refused(path) == "“nothing.jpg” is empty."
    assert _refused(b"") == "The picture is empty."


def test_text_file_called_jpg(tmp_path: Path):
    path = tmp_path / "letter.jpg"
    path.write_text("Dear Sir or Madam")
    assert _refused(path) == "“letter.jpg” is not a picture that Semblance can read."


def test_missing_file_and_folder(tmp_path: Path):
    assert _refused(tmp_path / "gone.jpg") == "“gone.jpg” does not exist."
    assert "is a folder" in _refused(tmp_path)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_truncated_files(form: str, share: float):
    data = file_bytes(np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8), form)
    _refused(data[: int(len(data) * share)])


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_truncated_sixteen_bits(suffix: str, smooth: Array):
    data = cv2.imencode(suffix, smooth.astype(np.uint16) * 257)[1].tobytes()
    _refused(data[: len(data) // 2])


def test_bomb_is_refused_before_it_is_decoded():
    side = 15_000
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    assert _refused(bomb) == "The picture has 225 megapixels; Semblance opens at most 200."


def test_limit_is_ours_and_pillows_stays_as_it_was(monkeypatch: pytest.MonkeyPatch):
    """Pillow's limit lies below ours, and belongs to the program around us."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    assert load_photo(file_bytes(Image.new("1", (30, 30)))).width == 30
    assert Image.MAX_IMAGE_PIXELS == 10
    assert MAX_PIXELS == 200_000_000


def test_float_pictures_are_refused():
    data = file_bytes(Image.fromarray(np.ones((4, 4), np.float32)), "TIFF")
    assert "32 bits" in _refused(data)


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=400), st.integers(0, 300), st.sampled_from(PILLOW_READERS))
def test_damaged_bytes_give_a_photo_or_a_sentence(noise: bytes, at: int, form: str):
    picture = Image.new("RGB", (16, 16), "olive")
    data = bytearray(file_bytes(picture, form))
    data[at : at + len(noise)] = noise
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # decoders warn before they give up
        with contextlib.suppress(PhotoError):
            load_photo(bytes(data))
