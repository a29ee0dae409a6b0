"""Released networks made into ours: sizes read off the shapes, weights put in their places.

Every function raises `ValueError` with a reason that reads on from “... looks like X, but”.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from core.labels import BISENET_ORDER, NUM_LABELS
from core.methods.smile.attributes import ATTRIBUTES
from core.methods.smile.official import (
    OFFICIAL_HEADS,
    attribute_names,
    bisenet_names,
    check_syn_blurs,
    sem_generator_names,
    sem_mapping_names,
    sem_style_names,
    stack_regions,
    syn_encoder_steps,
    syn_generator_names,
    syn_mapping_names,
    syn_style_names,
)
from core.models.bisenet import BiSeNet, BiSeNetConfig
from core.models.mobilenet import HEADS, AttributeNet, AttributeNetConfig
from core.models.smile_sem import HeatmapGenerator, SemConfig, SemMapping, SemStyleEncoder
from core.models.smile_syn import SynConfig, SynGenerator, SynMapping, SynStyleEncoder, encoder_steps
from core.packs.states import Names, State, count, part, translate

_BOTTLENECK = 2
_SMALLEST_SKIP = 32
_SYN_GENERATOR = ("input.", "conv1.", "to_rgb1.", "convs.", "to_rgbs.")


def sem_networks(generator: State, mapping: State, style: State) -> dict[str, nn.Module]:
    """G, F and S of SEM by role; their sizes must belong together."""
    config = sem_config(generator, mapping, style)
    levels, blocks = len(config.channels) - 1, len(config.encoder_channels) - 1
    return {
        "sem_generator": _filled(HeatmapGenerator(config), generator, sem_generator_names(levels)),
        "sem_mapping": _filled(SemMapping(config), mapping, sem_mapping_names()),
        "sem_style": _filled(SemStyleEncoder(config), style, sem_style_names(blocks)),
    }


def sem_config(generator: State, mapping: State, style: State) -> SemConfig:
    """The sizes of a released SEM.

    Its resolution is eight times two to the number of down blocks; high-passed skips go from 32 pixels to
    half the resolution and are weighted by landmark heatmaps.
    """
    levels = count(generator, "encode.{}.conv1.weight") - _BOTTLENECK
    if levels < 1 or any(key.startswith("decode.") and "conv1x1" in key for key in generator):
        raise ValueError("its sizes are not those of a SEM with landmark heatmaps (demo flags)")
    resolution = 8 << levels
    widths = _head_widths(mapping, "unshared.{}." + _last_linear(mapping))
    if widths != _head_widths(style, "unshared.{}.weight"):
        raise ValueError("F and S give styles of different sizes: the files are of different trainings")
    blocks = count_from(style, "shared.{}.conv1.weight", 1)
    encoder = [_outputs(style, "shared.0.weight")]
    encoder += [_outputs(style, f"shared.{1 + i}.conv2.weight") for i in range(blocks)]
    channels = [_outputs(generator, "from_rgb.weight")]
    channels += [_outputs(generator, f"encode.{i}.conv2.weight") for i in range(levels)]
    _check_fit(generator, style, sum(widths))
    return SemConfig(
        resolution=resolution,
        widths=widths,
        channels=tuple(channels),
        bottleneck=_BOTTLENECK,
        skips=max(0, (resolution // _SMALLEST_SKIP).bit_length() - 1),
        first_skip=1,
        latent_dim=int(mapping["shared.0.weight"].shape[1]),
        mapping_hidden=_outputs(mapping, "shared.0.weight"),
        mapping_shared=_linears(mapping, "shared."),
        mapping_unshared=_linears(mapping, "unshared.0.") - 1,
        encoder_channels=tuple(encoder),
    )


def _check_fit(generator: State, style: State, width: int) -> None:
    """Raises `ValueError` unless the networks read label maps and hand on styles of that width."""
    for state, name in ((generator, "from_rgb.weight"), (style, "shared.0.weight")):
        if state[name].shape[1] != NUM_LABELS:
            raise ValueError(
                f"it reads {state[name].shape[1]} channels and not the {NUM_LABELS} regions of a label map"
            )
    if generator["to_rgb.affine.weight"].shape[1] != width:
        raise ValueError(
            f"its decoder takes codes of {generator['to_rgb.affine.weight'].shape[1]} numbers where F and S "
            f"give {width}: the files are of different trainings"
        )


def _head_widths(state: State, pattern: str) -> tuple[int, ...]:
    """Style width of each attribute, from twelve heads."""
    heads = count(state, pattern)
    if heads != len(OFFICIAL_HEADS):
        raise ValueError(
            f"it knows {heads / 2:g} attributes and not the {len(ATTRIBUTES)} that Semblance edits"
        )
    widths = [_outputs(state, pattern.format(i)) for i in range(heads)]
    pairs = tuple(zip(widths[::2], widths[1::2], strict=True))
    if any(a != b for a, b in pairs) or any(max(widths) % a for a, _ in pairs):
        raise ValueError("its styles have sizes that do not go together")
    return tuple(a for a, _ in pairs)


def _last_linear(mapping: State) -> str:
    return f"{2 * (_linears(mapping, 'unshared.0.') - 1)}.weight"


def _linears(state: State, start: str) -> int:
    """Linear layers of a sequence in which every second module is an activation."""
    return count_from(state, start + "{}.weight", 0, step=2)


def count_from(state: State, pattern: str, first: int, step: int = 1) -> int:
    """How many of the numbers first, first + step ... the pattern finds without a gap."""
    found = 0
    while pattern.format(first + found * step) in state:
        found += 1
    return found


def syn_networks(state: State) -> dict[str, nn.Module]:
    """Generator, mapping and style encoder of SYN, which one file holds."""
    check_syn_blurs(state)
    known = (*_SYN_GENERATOR, "style.", "encoder.", "noises.")
    strange = [key for key in state if not key.startswith(known)]
    if strange:
        raise ValueError(f"it has “{strange[0]}”, which this kind of network does not have")
    state = stack_regions(state)
    config = syn_config(state)
    blocks = len(config.channels) - 1
    encoder_names = syn_style_names(len(config.encoder_channels) - 1)
    mapping_names = syn_mapping_names(config.mapping_layers)
    return {
        "syn_generator": _filled(
            SynGenerator(config), part(state, _SYN_GENERATOR), syn_generator_names(blocks)
        ),
        "syn_mapping": _filled(SynMapping(config), part(state, ["style."]), mapping_names),
        "syn_style": _filled(SynStyleEncoder(config), part(state, ["encoder."]), encoder_names),
    }


def syn_config(state: State) -> SynConfig:
    """The sizes of a released SYN, its regions' layers already stacked."""
    blocks = count(state, "to_rgbs.{}.bias")
    steps = syn_encoder_steps(state)
    if not steps:
        raise ValueError("it was saved without its style encoder, so it cannot read the look of a photo")
    if steps != encoder_steps(len(steps)):
        raise ValueError("its style encoder enlarges what it sees at another place than the released ones")
    if state["input.0.0.weight"].shape[1] != NUM_LABELS:
        raise ValueError(f"it draws other label maps than those of {NUM_LABELS} regions")
    convs = ["conv1", *(f"convs.{2 * i + 1}" for i in range(blocks))]
    firsts = ["encoder.model.0.0.weight"]
    firsts += [f"encoder.model.{i}.{int(not up)}.weight" for i, up in enumerate(steps, 1)]
    style_dim = int(state["conv1.conv.fc_mu.weight"].shape[2])
    config = SynConfig(
        style_dim=style_dim,
        channels=tuple(_outputs(state, f"{name}.conv.weight") for name in convs),
        mask_hidden=tuple(_outputs(state, f"{name}.conv.spade_gamma.mlp_shared.0.weight") for name in convs),
        entry_channels=_outputs(state, "input.0.0.weight"),
        latent_dim=int(state["style.1.weight"].shape[1]) // NUM_LABELS,
        mapping_hidden=_outputs(state, "style.1.weight"),
        mapping_layers=count_from(state, "style.{}.weight", 1),
        encoder_channels=tuple(_outputs(state, name) for name in firsts),
    )
    if config.encoder_channels[-1] != style_dim:
        raise ValueError("its style encoder gives codes of another length than its generator takes")
    return config


