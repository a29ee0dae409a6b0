from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image, ImageCms

from core.errors import PhotoError
from core.opencv import cv2
from core.photo import Photo, SaveOptions, load_photo, photo_from_array, save_photo, saving_losses
from core.photo.metadata import DIGITAL_SOURCE_TYPE, with_source_type
from tests.core.photo.conftest import file_bytes

Array = NDArray[np.uint8]
Mount = Callable[[str], Path]
_CAN_CARRY_XMP = ["jpg", "png", "tif", "webp", "avif"]

_samples = st.sampled_from([np.uint8, np.uint16]).flatmap(
    lambda kind: st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([3, 4])).flatmap(
        lambda shape: arrays(kind, shape)
    )
)


@settings(max_examples=60, deadline=None)
@given(_samples, st.sampled_from(["png", "tif"]))
def test_lossless_round_trip(tmp_path_factory: pytest.TempPathFactory, samples: NDArray[np.uint8], form: str):
    path = tmp_path_factory.mktemp("round") / f"a.{form}"
    alpha = samples[..., 3] if samples.shape[2] == 4 else None
    save_photo(Photo(samples[..., :3], alpha), path)
    back = load_photo(path)
    np.testing.assert_array_equal(back.pixels, samples[..., :3])
    assert back.pixels.dtype == samples.dtype
    if alpha is None:
        assert back.alpha is None
    else:
        np.testing.assert_array_equal(back.alpha, alpha)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("form", ["png", "tif"])
def test_unedited_photo_keeps_its_values(mode: str, form: str, smooth: Array, tmp_path: Path):
    image = Image.fromarray(smooth)
    image = Image.fromarray(smooth[..., 0].astype(np.uint16) * 201) if mode == "I;16" else image.convert(mode)
    photo = load_photo(file_bytes(image))
    save_photo(photo, tmp_path / f"out.{form}")
    assert load_photo(tmp_path / f"out.{form}").digest == photo.digest


def test_other_programs_read_our_tiff(tmp_path: Path, pixels: Array):
    tifffile = pytest.importorskip("tifffile")
    deep = pixels.astype(np.uint16) * 201
    path = tmp_path / "a.tif"
    save_photo(photo_from_array(deep), path)
    seen = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    assert seen is not None
    np.testing.assert_array_equal(seen[..., ::-1], deep)
    np.testing.assert_array_equal(tifffile.imread(path), deep)


def test_webp_at_full_quality_is_lossless(tmp_path: Path, pixels: Array):
    save_photo(photo_from_array(pixels), tmp_path / "a.webp", SaveOptions(quality=100))
    np.testing.assert_array_equal(load_photo(tmp_path / "a.webp").pixels, pixels)


def test_jpeg_does_not_thin_out_colour(tmp_path: Path):
    """4:4:4: a red line one pixel wide stays as red."""
    line = np.full((32, 32, 3), 128, np.uint8)
    line[:, 16] = (230, 20, 20)
    save_photo(photo_from_array(line), tmp_path / "a.jpg")
    assert np.abs(load_photo(tmp_path / "a.jpg").pixels[:, 16].astype(int) - (230, 20, 20)).max() < 12


def test_grey_stays_grey_unless_it_was_given_colour(tmp_path: Path, smooth: Array):
    photo = load_photo(file_bytes(smooth[..., 0]))
    save_photo(photo, tmp_path / "grey.png")
    assert _mode(tmp_path / "grey.png") == "L"
    save_photo(Photo(smooth, grey=True), tmp_path / "colour.png")
    assert _mode(tmp_path / "colour.png") == "RGB"


