from __future__ import annotations

import numpy as np

from core.document.edits import Edit
from core.labels import Label
from core.methods.context import Context
from core.methods.method import Method, Work
from core.render.change import Gain
from core.render.runtime import as_array
from tests.small_method.edits import Darken

_DARKEST = np.float32(0.5)


class Darkener(Method):
    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        assert isinstance(edit, Darken)
        assert self.pack is not None
        crop = self.runtime.rgb(context.crop(256))
        network = self.runtime.network(self.pack, "shade")
        shade = as_array(self.runtime.run(lambda: network(crop)))  # how the pack's network shades it
        hair = (work.layout.label_map == Label.HAIR).astype(np.float32)
        depth = edit.amount * (1 - _DARKEST) * (0.5 + 0.5 / (1 + np.exp(-shade[0, 0])))
        gain = np.repeat((1 - depth)[..., None], 3, axis=2).astype(np.float32)
        return work.with_changes(Gain(transform=context.grid(256), touched=hair, gain=gain, matte=hair))
