"""The attribute classifiers that ship: two judge packs, features of a third tell how far a face has moved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import PackError

if TYPE_CHECKING:
    from core.models.classifier import Classifier

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "judge"
FEATURES = _FOLDER / "features"
"""Sees a whole picture at once: what it makes of it compares pictures, and faces before and after."""

PICTURE_JUDGE = _FOLDER / "pictures"
LAYOUT_JUDGE = _FOLDER / "layouts"
FACE_JUDGE = _FOLDER / "faces"
"""Judges the thirteen attributes of `core.face_attributes`."""


def open_judge(folder: Path) -> Classifier:
    """The classifier stored in a folder, in fp32 and for use. Raises `PackError` where there is none."""
    from safetensors.torch import load_file  # pyright: ignore[reportUnknownVariableType] - PathLike lacks its type

    from core.models.classifier import Classifier, ClassifierConfig

    if not (folder / "classifier.json").exists():
        raise PackError(
            f"There is no judge in {folder}. Train one (launch.py train classifier) and store it "
            "(python -m training.cli export-judge)."
        )
    config: dict[str, Any] = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
    network = Classifier(ClassifierConfig(**config))
    state = load_file(folder / "classifier.safetensors")
    network.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
    return network.eval()
