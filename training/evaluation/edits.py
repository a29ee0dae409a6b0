"""Who changes portraits for the tables to judge: the engine, as the window and the command line use it.

What papers compare with is another `Editor` (`training.evaluation.baseline`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.cache import StageCache
from core.document.document import Document
from core.document.edits import Reference, Seed
from core.errors import EditError, FaceError
from core.labels import best_label
from core.methods.layout import Layout
from core.methods.smile.attributes import ATTRIBUTES, attribute_index
from core.methods.smile.edits import SetAttribute
from core.methods.smile.networks import Networks
from core.methods.smile.presence import present_attributes
from core.methods.smile.sem import SmileSem
from core.photo import photo_from_array
from core.render.engine import Engine
from training.evaluation.portraits import Portrait


@dataclass(frozen=True, eq=False)
class Edited:
    """What came of an edit: the picture `(256, 256, 3)`, and the face's label map `(256, 256)`."""

    image: NDArray[np.uint8]
    label_map: NDArray[np.uint8]


class Editor(Protocol):
    """Turns attributes over; what the judge of table 1 asks of anybody that has a row there."""

    @property
    def title(self) -> str:
        """What its rows are called."""
        ...

    def turned(self, portrait: Portrait, name: str, present: bool, source: Seed | Portrait) -> Edited | None:
        """The portrait with one attribute on or off; None where that is refused or no face is found."""
        ...

    def cycled(
        self, portrait: Portrait, label_map: NDArray[np.uint8], names: Sequence[str], seed: int
    ) -> Iterator[NDArray[np.uint8]]:
        """For each attribute, the layout of G(G(x, s'), S(x)), where s' is S(x) with that one turned over.

        `label_map` is the layout of the portrait x.
        """
        ...


class EngineEditor:
    """The pack, through the engine: what a person gets."""

    title = ""

    def __init__(self, engine: Engine, networks: Networks) -> None:
        self._engine, self._networks = engine, networks

    def turned(self, portrait: Portrait, name: str, present: bool, source: Seed | Portrait) -> Edited | None:
        document = Document(photo_from_array(portrait.image), faces=portrait.faces)
        if isinstance(source, Portrait):
            document = document.with_reference(source.id, photo_from_array(source.image))
        style = Reference(source.id) if isinstance(source, Portrait) else source
        document = document.with_edit(SetAttribute(attribute=name, present=present, source=style))
        try:
            # the layout comes from what rendering left in the engine's cache
            image = self._engine.render(document).pixels.astype(np.uint8)
            return Edited(image, self._engine.preview(document).label_map)
        except (EditError, FaceError):
            return None

    def cycled(
        self, portrait: Portrait, label_map: NDArray[np.uint8], names: Sequence[str], seed: int
    ) -> Iterator[NDArray[np.uint8]]:
        """By edits, the second of which sees no more than the first one's label map."""
        method = SmileSem(self._networks, StageCache(), lambda _: label_map)
        present = present_attributes(label_map)
        for name in names:
            wanted = not present[name]
            there = method.set_attribute(
                Layout.of(label_map), SetAttribute(attribute=name, present=wanted, source=Seed(seed))
            )
            back = SetAttribute(attribute=name, present=not wanted, source=Reference(portrait.id))
            yield method.set_attribute(Layout.of(there.label_map), back).label_map


class NetworkEditor(EngineEditor):
    """The pack, with SMILE_SEM's layouts as they leave the network: no rules, no further seeds."""

    def cycled(
        self, portrait: Portrait, label_map: NDArray[np.uint8], names: Sequence[str], seed: int
    ) -> Iterator[NDArray[np.uint8]]:
        networks = self._networks
        slots, present = networks.sem_styles(label_map), present_attributes(label_map)
        own = np.stack([slots[i, int(present[a.name])] for i, a in enumerate(ATTRIBUTES)])
        for name in names:
            index = attribute_index(name)
            z = np.random.default_rng((seed, index)).standard_normal((1, networks.sem_latent))
            styles, random = own.copy(), networks.sem_random(z.astype(np.float32))
            styles[index] = random[0, index, int(not present[name])]
            there = best_label(networks.sem_logits(label_map, styles[None])[0])
            yield best_label(networks.sem_logits(there, own[None])[0])
