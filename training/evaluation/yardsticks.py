"""What pictures are compared by: the usual networks where their files are at hand, else our own classifier.

Nothing is fetched. Files are known by the tensors they hold, not by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from core.errors import PackError
from core.packs.foreign import read_weights
from training.common import picture
from training.evaluation.inception import Inception
from training.evaluation.lpips import Lpips, channel_weights
from training.evaluation.verdicts import Seen, Verdicts

OWN = "own classifier"
_SUFFIXES = (".pth", ".pt", ".ckpt", ".safetensors")
_NOT_KEPT = ("fc.", "AuxLogits.", "classifier.", "num_batches_tracked")
_BATCH = 8


@dataclass(frozen=True)
class Yardsticks:
    """Features that distributions are compared by, a distance of two pictures, and what each is made with."""

    features: Callable[[Sequence[Seen]], NDArray[np.float64]]
    distance: Callable[[Seen, Seen], float]
    classes: Callable[[NDArray[np.float64]], NDArray[np.float64]] | None = None
    """Probabilities of Inception's classes from its features; None where its file is not at hand."""
    features_of: str = OWN
    distance_of: str = OWN

    @property
    def frechet_name(self) -> str:
        return "FID" if self.features_of != OWN else "FID (own features)"

    @property
    def kernel_name(self) -> str:
        return "KID" if self.features_of != OWN else "KID (own features)"

    @property
    def distance_name(self) -> str:
        return "LPIPS" if self.distance_of != OWN else "LPIPS (own features)"

    @property
    def note(self) -> str:
        """One sentence for every output."""
        parts = [
            f"FID and KID by {self.features_of if self.features_of != OWN else 'our own classifier'}",
            f"LPIPS by {self.distance_of if self.distance_of != OWN else 'our own classifier'}",
        ]
        if OWN not in (self.features_of, self.distance_of):
            return f"{', '.join(parts)}: the usual networks."
        return (
            f"{', '.join(parts)}. Where that is our own classifier, the formulas are the papers' and figures "
            "compare packs with each other, not with the paper's rows."
        )


def open_yardsticks(verdicts: Verdicts, weights: Path | None = None) -> Yardsticks:
    """Our own classifier's, or those of the files in `weights` (a folder, or one file).

    FID and KID need Inception's file; LPIPS needs AlexNet's and that with the channels' weights. Raises
    `PackError` where `weights` holds neither.
    """
    own = Yardsticks(verdicts.features, verdicts.distance)
    if weights is None:
        return own
    tables = [(path.name, read_weights(path).tensors) for path in _files(weights)]
    inception, lpips = _inception(tables), _lpips(tables)
    if inception is None and lpips is None:
        raise PackError(
            f"{weights} holds neither Inception's weights for FID (pt_inception-2015-12-05….pth) nor both of "
            "LPIPS's files (alexnet-owt-….pth and alex.pth or lpips_weights.ckpt)."
        )
    found = own
    if inception is not None:
        name, network, tensors = inception
        found = replace(found, features=_features(network), features_of=name, classes=_classes(tensors))
    if lpips is not None:
        found = replace(found, distance=_distance(lpips[1]), distance_of=lpips[0])
    return found


_Tables = Sequence[tuple[str, Mapping[str, Tensor]]]


def _files(weights: Path) -> list[Path]:
    if not weights.is_dir():
        return [weights]
    return sorted(path for path in weights.iterdir() if path.suffix in _SUFFIXES)


def _inception(tables: _Tables) -> tuple[str, Inception, Mapping[str, Tensor]] | None:
    for name, tensors in tables:
        if "Mixed_7c.branch_pool.conv.weight" in tensors:
            network = Inception()
            _fill(network, tensors, name)
            return f"Inception ({name})", network, tensors
    return None


def _classes(tensors: Mapping[str, Tensor]) -> Callable[[NDArray[np.float64]], NDArray[np.float64]] | None:
    """The file's last layer on pooled features; None where it was left out."""
    if not {"fc.weight", "fc.bias"} <= tensors.keys():
        return None
    weight, bias = (tensors[name].double() for name in ("fc.weight", "fc.bias"))
    return lambda features: F.linear(torch.from_numpy(features), weight, bias).softmax(dim=1).numpy()


def _lpips(tables: _Tables) -> tuple[str, Lpips] | None:
    alexnet = next(((n, t) for n, t in tables if "features.10.weight" in t), None)
    weights = next(((n, w) for n, t in tables if (w := channel_weights(t)) is not None), None)
    if alexnet is None or weights is None:
        return None
    network = Lpips()
    tensors = {f"weights.{i}": weight for i, weight in enumerate(weights[1])}
    _fill(network, {**alexnet[1], **tensors}, alexnet[0])
    return f"AlexNet ({alexnet[0]}, {weights[0]})", network


def _fill(network: nn.Module, tensors: Mapping[str, Tensor], name: str) -> None:
    kept = {
        key: value.float()
        for key, value in tensors.items()
        if not key.startswith(_NOT_KEPT) and not key.endswith(_NOT_KEPT)
    }
    wanted = {key: value.shape for key, value in network.state_dict().items() if not key.endswith(_NOT_KEPT)}
    if wanted != {key: value.shape for key, value in kept.items()}:
        raise PackError(f"{name} holds another network than the one that figures are compared by.")
    network.load_state_dict(kept, strict=False)
    network.eval()


def _features(network: Inception) -> Callable[[Sequence[Seen]], NDArray[np.float64]]:
    @torch.inference_mode()
    def features(pictures: Sequence[Seen]) -> NDArray[np.float64]:
        parts = (np.stack(pictures[i : i + _BATCH]) for i in range(0, len(pictures), _BATCH))
        return np.concatenate([network(picture(torch.from_numpy(p))).double().numpy() for p in parts])

    return features


def _distance(network: Lpips) -> Callable[[Seen, Seen], float]:
    @torch.inference_mode()
    def distance(first: Seen, second: Seen) -> float:
        a, b = (picture(torch.from_numpy(p[None].copy())) for p in (first, second))
        return float(network(a, b))

    return distance
