"""SeCGAN (Sun et al. 2022): what its backbones share, and what the parser tells the semantic branch.

The generators of `secgan_stargan` and `secgan_attgan` translate pictures, or label maps of twelve segments,
by a difference vector y_diff = y_trg - y_src in {-1, 0, 1}: 0 keeps an attribute (section 3.1). The two
branches differ in channels and in the last activation alone (appendix A.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from core.face_attributes import FACE_ATTRIBUTES
from core.labels import NUM_LABELS, SEGMENTS
from core.models.layers import one_hot

RGB = 3
SLOPE = 0.01
"""Of the backbones' leaky ReLUs, as released."""


@dataclass(frozen=True)
class SecganGeneratorConfig:
    """Sizes of a generator; the defaults are StarGAN's for pictures.

    `inputs` and `outputs` are channels without the attributes': 3 and 3 of the RGB branch, 12 and 12 of the
    semantic one, 15 and 3 of the *concat* baseline (section 4.5). `channels` run from fine to coarse.
    `blocks` residual blocks are StarGAN's; `shortcuts` from the encoder and further `injections` of the
    attributes, both counted from the coarsest decoder layer on, are AttGAN's.
    """

    inputs: int = RGB
    outputs: int = RGB
    attributes: int = len(FACE_ATTRIBUTES)
    channels: tuple[int, ...] = (64, 128, 256)
    blocks: int = 6
    shortcuts: int = 1
    injections: int = 1


@dataclass(frozen=True)
class SecganDiscriminatorConfig:
    """Sizes of a discriminator; the defaults are StarGAN's at 128 pixels.

    Every number of `channels` halves the resolution `size`, which AttGAN's is tied to. `hidden` is the width
    of AttGAN's two heads; `instance_norms` after its convolutions are in its released code and not in the
    paper's table 3.
    """

    inputs: int = RGB
    attributes: int = len(FACE_ATTRIBUTES)
    size: int = 128
    channels: tuple[int, ...] = (64, 128, 256, 512, 1024, 2048)
    hidden: int = 1024
    instance_norms: bool = False


class Opinion(NamedTuple):
    """D_adv's scores `(N, P)`, one a patch, and the logits of D_cls `(N, A)`."""

    scores: Tensor
    attributes: Tensor


def with_planes(x: Tensor, difference: Tensor) -> Tensor:
    """`x` `(N, C, H, W)` with the difference vector `(N, A)` as A more constant channels."""
    planes = difference.to(x.dtype)[:, :, None, None].expand(-1, -1, *x.shape[2:])
    return torch.cat([x, planes], dim=1)


def segment_log_probabilities(logits: Tensor) -> Tensor:
    """log P(x): a parser's logits `(N, 19 or more, H, W)` -> `(N, 12, H, W)` over `SEGMENTS`.

    A segment's probability is the sum of its labels'.
    """
    log_p = logits[:, :NUM_LABELS].float().log_softmax(dim=1)
    parts = [log_p[:, list(labels)] for labels in SEGMENTS.values()]
    return torch.stack([p.logsumexp(dim=1) if p.shape[1] > 1 else p[:, 0] for p in parts], dim=1)


def hard_segments(scores: Tensor) -> Tensor:
    """s: the one-hot form of soft masks or their logarithms, both `(N, 12, H, W)`; no gradient passes."""
    return one_hot(scores.detach().argmax(dim=1), len(SEGMENTS))
