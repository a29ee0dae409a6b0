"""Size and metadata of saved files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import EditError
from core.photo import METADATA, Photo, SaveOptions, load_photo, photo_from_array, save_photo
from core.photo.metadata import DIGITAL_SOURCE_TYPE
from core.photo.resize import fitted

Array = NDArray[np.uint8]
_GPS, _DETAILS = 0x8825, 0x8769

_XMP_WITH_PLACE = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"
  xmlns:ps="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
  exif:GPSLatitude="52,31.2N" exif:ISOSpeedRatings="100" ps:City="Berlin" dc:format="image/jpeg">
<exif:GPSLongitude>13,24.5E</exif:GPSLongitude><core:Location>Tiergarten</core:Location>
<dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def _photo(pixels: Array, icc: bytes | None = None) -> Photo:
    exif = Image.Exif()
    exif[271] = "A maker"
    exif.get_ifd(_GPS)[1] = "N"
    details = exif.get_ifd(_DETAILS)
    details[0xA002], details[0xA003] = pixels.shape[1], pixels.shape[0]
    return Photo(pixels, icc=icc, exif=exif.tobytes(), xmp=_XMP_WITH_PLACE)


def _saved(photo: Photo, path: Path, **options: object) -> tuple[Photo, Image.Exif, str]:
    save_photo(photo, path, SaveOptions(**options))  # type: ignore[arg-type]  # checked by the class itself
    back = load_photo(path)
    exif = Image.Exif()
    exif.load(back.exif or b"")
    return back, exif, (back.xmp or b"").decode()


@pytest.mark.parametrize("form", ["jpg", "png", "tif", "webp", "avif"])
def test_place_is_left_out_and_all_else_kept(form: str, tmp_path: Path, smooth: Array, wide_icc: bytes):
    back, exif, xmp = _saved(_photo(smooth, wide_icc), tmp_path / f"a.{form}", metadata="no-place")
    assert exif[271] == "A maker"
    assert not exif.get_ifd(_GPS)
    for word in ("GPS", "Berlin", "Tiergarten"):
        assert word not in xmp
    assert "Ada" in xmp
    assert 'exif:ISOSpeedRatings="100"' in xmp
    assert back.icc == wide_icc


@pytest.mark.parametrize("form", ["jpg", "png", "tif", "webp", "avif"])
def test_only_the_profile_and_the_mark(form: str, tmp_path: Path, smooth: Array, wide_icc: bytes):
    back, exif, xmp = _saved(_photo(smooth, wide_icc), tmp_path / f"a.{form}", metadata="none")
    assert 271 not in exif
    assert not exif.get_ifd(_GPS)
    assert "Ada" not in xmp
    assert back.icc == wide_icc


@pytest.mark.parametrize("metadata", METADATA)
def test_the_mark_is_always_there(metadata: str, tmp_path: Path, smooth: Array):
    for photo in (_photo(smooth), photo_from_array(smooth)):
        _, _, xmp = _saved(photo, tmp_path / "a.jpg", metadata=metadata)
        assert xmp.count(DIGITAL_SOURCE_TYPE) == 1


def test_longest_side_shrinks_and_never_enlarges(tmp_path: Path, smooth: Array, wide_icc: bytes):
    photo = _photo(smooth, wide_icc)
    back, exif, _ = _saved(photo, tmp_path / "a.png", longest_side=32)
    assert max(back.width, back.height) == 32
    assert back.icc == wide_icc
    details = exif.get_ifd(_DETAILS)
    assert (details[0xA002], details[0xA003]) == (back.width, back.height)
    assert fitted(photo, 1000) is photo
    assert fitted(photo, None) is photo


def test_sixteen_bits_and_grey_stay(tmp_path: Path):
    ramp = np.linspace(0, 65535, 400).astype(np.uint16)
    pixels = np.repeat(np.tile(ramp, (200, 1))[..., None], 3, 2)
    save_photo(Photo(pixels, grey=True), tmp_path / "a.png", SaveOptions(longest_side=100))
    back = load_photo(tmp_path / "a.png")
    assert back.pixels.dtype == np.uint16
    assert back.grey
    expected = np.linspace(0, 65535, 100)
    np.testing.assert_allclose(back.pixels[25, 4:-4, 0], expected[4:-4], atol=500)
    assert len(np.unique(back.pixels)) > 90


def test_a_flat_colour_stays_itself():
    flat = np.full((300, 401, 3), (17, 200, 254), np.uint8)
    for pixels in (flat, flat.astype(np.uint16) * 257):
        small = fitted(photo_from_array(pixels), 60).pixels
        assert small.shape == (45, 60, 3)
        assert (small == pixels[0, 0]).all()


def test_unseen_colours_do_not_bleed():
    pixels = np.zeros((100, 100, 3), np.uint8)
    pixels[:, :50], pixels[:, 50:] = (0, 255, 0), (200, 30, 30)
    alpha = np.zeros((100, 100), np.uint8)
    alpha[:, 50:] = 255
    small = fitted(Photo(pixels, alpha), 33)
    assert small.alpha is not None
    seen = small.alpha > 16
    assert np.abs(small.pixels[seen].astype(int) - (200, 30, 30)).max() <= 4
    assert (small.pixels[:, :10] == (0, 255, 0)).all()


@pytest.mark.parametrize(
    "wrong", [{"quality": 0}, {"quality": 101}, {"longest_side": 0}, {"metadata": "some"}]
)
def test_wrong_options_are_refused(wrong: dict[str, object]):
    with pytest.raises(EditError):
        SaveOptions(**wrong)  # type: ignore[arg-type]  # wrong on purpose
