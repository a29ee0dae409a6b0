"""A pack's parser and detector for data sets without label maps, built when first needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.methods.smile.networks import Networks


@dataclass
class Parsing:
    """Which pack parses (None is the one that ships), and how many pictures are wanted (None is all)."""

    pack: Path | None = None
    limit: int | None = None
    _networks: Networks | None = field(default=None, repr=False)

    @property
    def networks(self) -> Networks:
        """Raises `PackError` when there is no such pack."""
        if self._networks is None:
            from core.methods.smile.networks import Networks
            from core.packs import Pack, default_pack

            self._networks = Networks(default_pack() if self.pack is None else Pack.open(self.pack))
        return self._networks

    def __getstate__(self) -> dict[str, object]:
        """Other processes build their own networks."""
        return {**self.__dict__, "_networks": None}