def _mode(path: Path) -> str:
    with Image.open(path) as image:
        return image.mode


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
@pytest.mark.parametrize("form", _CAN_CARRY_XMP)
def test_metadata_goes_along(form: str, depth: type, tmp_path: Path, smooth: Array, wide_icc: bytes):
    exif = Image.Exif()
    exif[271], exif[274] = "A maker", 1
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0a comment"
    exif.get_ifd(0x8825)[1] = "N"
    photo = Photo(smooth.astype(depth), icc=wide_icc, exif=exif.tobytes())
    save_photo(photo, tmp_path / f"a.{form}")
    back = load_photo(tmp_path / f"a.{form}")
    kept = Image.Exif()
    kept.load(back.exif or b"")
    assert kept[271] == "A maker"
    assert b"a comment" in bytes(kept.get_ifd(0x8769)[0x9286])
    assert kept.get_ifd(0x8825)[1] == "N"
    assert back.icc == wide_icc
    assert DIGITAL_SOURCE_TYPE in (back.xmp or b"").decode()


def test_grey_profile_goes_along(tmp_path: Path, smooth: Array):
    grey_icc = _grey_profile()
    photo = load_photo(file_bytes(smooth[..., 0], icc_profile=grey_icc))
    assert photo.icc == grey_icc
    for form in ("png", "jpg", "tif"):
        save_photo(photo, tmp_path / f"a.{form}")
        assert load_photo(tmp_path / f"a.{form}").icc == grey_icc


def _grey_profile() -> bytes:
    """A minimal grey profile: sRGB's, relabelled, with its curve as the grey one."""
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    raw[16:20] = b"GRAY"
    where = raw.index(b"rTRC", 128)
    raw[where : where + 4] = b"kTRC"
    return bytes(raw)


_OLD_XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"
  xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:DigitalSourceType="digitalCapture">
