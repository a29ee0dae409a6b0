"""The released generators of SemanticStyleGAN made into ours (seasonSH/SemanticStyleGAN, release 1.0.0).

`CelebAMask-HQ-512x512.pt` and the domains adapted from it (BitMoji, MetFaces, Toonify) have one layout. Sizes
are read off the tensors' shapes; what no shape tells is in the file's options, or else is the release's own.
Every function raises `ValueError` with a reason that reads on from “... looks like X, but”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn

from core.models.semantic_stylegan import SemanticConfig, SemanticGenerator, SemanticMapping
from core.packs.foreign import WeightFile
from core.packs.states import State, check_blurs, count

TITLE = "SemanticStyleGAN's generator"
SIGNS = ("pos_embed.weights", "local_nets.1.to_depth.conv.weight", "render_net.convs.0.weight")
"""Tensors that no other kind of file has together."""
LICENCE = (
    "CC BY-NC-SA 4.0 (ByteDance Inc., 2022): not for commercial use; name the authors, and pass on under the "
    "same terms."
)
ORIGIN = (
    "SemanticStyleGAN: Shi, Yang, Wan and Shen, “SemanticStyleGAN: Learning Compositional Generative Priors "
    "for Controllable Image Synthesis and Editing”, CVPR 2022. Code and weights are under the Creative "
    "Commons licence Attribution-NonCommercial-ShareAlike 4.0, and kernels of the code under NVIDIA's "
    "non-commercial one; CelebAMask-HQ, which it was trained on, is for non-commercial research."
)
DIFFERENCES = (
    "The noise maps that the file stores are made anew from a seed, so pictures differ from the authors' in "
    "their finest grain."
)
ROLES: Mapping[str, str] = {"generator": "semantic_generator", "mapping": "semantic_mapping"}
"""What the two networks are called in a pack."""

_PARTS = 13


def recognises(state: State) -> bool:
    """Whether a file holds this kind of network."""
    return all(sign in state for sign in SIGNS)


def official_networks(file: WeightFile) -> dict[str, nn.Module]:
    """Generator and mapping by role, for use."""
    state = file.tensors
    check_blurs(state)
    config = official_config(state, file.options)
    taken = _Taken(state)
    networks = {
        ROLES["generator"]: _filled(SemanticGenerator(config), _generator(taken, config)),
        ROLES["mapping"]: _filled(SemanticMapping(config), _mapping(taken, config)),
    }
    taken.check_rest()
    return networks


def official_config(state: State, options: Mapping[str, object]) -> SemanticConfig:
    """The sizes of a released network; `options` are those of its training, where the file has them."""
    parts = count(state, "local_nets.{}.to_feat.bias")
    if parts != _PARTS:
        raise ValueError(f"it draws {parts} parts and not the {_PARTS} of SemanticStyleGAN")
    if options.get("residual_refine", True) is not True:
        raise ValueError("it was trained without the refinement of label maps, which this network has")
    blocks = count(state, "render_net.to_rgbs.{}.bias")
    widths = [_shape(state, f"render_net.convs.{2 * i}.weight")[:2] for i in range(blocks)]
    features = _shape(state, "local_nets.0.to_feat.conv.weight")[0]
    smallest = _shape(state, "render_net.noises.noise_0")[-1] // 2
    before = [features, *(outputs for outputs, _ in widths[:-1])]
    joined = [i for i, (_, inputs) in enumerate(widths) if inputs != before[i]]
    if len(joined) != 1 or joined == [0] or widths[joined[0]][1] != before[joined[0]] + features:
        raise ValueError("where its features are joined cannot be told from its sizes")
    transparent = options.get("transparent_dims", SemanticConfig.transparent)
    return SemanticConfig(
        parts=parts,
        transparent=_whole_numbers(transparent),
        code_dim=_shape(state, "style.1.weight")[0],
        mapping_layers=_count_from_one(state, "style.{}.weight"),
        frequencies=(_shape(state, "pos_embed.weights")[1] - 2) // 4,
        part_channels=_shape(state, "pos_embed.weights")[0],
        part_layers=count(state, "local_nets.0.linears.{}.conv.weight"),
        coarse_layers=_whole_number(options, "base_layers", SemanticConfig.coarse_layers),
        shape_layers=_whole_number(options, "depth_layers", SemanticConfig.shape_layers),
        coarse_resolution=smallest << joined[0],
        feature_channels=features,
        smallest=smallest,
        channels=tuple(outputs for outputs, _ in widths),
    )


class _Taken:
    """A released file's tensors, and which of them have found their place."""

    def __init__(self, state: State) -> None:
        self.state, self.names = state, set[str]()

    def __call__(self, name: str) -> Tensor:
        if name not in self.state:
            raise ValueError(f"“{name}” is missing")
        self.names.add(name)
        return self.state[name]

    def check_rest(self) -> None:
        """Raises `ValueError` when something is left that is neither a fixed filter nor noise."""
        rest = set(self.state) - self.names
        strange = sorted(name for name in rest if not re.search(r"\.kernel$|^render_net\.noises\.", name))
        if strange:
            raise ValueError(f"it has “{strange[0]}”, which this kind of network does not have")


