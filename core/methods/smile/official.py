"""The released networks of SMILE and BiSeNet: how they are told apart, their sizes, and their tensors' names.

Sizes are read off the tensors' shapes, so that other trainings of the same networks fit as well. Names
follow the tables below: left as the released file has them, right as `core.models` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import torch
from torch import Tensor

from core.labels import NUM_LABELS
from core.methods.smile.attributes import ATTRIBUTES
from core.models.smile_syn import encoder_steps
from core.packs.states import Leaves, Names, State, check_blurs

KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "sem_generator": ("SMILE's SEM generator G", ("from_rgb.weight", "decode.0.conv1.affine.weight")),
    "sem_mapping": ("SMILE's SEM mapping F", ("shared.0.weight", "unshared.0.0.weight")),
    "sem_style": ("SMILE's SEM style encoder S", ("shared.1.conv1.weight", "unshared.0.weight")),
    "sem_discriminator": ("SMILE's SEM discriminator D", ("main.0.weight", "main.1.conv1.weight")),
    "syn": ("SMILE's SYN generator", ("input.0.0.weight", "conv1.conv.spade_gamma.mlp_gamma.0.weight")),
    "attributes": ("SMILE's attribute classifier", ("features.0.0.weight", "classifier00.1.weight")),
    "bisenet": ("the BiSeNet face parser", ("cp.resnet.conv1.weight", "ffm.convblk.conv.weight")),
    "fan": ("the landmark network FAN", ("m0.coordconv.conv.weight", "l0.weight")),
}
"""Kinds of files: what a person calls them, and tensors that no other kind has together."""

OFFICIAL_HEADS: tuple[tuple[str, bool], ...] = (
    ("identity", True),  # Male comes before Female, and “male” is when our identity is on
    ("identity", False),
    ("eyeglasses", False),
    ("eyeglasses", True),
    ("hair", False),
    ("hair", True),
    ("bangs", False),
    ("bangs", True),
    ("earrings", False),
    ("earrings", True),
    ("hat", False),
    ("hat", True),
)
"""The attribute and state of each of the twelve heads of F and S, in the released order."""


def our_head(official: int) -> int:
    """Position among our heads, absence before presence, of a head in the released order."""
    name, present = OFFICIAL_HEADS[official]
    return 2 * [attribute.name for attribute in ATTRIBUTES].index(name) + int(present)


def recognise(state: State) -> str | None:
    """The kind of network (a key of `KINDS`), or None."""
    for kind, (_, signs) in KINDS.items():
        if all(sign in state for sign in signs):
            return kind
    return None


# --- SMILE_SEM --------------------------------------------------------------------------------------------

_BOTTLENECK = 2
_ENCODER_LEAVES: Leaves = {"conv1x1.weight": "shortcut.weight"}
_DECODER_LEAVES: Leaves = {"noise.weight": "noise_strength"}


def sem_generator_names(levels: int) -> Names:
    """G: down blocks, then two that keep the size; the decoder mirrored."""
    down, middle = range(levels), range(_BOTTLENECK)
    encoder = {f"encode.{i}": f"encode.{i}" for i in down}
    encoder |= {f"encode.{levels + i}": f"squeeze.{i}" for i in middle}
    decoder = {f"decode.{i}": f"expand.{i}" for i in middle}
    decoder |= {f"decode.{_BOTTLENECK + i}": f"decode.{i}" for i in down}
    leaves = dict.fromkeys(encoder, _ENCODER_LEAVES) | dict.fromkeys(decoder, _DECODER_LEAVES)
    return Names({"from_rgb": "stem", "to_rgb": "head", **encoder, **decoder}, leaves)


def sem_mapping_names() -> Names:
    heads = {f"unshared.{i}": f"heads.{our_head(i)}" for i in range(len(OFFICIAL_HEADS))}
    return Names({"shared": "shared", **heads})


def sem_style_names(blocks: int) -> Names:
    """S: a convolution, the blocks, an activation without weights, the last convolution, the heads."""
    trunk = {f"shared.{1 + i}": f"trunk.blocks.{i}" for i in range(blocks)}
    heads = {f"unshared.{i}": f"heads.{our_head(i)}" for i in range(len(OFFICIAL_HEADS))}
    ends = {"shared.0": "trunk.stem", f"shared.{blocks + 2}": "trunk.last"}
    return Names({**ends, **trunk, **heads}, dict.fromkeys(trunk, _ENCODER_LEAVES))


# --- SMILE_SYN --------------------------------------------------------------------------------------------

_GAMMA_LEAVES: Leaves = {
    "conv.blending_gamma": "gamma.balance",
    "conv.fc_mu.weight": "gamma.styles.weight",
    "conv.fc_mu.bias": "gamma.styles.bias",
    "conv.style_gamma.0.weight": "gamma.style.weight",
    "conv.style_gamma.0.bias": "gamma.style.bias",
    "conv.spade_gamma.mlp_shared.0.weight": "gamma.mask.shared.weight",
    "conv.spade_gamma.mlp_shared.1.bias": "gamma.mask.shared.bias",
    "conv.spade_gamma.mlp_gamma.0.weight": "gamma.mask.out.weight",
    "conv.spade_gamma.mlp_gamma.0.bias": "gamma.mask.out.bias",
}
_CONV_LEAVES: Leaves = {
    **_GAMMA_LEAVES,
    "conv.weight": "weight",
    "activate.bias": "bias",
    "noise.weight": "noise_strength",
}
_PICTURE_LEAVES: Leaves = {**_GAMMA_LEAVES, "conv.weight": "conv.weight", "bias": "conv.bias"}
_PLAIN: Leaves = {"0.weight": "weight", "1.bias": "bias"}
_DOWN: Leaves = {"1.weight": "conv.weight", "2.bias": "conv.bias"}
_UP: Leaves = {"0.weight": "conv.weight", "2.bias": "conv.bias"}


def syn_generator_names(blocks: int) -> Names:
    """G of SYN. The last block's blending scalars take no part; fixed filters and noise are made anew."""
    convs = {"conv1": "conv"}
    pictures = {"to_rgb1": "picture"}
    for i in range(blocks):
        convs |= {f"convs.{2 * i}": f"blocks.{i}.up", f"convs.{2 * i + 1}": f"blocks.{i}.conv"}
        pictures |= {f"to_rgbs.{i}": f"blocks.{i}.picture"}
    entry = {f"input.{i}": f"entry.down.{i - 1}" for i in (1, 2, 3)}
    leaves: dict[str, Leaves] = {"input.0": _PLAIN, **dict.fromkeys(entry, _DOWN)}
    leaves |= dict.fromkeys(convs, _CONV_LEAVES) | dict.fromkeys(pictures, _PICTURE_LEAVES)
    last = (f"convs.{2 * blocks - 2}", f"convs.{2 * blocks - 1}", f"to_rgbs.{blocks - 1}")
    unused = tuple(re.escape(f"{name}.conv.blending_gamma") for name in last)
    places = {"input.0": "entry.conv", **entry, **convs, **pictures}
    return Names(places, leaves, (r".*\.kernel", *unused))


