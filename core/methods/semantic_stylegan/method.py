"""SemanticStyleGAN, opened: a face's codes by part, some exchanged, drawn as it is and as it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from numpy.typing import NDArray

from core.document.edits import Blend, Edit, Named, Own, Reference, Seed, Source
from core.errors import EditError
from core.face import CROP_SIZE
from core.labels import PARTS, part_table
from core.methods.context import Context
from core.methods.method import Method, Work
from core.methods.semantic_stylegan.edits import Part
from core.methods.semantic_stylegan.tuning import TUNING
from core.opencv import cv2
from core.render.analyse import face_crop, fade_mask
from core.render.change import Change, Replacement
from core.render.runtime import as_array

if TYPE_CHECKING:
    from core.models.semantic_stylegan import SemanticGenerator, SemanticMapping

Image = NDArray[np.float32]
PartMap = NDArray[np.uint8]
_TYPICAL = "typical_codes"


class SemanticStyleGan(Method):
    """Carries out `Part`. The codes of a face are read off picture and label map by the pack's encoder."""

    def apply(self, work: Work, edit: Edit, context: Context) -> Work:
        if not isinstance(edit, Part) or edit.strength <= 0:
            return work
        names = list(PARTS)
        if edit.part not in names:
            raise EditError(f"There is no part called “{edit.part}”. Known are: {', '.join(names)}.")
        part = names.index(edit.part)
        own = self._own_codes(context)
        wanted = own.copy()
        for row, source in zip(self._rows(part), (edit.shape, edit.texture), strict=True):
            target = self._codes(source, context)[row]
            wanted[row] += (target - wanted[row]) * np.float32(edit.strength)
        if np.array_equal(own, wanted):
            return work
        pictures, maps = self._drawn(np.stack([own, wanted]))
        return work.with_changes(self._change(part, pictures, maps, work, context))

    @property
    def _size(self) -> int:
        assert self.pack is not None
        return self.pack.descriptor.crop_size

    def _rows(self, part: int) -> tuple[int, int]:
        """Where the part's shape and texture stand among the codes."""
        assert self.pack is not None
        config = cast("SemanticGenerator", self.runtime.network(self.pack, "semantic_generator")).config
        return config.shape_row(part), config.texture_row(part)

    def _own_codes(self, context: Context) -> Image:
        key = ("part codes", context.base)
        return context.cache.get(key, lambda: self._read(context.crop(self._size), context.face.label_map))

    def _codes(self, source: Source, context: Context) -> Image:
        """Codes by row (rows, D) of a source."""
        match source:
            case Own():
                return self._own_codes(context)
            case Named():
                return self._random(source.as_seed().seed)
            case Seed():
                return self._random(source.seed)
            case Reference():
                return self._reference_codes(source, context)
            case Blend():
                first = self._codes(source.first, context)
                second = self._codes(source.second, context)
                return np.asarray(first + (second - first) * source.amount, np.float32)

    def _reference_codes(self, reference: Reference, context: Context) -> Image:
        photo, face = context.document.reference(reference.key), context.reference_face(reference)

        def read() -> Image:
            return self._read(face_crop(photo, face.transform, self._size)[0], face.label_map)

        return context.cache.get(("part codes", photo.digest, reference.face), read)

    def _random(self, seed: int) -> Image:
        """Codes of a real picture by seed, where the pack brings such; otherwise from the mapping."""
        assert self.pack is not None
        rng = np.random.default_rng((seed, 13))
        typical = self.pack.tensors(_TYPICAL)
        if typical is not None:
            codes = typical["codes"]
            return codes[int(rng.integers(len(codes)))].float().numpy()
        network = cast("SemanticMapping", self.runtime.network(self.pack, "semantic_mapping"))
        z = self.runtime.tensor(rng.standard_normal((1, network.config.code_dim), np.float32))
        return self.runtime.run(lambda: as_array(network(z)))[0]

    def _read(self, crop: NDArray[np.uint8], label_map: NDArray[np.uint8]) -> Image:
        assert self.pack is not None
        network = self.runtime.network(self.pack, "semantic_encoder")
        size = (self._size, self._size)
        small = np.asarray(cv2.resize(label_map, size, interpolation=cv2.INTER_NEAREST_EXACT), np.uint8)
        x, regions = self.runtime.rgb(crop), self.runtime.labels(part_table()[small])
        return self.runtime.run(lambda: as_array(network(x, regions)))[0]

    def _drawn(self, codes: Image) -> tuple[Image, PartMap]:
        """Codes (N, rows, D) -> pictures (N, S, S, 3) in levels and maps of parts (N, S, S)."""
        assert self.pack is not None
        network = self.runtime.network(self.pack, "semantic_generator")

        def work() -> tuple[Image, PartMap]:
            drawn = network(self.runtime.tensor(codes))
            maps = torch.argmax(drawn.scores.float(), dim=1).cpu().numpy().astype(np.uint8)
            return (as_array(drawn.rgb.clamp(-1, 1)) + 1) * np.float32(127.5), maps

        pictures, maps = self.runtime.run(work)
        return pictures.transpose(0, 2, 3, 1), maps

    def _change(self, part: int, pictures: Image, maps: PartMap, work: Work, context: Context) -> Change:
        """The difference on the photo, about the part as it is and as it becomes; where its outline moves the
        photo's own detail goes."""
        photo, transform = context.document.photo, context.face.transform
        was = part_table()[work.layout.label_map] == part
        before, after = (_enlarged(each == part) & _about(was) for each in maps)
        fade = fade_mask(transform, photo.width, photo.height)
        mask = np.asarray(_reach((was, before, after)) * fade, np.float32)
        moved = np.asarray((before != after) * mask, np.float32)
        small = np.asarray(pictures[1] - pictures[0], np.float32)
        difference = np.asarray(cv2.resize(small, was.shape, interpolation=cv2.INTER_CUBIC), np.float32)
        return Replacement(
            transform=transform,
            touched=mask,
            difference=np.asarray(difference * mask[..., None], np.float32),
            replaced=moved,
            crop=context.face.crop,
            skin=np.zeros(mask.shape, np.bool_),
        )


def _enlarged(area: NDArray[np.bool_]) -> NDArray[np.bool_]:
    size = (CROP_SIZE, CROP_SIZE)
    return np.asarray(cv2.resize(area.astype(np.float32), size, interpolation=cv2.INTER_LINEAR) > 0.5)


def _about(part: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where a part may come to lie: near where it is; a part that the face lacks, anywhere."""
    if not part.any():
        return ~part
    away = cv2.distanceTransform((~part).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(away, np.float32) <= TUNING.at(len(part)).furthest


def _reach(areas: Sequence[NDArray[np.bool_]]) -> Image:
    """1 on the areas and a little beyond, falling to 0."""
    area = np.asarray(np.stack(areas).any(axis=0), np.bool_)
    if not area.any():
        return np.zeros(area.shape, np.float32)
    away = cv2.distanceTransform((~area).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    tuning = TUNING.at(len(area))
    t = np.clip(1 - (np.asarray(away, np.float32) - tuning.beyond) / tuning.soft, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
