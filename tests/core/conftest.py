"""A tiny pack with random weights, a drawn face, and stand-ins that find and read it.

Random networks find no faces and parse nothing sensible, so finding and parsing are replaced by looking at
the drawing's colours; styles and pictures come from the real, if tiny, networks.
"""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import settings
from numpy.typing import NDArray

from core.face import Detection, FacePoints
from core.labels import NUM_LABELS, Label, palette
from core.methods.smile.directions import CENTRE, LEVEL, READING, STEP
from core.models.parser import Parser, ParserConfig
from core.models.smile_placed import PlacedGenerator, PlacedStyleEncoder
from core.models.smile_sem import SemConfig, SemGenerator, SemMapping, SemStyleEncoder
from core.models.smile_syn import SynConfig, SynMapping
from core.opencv import cv2
from core.packs import DirectionEntry, Pack, write_pack
from core.photo import Photo, photo_from_array
from core.render.device import DeviceChoice
from core.render.engine import Engine
from core.render.reader import FaceReader, Parsed

# Without deadlines: other work may share the machine.
settings.register_profile("semblance", deadline=None, max_examples=40)
settings.load_profile("semblance")
torch.set_num_threads(1)  # the networks are tiny, and threads that wait for each other are slow

EYES = np.array([[96.0, 121.5], [160.0, 121.5]])
POINTS = np.array([[96, 121.5], [160, 121.5], [128, 160], [104, 190], [152, 190]])
"""Where the five points of an aligned face lie in its crop."""


def drawn_map() -> NDArray[np.uint8]:
    """The label map (256, 256) of a face, drawn with ellipses."""
    canvas = np.zeros((256, 256), np.uint8)

    def ellipse(label: Label, x: int, y: int, across: int, down: int) -> None:
        cv2.ellipse(canvas, (x, y), (across, down), 0, 0, 360, int(label), -1)

    ellipse(Label.CLOTH, 128, 275, 110, 50)
    ellipse(Label.HAIR, 128, 120, 88, 105)
    canvas[200:240, 105:151] = Label.NECK
    ellipse(Label.SKIN, 128, 140, 62, 88)
    for label, x in ((Label.R_EYE, 96), (Label.L_EYE, 160)):
        ellipse(label, x, 121, 12, 5)
    for label, x in ((Label.R_BROW, 96), (Label.L_BROW, 160)):
        ellipse(label, x, 104, 16, 4)
    ellipse(Label.NOSE, 128, 150, 10, 20)
    ellipse(Label.L_LIP, 128, 193, 24, 6)
    ellipse(Label.U_LIP, 128, 187, 24, 5)
    return canvas


def moved_points(across: float, down: float, scale: float = 1.0) -> FacePoints:
    """The points of a face whose crop lies at (across, down) in a photo."""
    return FacePoints.from_array(POINTS * scale + np.array([across, down]))


def draw_photo(
    width: int = 400, height: int = 300, centre: tuple[float, float] = (200, 150), scale: float = 1.0
) -> Photo:
    """A photo of the drawn face in the colours of the palette."""
    crop = palette()[drawn_map()]
    matrix = np.array([[scale, 0, centre[0] - 128 * scale], [0, scale, centre[1] - 128 * scale]])
    pixels = cv2.warpAffine(crop, matrix, (width, height), flags=cv2.INTER_NEAREST, borderValue=(32, 34, 40))
    return photo_from_array(np.asarray(pixels, np.uint8))


def _find_by_colour(_: FaceReader, rgb: NDArray[np.uint8]) -> list[Detection]:
    """The drawn face by its eyes' colours: no eyes, no face."""
    centres = [
        np.argwhere((rgb == palette()[label]).all(axis=2)).mean(axis=0)[::-1] + 0.5
        for label in (Label.R_EYE, Label.L_EYE)
        if (rgb == palette()[label]).all(axis=2).any()
    ]
    if len(centres) < 2:
        return []
    scale = (centres[1][0] - centres[0][0]) / (EYES[1, 0] - EYES[0, 0])
    place = (POINTS - EYES.mean(axis=0)) * scale + np.mean(centres, axis=0)
    return [Detection(FacePoints.from_array(place), 0.99)]


def _parse_by_colour(_: FaceReader, crop: NDArray[np.uint8]) -> Parsed:
    colours = palette()[:NUM_LABELS].astype(np.float32)
    distance = (colours**2).sum(axis=1) - 2 * crop.astype(np.float32) @ colours.T
    label_map = distance.argmin(axis=-1).astype(np.uint8)
    return Parsed(label_map, (label_map == Label.EYE_G).astype(np.float32), frozenset())


@pytest.fixture
def drawn_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine find and parse drawn faces."""
    monkeypatch.setattr(FaceReader, "find_faces", _find_by_colour)
    monkeypatch.setattr(FaceReader, "read_mesh", lambda *_: None)
    monkeypatch.setattr(FaceReader, "parse", _parse_by_colour)


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A pack with every role, of random weights."""
    torch.manual_seed(6)
    sem = SemConfig(
        resolution=32,
        channels=(8, 8, 8),
        bottleneck=1,
        skips=1,
        mapping_hidden=8,
        mapping_shared=1,
        mapping_unshared=1,
        encoder_channels=(8, 8, 8),
    )
    syn = SynConfig(
        style_dim=8,
        channels=(8,) * 6,
        mask_hidden=(4,) * 6,
        entry_channels=8,
        layer_channels=4,
        latent_dim=4,
        mapping_hidden=16,
        mapping_layers=2,
        encoder_channels=(4, 8),
    )
    networks = {
        "parser": Parser(ParserConfig(widths=(4, 8, 8), blocks=(0, 1, 1))),
        "sem_generator": SemGenerator(sem),
        "sem_mapping": SemMapping(sem),
        "sem_style": SemStyleEncoder(sem),
        "syn_generator": PlacedGenerator(syn),
        "syn_mapping": SynMapping(syn),
        "syn_style": PlacedStyleEncoder(syn),
    }
    typical = {"styles": torch.randn(3, NUM_LABELS, 8), "valid": torch.ones(3, NUM_LABELS, dtype=torch.bool)}
    return write_pack(
        tmp_path_factory.mktemp("packs") / "tiny",
        networks,
        name="tiny",
        title="Tiny",
        version="1",
        licence="CC0",
        card="# Tiny\n",
        tensors={"typical_styles": typical, "directions": _directions(syn.style_dim)},
        directions={"age": DirectionEntry("Older", "Younger")},
    )


def _directions(size: int) -> dict[str, torch.Tensor]:
    """One direction for a slider and one that goes with identity."""
    tensors = {CENTRE: torch.zeros(NUM_LABELS, size)}
    for name in ("age", "identity"):
        tensors |= {STEP + name: torch.ones(NUM_LABELS, size), READING + name: torch.zeros(NUM_LABELS, size)}
        tensors[LEVEL + name] = torch.tensor(0.5)
    return tensors


@pytest.fixture
def engine(tiny_pack: Pack, drawn_faces: None) -> Engine:
    """An engine on the tiny pack that sees drawn faces, in plain float32 on the CPU."""
    return Engine(tiny_pack, DeviceChoice("cpu"))