def attribute_network(state: State) -> dict[str, nn.Module]:
    """The attribute classifier, under the role of what it judges: pictures or label maps."""
    heads = count(state, "classifier{:02d}.1.weight")
    if heads != len(HEADS):
        raise ValueError(f"it judges {heads} attributes and not the {len(HEADS)} of SMILE")
    inputs = int(state["features.0.0.weight"].shape[1])
    if inputs not in (3, NUM_LABELS):
        raise ValueError(f"it reads {inputs} channels, which is neither a picture nor a label map")
    config = AttributeNetConfig(
        inputs=inputs,
        stem=_outputs(state, "features.0.0.weight"),
        last=_outputs(state, "conv.0.weight"),
        shared=_outputs(state, "stem.fc.weight"),
        hidden=_outputs(state, "classifier00.0.fc.weight"),
    )
    role = "picture_attributes" if inputs == 3 else "map_attributes"
    return {role: _filled(AttributeNet(config), state, attribute_names(heads))}


def bisenet_network(state: State) -> dict[str, nn.Module]:
    """BiSeNet as the pack's parser."""
    classes = _outputs(state, "conv_out.conv_out.weight")
    if classes != len(BISENET_ORDER):
        wanted = len(BISENET_ORDER)
        raise ValueError(f"it tells {classes} classes apart and not the {wanted} of CelebAMask-HQ")
    widths = [_outputs(state, f"cp.resnet.layer{s}.0.conv1.weight") for s in (1, 2, 3, 4)]
    config = BiSeNetConfig(
        widths=(widths[0], widths[1], widths[2], widths[3]),
        context=_outputs(state, "cp.conv_avg.conv.weight"),
        fusion=_outputs(state, "ffm.convblk.conv.weight"),
    )
    return {"parser": _filled(BiSeNet(config), state, bisenet_names())}


def _outputs(state: State, name: str) -> int:
    if name not in state:
        raise ValueError(f"“{name}” is missing")
    return int(state[name].shape[0])


def _filled(network: nn.Module, state: State, names: Names) -> nn.Module:
    """The network with the weights. Counters of batch norm may be absent, as in old files."""
    given = translate(state, names)
    wanted: Mapping[str, Tensor] = network.state_dict()
    unknown = sorted(set(given) - set(wanted))
    missing = sorted(k for k in set(wanted) - set(given) if not k.endswith("num_batches_tracked"))
    if unknown or missing:
        raise ValueError(
            f"{len(missing)} of its tensors are missing and {len(unknown)} are too many "
            f"(such as “{(missing + unknown)[0]}”): its sizes are unknown"
        )
    fitting: dict[str, Tensor] = {}
    for key, value in wanted.items():
        tensor = given.get(key, torch.zeros_like(value))
        if _essence(tensor) != _essence(value):
            raise ValueError(f"“{key}” is {list(tensor.shape)} and not {list(value.shape)}")
        fitting[key] = tensor.reshape(value.shape).to(value.dtype)
    network.load_state_dict(fitting)
    return network.eval().requires_grad_(False)


def _essence(tensor: Tensor) -> list[int]:
    """The shape without ones: a scalar may be stored as one number in a row."""
    return [size for size in tensor.shape if size != 1]