_LINEAR: Mapping[str, str] = {"weight": "conv.weight", "modulation": "conv.modulation", "bias": "bias"}
_LAYER: Mapping[str, str] = {
    "weight": "conv.weight", "affine_weight": "conv.modulation.weight",
    "affine_bias": "conv.modulation.bias", "bias": "activate.bias",
}  # fmt: skip
_CONV: Mapping[str, str] = {
    "weight": "weight", "modulation": "modulation", "noise_strength": "noise.weight", "bias": "activate.bias",
}  # fmt: skip


def _generator(taken: Callable[[str], Tensor], config: SemanticConfig) -> dict[str, Tensor]:
    """What each part has of its own is stacked."""
    result = {"local.embed": taken("pos_embed.weights")}
    for here, there in _LINEAR.items():
        names = [f"local_nets.{part}.{{}}.{there}" for part in range(config.parts)]
        result[f"local.to_feature.{here}"] = _stack(taken, [name.format("to_feat") for name in names])
        # The background has no depth.
        result[f"local.to_depth.{here}"] = _stack(taken, [name.format("to_depth") for name in names[1:]])
    for layer in range(config.part_layers):
        for here, there in _LAYER.items():
            names = [f"local_nets.{part}.linears.{layer}.{there}" for part in range(config.parts)]
            result[f"local.layers.{layer}.{here}"] = _stack(taken, names)
    for block in range(len(config.channels)):
        place = f"render.blocks.{block}"
        for name, number in (("up", 2 * block), ("conv", 2 * block + 1)):
            for here, there in _CONV.items():
                result[f"{place}.{name}.{here}"] = taken(f"render_net.convs.{number}.{there}")
        for name, outputs in (("to_rgb", "to_rgbs"), ("to_scores", "to_segs")):
            for here, there in _LINEAR.items():
                result[f"{place}.{name}.{here}"] = taken(f"render_net.{outputs}.{block}.{there}")
    return result


def _mapping(taken: Callable[[str], Tensor], config: SemanticConfig) -> dict[str, Tensor]:
    layers = range(config.mapping_layers)
    return {
        f"layers.{i}.{leaf}": taken(f"style.{i + 1}.{leaf}") for i in layers for leaf in ("weight", "bias")
    }


def _stack(taken: Callable[[str], Tensor], names: list[str]) -> Tensor:
    tensors = [taken(name) for name in names]
    if len({tensor.shape for tensor in tensors}) > 1:
        raise ValueError(f"“{names[-1]}” has another size than that of other parts")
    return torch.stack(tensors)


def _filled(network: nn.Module, given: Mapping[str, Tensor]) -> nn.Module:
    """The network with the weights; the released ones have axes of one more than ours."""
    fitting: dict[str, Tensor] = {}
    for name, value in network.state_dict().items():
        tensor = given[name]
        if [n for n in tensor.shape if n != 1] != [n for n in value.shape if n != 1]:
            raise ValueError(f"“{name}” is {list(tensor.shape)} and not {list(value.shape)}")
        fitting[name] = tensor.reshape(value.shape).to(value.dtype)
    network.load_state_dict(fitting)
    return network.eval().requires_grad_(False)


def _shape(state: State, name: str) -> torch.Size:
    if name not in state:
        raise ValueError(f"“{name}” is missing")
    return state[name].shape


def _count_from_one(state: State, pattern: str) -> int:
    found = 0
    while pattern.format(found + 1) in state:
        found += 1
    return found


def _whole_number(options: Mapping[str, object], name: str, default: int) -> int:
    value = options.get(name, default)
    if not isinstance(value, int):
        raise ValueError(f"its option {name} is not a whole number")
    return value


def _whole_numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, (list, tuple)):
        raise ValueError("its option transparent_dims is not a list of parts")
    numbers: list[int] = []
    for part in value:  # pyright: ignore[reportUnknownVariableType] - whatever the file's list holds
        if not isinstance(part, int) or not 0 <= part < _PARTS:
            raise ValueError("its option transparent_dims is not a list of parts")
        numbers.append(part)
    return tuple(numbers)