def syn_mapping_names(layers: int) -> Names:
    return Names({f"style.{1 + i}": f"layers.{i}" for i in range(layers)})


def syn_style_names(steps: int) -> Names:
    places = {"encoder.model.0": "stem"}
    leaves = {"encoder.model.0": _PLAIN}
    for i, up in enumerate(encoder_steps(steps)):
        places[f"encoder.model.{i + 1}"] = f"down.{i}"
        leaves[f"encoder.model.{i + 1}"] = _UP if up else _DOWN
    return Names(places, leaves, (r".*\.kernel",))


def syn_encoder_steps(state: State) -> tuple[bool, ...]:
    """Whether each convolution after the first enlarges, told by where its blur stands."""
    steps: list[bool] = []
    while True:
        place = f"encoder.model.{len(steps) + 1}"
        if f"{place}.0.kernel" in state:
            steps.append(False)
        elif f"{place}.1.kernel" in state:
            steps.append(True)
        else:
            return tuple(steps)


def stack_regions(state: State) -> dict[str, Tensor]:
    """The linear layers that each region has of its own, stacked: `fc_mu.3.weight` -> `fc_mu.weight`."""
    result: dict[str, Tensor] = {}
    for key, value in state.items():
        found = re.fullmatch(r"(.*\.fc_mu)\.(\d+)\.(weight|bias)", key)
        if found is None:
            result[key] = value
        elif found[2] == "0":
            names = [f"{found[1]}.{i}.{found[3]}" for i in range(NUM_LABELS)]
            if any(name not in state for name in names):
                raise ValueError(f"“{found[1]}” lacks the layers of some regions")
            result[f"{found[1]}.{found[3]}"] = torch.stack([state[name] for name in names])
        elif int(found[2]) >= NUM_LABELS:
            raise ValueError(f"it has “{key}”, one region more than the {NUM_LABELS} of a label map")
    return result


