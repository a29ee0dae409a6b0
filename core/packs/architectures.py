"""Architecture names in descriptors and the classes they stand for, imported when one is built.

A network of `core.models` is called by its module and class, "semantic_encoder.SemanticEncoder"; a new one
needs no entry here. Those of the first packs are called by their class alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_type_hints

from core.codec import from_json
from core.errors import PackError
from core.packs.former import as_said_today

if TYPE_CHECKING:
    from torch import nn

_HOME = "core.models"
_DOTTED = re.compile(r"([a-z][a-z0-9_]*)\.([A-Z][A-Za-z0-9]*)")
ARCHITECTURES: Mapping[str, str] = {
    "AttGanGenerator": "secgan_attgan",
    "AttGanLabelGenerator": "secgan_attgan",
    "AttributeNet": "mobilenet",
    "BiSeNet": "bisenet",
    "ChangeGenerator": "secgan_stargan",
    "Parser": "parser",
    "SemGenerator": "smile_sem",
    "SemMapping": "smile_sem",
    "SemStyleEncoder": "smile_sem",
    "SemanticEncoder": "semantic_encoder",
    "SemanticGenerator": "semantic_stylegan",
    "SemanticMapping": "semantic_stylegan",
    "StarGanGenerator": "secgan_stargan",
    "StarGanLabelGenerator": "secgan_stargan",
    "StyleGan2Codes": "stylegan2_codes",
    "StyleGan2Encoder": "stylegan2_encoder",
    "StyleGan2Generator": "stylegan2",
    "StyleGan2Mapping": "stylegan2",
    "SynGenerator": "smile_syn",
    "SynMapping": "smile_syn",
    "SynStyleEncoder": "smile_syn",
}
"""Networks that are called by their class alone, and the module of `core.models` that has each."""


def architecture_of(network: nn.Module) -> str:
    """The name under which a network is stored. Raises `PackError` for what could not be built again."""
    kind = type(network)
    home, _, module = kind.__module__.rpartition(".")
    name = kind.__name__ if ARCHITECTURES.get(kind.__name__) == module else f"{module}.{kind.__name__}"
    if home != _HOME or _class_of(name) is not kind or _config_of(kind) is None:
        raise PackError(f"A network of class {kind.__name__} cannot be stored in a model pack.")
    return name


def build_network(name: str, config: Mapping[str, Any], pack: str) -> nn.Module:
    """The network of that architecture with fresh weights. Raises `PackError` when it cannot be built."""
    name, config = as_said_today(name, config)
    kind = _class_of(name)
    settings = None if kind is None else _config_of(kind)
    if kind is None or settings is None:
        raise PackError(f"The model pack {pack} needs “{name}”, which this Semblance does not have.")
    try:
        return kind(from_json(settings, config, f"the configuration of “{name}”"))
    except (TypeError, ValueError) as error:
        raise PackError(
            f"The model pack {pack} describes “{name}” in a way this Semblance does not know."
        ) from error


def _class_of(name: str) -> type[nn.Module] | None:
    """The network of that name, looked for in `core.models` and nowhere else; None where there is none."""
    from torch import nn

    parts = _DOTTED.fullmatch(f"{ARCHITECTURES[name]}.{name}" if name in ARCHITECTURES else name)
    if parts is None:
        return None
    place = f"{_HOME}.{parts[1]}"
    try:
        kind: Any = getattr(import_module(place), parts[2], None)
    except ModuleNotFoundError as error:
        if error.name != place:
            raise
        return None
    if isinstance(kind, type) and issubclass(kind, nn.Module) and kind.__module__ == place:
        return kind
    return None


def _config_of(kind: type[nn.Module]) -> type[Any] | None:
    """The dataclass that the network takes, and takes alone; None where it takes other things."""
    try:
        hints = get_type_hints(kind.__init__)
    except NameError:
        return None
    taken = [hint for name, hint in hints.items() if name != "return"]
    return taken[0] if len(taken) == 1 and isinstance(taken[0], type) and is_dataclass(taken[0]) else None
