"""Who judges: our own classifiers, or SMILE's official ones where a pack has them imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import PackError
from core.labels import NUM_LABELS
from core.methods.smile.attributes import ATTRIBUTES
from core.models.classifier import SHOWN_ANYWHERE
from core.models.layers import one_hot
from core.models.mobilenet import AttributeNet
from core.packs import open_pack
from core.render.judge import FEATURES, LAYOUT_JUDGE, PICTURE_JUDGE
from training.common import picture
from training.evaluation.verdicts import Seen, Verdicts

PICTURES, LAYOUTS = "picture_attributes", "map_attributes"
"""The roles of the two classifiers in a pack."""


class Judge(Protocol):
    """Says of pictures, or of label maps, which attributes they show."""

    @property
    def title(self) -> str:
        """Who it is, in a sentence on the figures."""
        ...

    @property
    def sees_layouts(self) -> bool:
        """Whether it judges label maps and not pictures."""
        ...

    def probabilities(self, pictures: Sequence[Seen]) -> NDArray[np.float32]:
        """Probability of every attribute's presence, `(N, 6)`; above a half it counts as present."""
        ...


@dataclass(frozen=True)
class Judges:
    """Who judges pictures, and who layouts."""

    pictures: Judge
    layouts: Judge

    @property
    def note(self) -> str:
        return f"Pictures are judged by {self.pictures.title}, layouts by {self.layouts.title}."


class Panel:
    """Two classifiers that judge together: one looks through windows, one sees a picture whole.

    A window keeps everything out that tells who somebody is and not what they wear. Of what has no window
    smaller than the crop (identity, the amount of hair) the whole picture tells more, at all its pixels.
    """

    title = "our own two classifiers"
    sees_layouts = False

    def __init__(self, whole: Verdicts, windowed: Verdicts) -> None:
        self._whole, self._windowed = whole, windowed

    def probabilities(self, pictures: Sequence[Seen]) -> NDArray[np.float32]:
        """Probability of every attribute's presence, `(N, 6)`; above a half it counts as present."""
        anywhere = np.array([a.name in SHOWN_ANYWHERE for a in ATTRIBUTES])
        whole, windowed = (judge.probabilities(pictures) for judge in (self._whole, self._windowed))
        return np.where(anywhere, whole, windowed)


class OfficialVerdicts:
    """SMILE's classifier with arrays in and out, as its authors call it: one look, no mirror image.

    Of identity it has two opinions, male and female; the mean of the one and of the other's opposite counts,
    which is above a half where male is the likelier.
    """

    def __init__(self, network: AttributeNet, title: str) -> None:
        self._network, self.title = network.eval(), title

    @property
    def sees_layouts(self) -> bool:
        return self._network.config.inputs == NUM_LABELS

    @torch.inference_mode()
    def probabilities(self, pictures: Sequence[Seen]) -> NDArray[np.float32]:
        """Probability of every attribute's presence, `(N, 6)`, in the order of `ATTRIBUTES`."""
        heads = np.concatenate([self._heads(seen) for seen in pictures])
        found = dict(zip(self._network.config.heads, heads.T, strict=True))
        found["identity"] = (found["male"] + 1 - found["female"]) / 2
        return np.stack([found[a.name] for a in ATTRIBUTES], axis=1)

    def _heads(self, seen: Seen) -> NDArray[np.float32]:
        batch = torch.from_numpy(seen[None].copy())
        return self._network(one_hot(batch, NUM_LABELS) if self.sees_layouts else picture(batch)).numpy()


def open_judges(place: str | None = None) -> Judges:
    """Our own judges; or those of the pack in that folder or of that name, our own for what it lacks.

    Raises `PackError` where the pack has neither.
    """
    if place is None:
        return Judges(_own_panel(), Verdicts.open(LAYOUT_JUDGE))
    pack = open_pack(place)
    if not pack.roles & {PICTURES, LAYOUTS}:
        raise PackError(
            f"The model pack {pack.name} has no attribute classifier to judge with. SMILE's are imported by "
            "python launch.py import attribute_rgb_….pth attribute_mask_….pth."
        )

    def official(role: str) -> Judge | None:
        if role not in pack.roles:
            return None
        network = cast(AttributeNet, pack.build(role))
        return OfficialVerdicts(network, f"SMILE's classifier (pack {pack.name})")

    return Judges(official(PICTURES) or _own_panel(), official(LAYOUTS) or Verdicts.open(LAYOUT_JUDGE))


def _own_panel() -> Panel:
    return Panel(whole=Verdicts.open(FEATURES), windowed=Verdicts.open(PICTURE_JUDGE))