def check_syn_blurs(state: State) -> None:
    """As `check_blurs`, with SYN's style encoder, in which some enlarge."""
    steps = enumerate(syn_encoder_steps(state), 1)
    check_blurs(state, {f"encoder.model.{i}.1.kernel" for i, up in steps if up})


# --- the attribute classifier and BiSeNet -------------------------------------------------------------------

_DENSE: Leaves = {"fc.weight": "linear.weight", "fc.bias": "linear.bias"}


def attribute_names(heads: int) -> Names:
    stem = {**_DENSE, **_batch_norm("bn", "norm")}
    head = {f"0.{there}": f"0.{here}" for there, here in stem.items()}
    classifiers = {f"classifier{i:02d}": f"heads.{i}" for i in range(heads)}
    places = {"features": "features", "conv": "widen", "stem": "shared", **classifiers}
    return Names(places, {"stem": stem, **dict.fromkeys(classifiers, head)})


def bisenet_names() -> Names:
    """The parser without the auxiliary heads, which only training needs."""
    unit = _batch_norm("bn", "norm")
    block: Leaves = {
        "conv1.weight": "first.conv.weight",
        **_batch_norm("bn1", "first.norm"),
        "conv2.weight": "conv.weight",
        **_batch_norm("bn2", "norm"),
        "downsample.0.weight": "shortcut.0.weight",
        **_batch_norm("downsample.1", "shortcut.1"),
    }
    attention: Leaves = {
        "conv.conv.weight": "unit.conv.weight",
        **_batch_norm("conv.bn", "unit.norm"),
        "conv_atten.weight": "attend.weight",
        **_batch_norm("bn_atten", "norm"),
    }
    inside = "context.backbone"
    stages = {f"cp.resnet.layer{s + 1}.{b}": f"{inside}.stages.{s}.{b}" for s in range(4) for b in (0, 1)}
    table: Mapping[str, tuple[str, Leaves]] = {
        "cp.resnet.conv1": (f"{inside}.stem.conv", {}),
        "cp.resnet.bn1": (f"{inside}.stem.norm", {}),
        **{there: (here, block) for there, here in stages.items()},
        "cp.arm16": ("context.refine16", attention),
        "cp.arm32": ("context.refine32", attention),
        "cp.conv_avg": ("context.overall", unit),
        "cp.conv_head16": ("context.head16", unit),
        "cp.conv_head32": ("context.head32", unit),
        "ffm.convblk": ("fuse.unit", unit),
        "ffm.conv1": ("fuse.reduce", {}),
        "ffm.conv2": ("fuse.expand", {}),
        "conv_out.conv": ("last", unit),
        "conv_out.conv_out": ("head", {}),
    }
    places = {there: here for there, (here, _) in table.items()}
    leaves = {there: leaf for there, (_, leaf) in table.items()}
    return Names(places, leaves, (r"conv_out(16|32)\..*", r"cp\.resnet\.fc\..*"))


def _batch_norm(there: str, here: str) -> Leaves:
    parts = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
    return {f"{there}.{name}": f"{here}.{name}" for name in parts}
