"""Reading faces with a pack's analysis networks, arrays in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from numpy.typing import NDArray

from core.face import Detection, FaceDetector
from core.labels import NUM_LABELS, best_label
from core.packs import Pack
from core.render.runtime import Runtime, as_array

if TYPE_CHECKING:
    from core.models.landmarks import Landmarks

ROLES = frozenset({"landmarks", "parser"})


class FaceReader:
    """Finds faces and parses crops. Raises `PackError` when a network cannot be built, `DeviceError` when
    there is no memory left."""

    def __init__(self, runtime: Runtime, pack: Pack) -> None:
        self.runtime = runtime
        self.pack = pack

    def parse(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """Crop (256, 256, 3) -> label map (256, 256) and opacity of accessories (256, 256) in 0..1.

        A parser that tells no opacity, as an imported one, leaves that to the parser of the pack's fallback.
        """

        def work() -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
            x = self.runtime.rgb(crop)
            logits = self.runtime.network(self.pack, "parser")(x)[0]
            tells = logits if len(logits) > NUM_LABELS else self._opacity(x)
            opacity = torch.sigmoid(tells[NUM_LABELS]).cpu().numpy()
            return best_label(as_array(logits[:NUM_LABELS])), opacity

        return self.runtime.run(work)

    def _opacity(self, x: torch.Tensor) -> torch.Tensor:
        lender = self.pack.fallback or self.pack
        logits: torch.Tensor = self.runtime.network(lender, "parser")(x)[0]
        return logits

    def find_faces(self, rgb: NDArray[np.uint8]) -> list[Detection]:
        """Faces of a picture (H, W, 3), best first.

        In float32 whatever the choice: bfloat16 would round a position within the crop to half a pixel.
        """

        def work() -> list[Detection]:
            with torch.autocast(self.runtime.choice.name, enabled=False):
                network = self.runtime.network(self.pack, "landmarks")
                return FaceDetector(cast("Landmarks", network), self.runtime.device).detect(rgb)

        return self.runtime.run(work)