<dc:creator><rdf:Seq><rdf:li>J\xc3\xbcrgen &amp; Zo\xc3\xab</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>\0\0"""


@pytest.mark.parametrize("form", _CAN_CARRY_XMP)
def test_old_xmp_is_merged(form: str, tmp_path: Path, smooth: Array):
    photo = load_photo(file_bytes(smooth, "JPEG", xmp=_OLD_XMP))
    assert (photo.width, photo.height) == (48, 64), "the orientation may stand in XMP alone"
    save_photo(photo, tmp_path / f"a.{form}")
    text = (load_photo(tmp_path / f"a.{form}").xmp or b"").decode()
    assert "Jürgen &amp; Zoë" in text
    assert "tiff:Orientation" not in text
    assert "digitalCapture" not in text
    assert text.count(DIGITAL_SOURCE_TYPE) == 1


@pytest.mark.parametrize(
    "packet", [b"", b"not xml", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<x"]
)
def test_damaged_xmp_is_replaced(packet: bytes):
    assert DIGITAL_SOURCE_TYPE.encode() in with_source_type(packet)


def test_source_type_is_written_once():
    once = with_source_type(None)
    assert with_source_type(once).count(DIGITAL_SOURCE_TYPE.encode()) == 1


def test_unedited_photo_says_nothing_of_edits(tmp_path: Path, smooth: Array):
    save_photo(photo_from_array(smooth), tmp_path / "a.png", edited=False)
    assert load_photo(tmp_path / "a.png").xmp is None


def test_metadata_too_long_for_jpeg(tmp_path: Path, smooth: Array):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x927C] = b"m" * 70_000
    photo = Photo(smooth, exif=exif.tobytes(), xmp=_OLD_XMP.replace(b"J", b"J" * 70_000))
    save_photo(photo, tmp_path / "a.jpg")
    assert load_photo(tmp_path / "a.jpg").exif is None
    assert any("too long" in loss for loss in saving_losses(photo, tmp_path / "a.jpg"))


def test_losses_are_told(tmp_path: Path):
    photo = Photo(np.zeros((2, 2, 3), np.uint16), np.zeros((2, 2), np.uint16))
    assert saving_losses(photo, tmp_path / "a.png") == ()
    assert len(saving_losses(photo, tmp_path / "a.jpg")) == 2
    assert any("edited" in loss for loss in saving_losses(photo, tmp_path / "a.bmp"))


def test_transparent_becomes_white_in_jpeg(tmp_path: Path):
    photo = Photo(np.zeros((8, 8, 3), np.uint8), np.zeros((8, 8), np.uint8))
    save_photo(photo, tmp_path / "a.jpg")
    assert load_photo(tmp_path / "a.jpg").pixels.min() > 250


# --- where to, and what if not ---


def _refused(photo: Photo, path: Path) -> str:
    before = sorted(os.listdir(path.parent)) if path.parent.is_dir() else []
    with pytest.raises(PhotoError) as caught:
        save_photo(photo, path)
    assert "\n" not in str(caught.value)
    assert (sorted(os.listdir(path.parent)) if path.parent.is_dir() else []) == before, "something was left"
    return str(caught.value)


def test_source_is_not_overwritten_unless_asked(tmp_path: Path, smooth: Array):
    path = tmp_path / "mine.png"
    path.write_bytes(file_bytes(smooth))
    photo = load_photo(path)
    assert "the photo itself" in _refused(photo, path)
    (tmp_path / "link.png").symlink_to(path)
    assert "the photo itself" in _refused(photo, tmp_path / "link.png")
    save_photo(photo, path, overwrite=True)
    assert load_photo(path).digest == photo.digest


def test_other_files_are_replaced_and_keep_their_rights(tmp_path: Path, smooth: Array):
    path = tmp_path / "old.png"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save_photo(photo_from_array(smooth), path)
    np.testing.assert_array_equal(load_photo(path).pixels, smooth)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_new_files_have_the_usual_rights(tmp_path: Path, smooth: Array):
    (tmp_path / "usual").touch()
    save_photo(photo_from_array(smooth), tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("name", ["a.gif", "a.heic", "a", "a.txt"])
def test_formats_that_cannot_be_written(name: str, tmp_path: Path, smooth: Array):
    assert ".jpg, .png" in _refused(photo_from_array(smooth), tmp_path / name)


def test_folder_that_does_not_exist(tmp_path: Path, smooth: Array):
    assert "does not exist" in _refused(photo_from_array(smooth), tmp_path / "no" / "a.png")


def test_folder_in_the_way(tmp_path: Path, smooth: Array):
    (tmp_path / "a.png").mkdir()
    assert "is a folder" in _refused(photo_from_array(smooth), tmp_path / "a.png")


def test_too_wide_for_webp(tmp_path: Path):
    photo = photo_from_array(np.zeros((1, 16400, 3), np.uint8))
    assert "at most 16383" in _refused(photo, tmp_path / "a.webp")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "may not write"), (errno.EIO, "error")],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failing_disk_leaves_the_old_file(
    number: int, words: str, step: str, tmp_path: Path, smooth: Array, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "a.png"
    path.write_bytes(b"the old file")
    monkeypatch.setattr(os, step, fail)
    assert words in _refused(photo_from_array(smooth), path)
    assert path.read_bytes() == b"the old file"


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mount]:
    """A function that mounts a small tmpfs with the given options, where the system lets us."""
    folder = tmp_path / "mounted"
    folder.mkdir()

    def mount(options: str) -> Path:
        if not sys.platform.startswith("linux") or os.geteuid() != 0:
            pytest.skip("mounting needs root on Linux")
        order = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if subprocess.run(order, capture_output=True, check=False).returncode:
            pytest.skip("tmpfs cannot be mounted here")
        return folder

    yield mount
    if os.path.ismount(folder):
        subprocess.run(["umount", str(folder)], check=True)


def test_disk_that_is_really_full(mounted: Mount, smooth: Array):
    folder = mounted("size=64k")
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3)).astype(np.uint8)
    assert "disk is full" in _refused(photo_from_array(noise), folder / "a.png")


def test_folder_that_is_really_read_only(mounted: Mount, smooth: Array):
    folder = mounted("ro,size=64k")
    assert "may not write into the folder" in _refused(photo_from_array(smooth), folder / "a.png")
