"""Architecture names in descriptors and the classes they stand for, imported when one is built."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from core.errors import PackError

if TYPE_CHECKING:
    from torch import nn

ARCHITECTURES: Mapping[str, tuple[str, str]] = {
    "AttributeNet": ("core.models.mobilenet", "AttributeNetConfig"),
    "AttGanGenerator": ("core.models.secgan_attgan", "SecganGeneratorConfig"),
    "AttGanLabelGenerator": ("core.models.secgan_attgan", "SecganGeneratorConfig"),
    "BiSeNet": ("core.models.bisenet", "BiSeNetConfig"),
    "ChangeGenerator": ("core.models.secgan_stargan", "SecganGeneratorConfig"),
    "Landmarks": ("core.models.landmarks", "LandmarksConfig"),
    "Parser": ("core.models.parser", "ParserConfig"),
    "SemGenerator": ("core.models.smile_sem", "SemConfig"),
    "SemMapping": ("core.models.smile_sem", "SemConfig"),
    "SemStyleEncoder": ("core.models.smile_sem", "SemConfig"),
    "SemanticEncoder": ("core.models.semantic_encoder", "SemanticConfig"),
    "SemanticGenerator": ("core.models.semantic_stylegan", "SemanticConfig"),
    "SemanticMapping": ("core.models.semantic_stylegan", "SemanticConfig"),
    "StyleGan2Codes": ("core.models.stylegan2_codes", "StyleGan2CodesConfig"),
    "StyleGan2Encoder": ("core.models.stylegan2_encoder", "StyleGan2EncoderConfig"),
    "StyleGan2Generator": ("core.models.stylegan2", "StyleGan2Config"),
    "StyleGan2Mapping": ("core.models.stylegan2", "StyleGan2Config"),
    "SynGenerator": ("core.models.smile_syn", "SynConfig"),
    "SynMapping": ("core.models.smile_syn", "SynConfig"),
    "SynStyleEncoder": ("core.models.smile_syn", "SynConfig"),
    "StarGanGenerator": ("core.models.secgan_stargan", "SecganGeneratorConfig"),
    "StarGanLabelGenerator": ("core.models.secgan_stargan", "SecganGeneratorConfig"),
}
"""Name of the network's class: (its module, the name of its config class in the same module)."""


def architecture_of(network: nn.Module) -> str:
    """The name under which a network is stored. Raises `PackError` for classes that packs do not know."""
    name = type(network).__name__
    if name not in ARCHITECTURES:
        raise PackError(f"A network of class {name} cannot be stored in a model pack.")
    return name


def build_network(name: str, config: Mapping[str, Any], pack: str) -> nn.Module:
    """The network of that architecture with fresh weights. Raises `PackError` when it cannot be built."""
    if name not in ARCHITECTURES:
        raise PackError(f"The model pack {pack} needs “{name}”, which this Semblance does not have.")
    module_name, config_name = ARCHITECTURES[name]
    module = import_module(module_name)
    try:
        network = getattr(module, name)(getattr(module, config_name)(**_tuples(config)))
    except (TypeError, ValueError, AttributeError) as error:
        raise PackError(
            f"The model pack {pack} describes “{name}” in a way this Semblance does not know."
        ) from error
    return cast("nn.Module", network)


def _tuples(config: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has lists where the frozen configs have tuples."""
    return {key: _tuple(value) for key, value in config.items()}


def _tuple(value: object) -> object:
    if isinstance(value, list):
        return tuple(_tuple(item) for item in cast("list[object]", value))
    return value
