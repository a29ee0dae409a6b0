"""The stages of one face: layout -> styles -> render -> compose, each kept under what it reads."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.cache import StageCache, digest
from core.document.document import Document, reference_keys
from core.document.edits import (
    AnyEdit,
    Direction,
    FillRegion,
    HeadSwap,
    Lasso,
    Reference,
    SetAttribute,
    SetRegionStyle,
    SmoothBoundary,
    Stroke,
)
from core.errors import FaceError
from core.face import Face, to_crop
from core.job import Job
from core.labels import NUM_LABELS, Label
from core.methods.directions import StyleDirection, read_directions
from core.methods.heads import (
    FURTHEST_TURN,
    Guest,
    guest_codes,
    own_area,
    put_eyeglasses,
    put_head,
    relit,
    turn_between,
    turn_field,
    with_own_pixels,
)
from core.methods.layout import Layout, fill_region, labelled, paint
from core.methods.presence import present_attributes
from core.methods.rules import LAYERED
from core.methods.smile import SmileSem
from core.methods.styles import RegionCodes, RegionStyler, StyledFace
from core.opencv import cv2
from core.photo import Photo
from core.render.accessories import solid
from core.render.analyse import fade_mask, find_faces
from core.render.compose import Patch, Scene, compose
from core.render.networks import Networks
from core.render.paste import Borrowed

T = TypeVar("T")
TURNED_NOTICE = "The two heads look in very different directions: what one hides must be guessed."
STAGES = ("analyse", "layout", "styles", "render", "compose")


@dataclass(frozen=True, eq=False)
class FaceResult:
    """What the stages made of one face."""

    face: Face
    layout: Layout
    patch: Patch
    notices: tuple[str, ...]


@dataclass
class Clock:
    """Milliseconds by stage; a stage that came from the cache keeps 0."""

    timings: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    def measure(self, stage: str, compute: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = compute()
        self.timings[stage] += (time.perf_counter() - start) * 1000
        return result


class Stages:
    """Runs the stages for faces of documents, keeping what it can for the next time."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks
        self._cache = StageCache()
        self._typical = typical_styles(networks)
        self._directions = style_directions(networks)

    @property
    def cached_bytes(self) -> int:
        return self._cache.bytes

    def faces(self, photo: Photo, points: Hashable, find: Callable[[], tuple[Face, ...]]) -> tuple[Face, ...]:
        return self._cache.get(("faces", photo.digest, points), find)

    def analyse(self, document: Document, clock: Clock, job: Job) -> tuple[Face, ...]:
        """The faces of the document's photo."""

        def find() -> tuple[Face, ...]:
            return clock.measure(
                "analyse", lambda: find_faces(document.photo, document.faces, self._networks, job)
            )

        return self.faces(document.photo, document.faces, find)

    def run(self, document: Document, index: int, face: Face, clock: Clock, job: Job) -> FaceResult:
        """All stages after the analysis for one face."""
        edits = document.edits_of(index)
        base = (document.photo.digest, document.faces, index)
        job.step(0.1, "Changing the layout")
        layout_key = ("layout", base, _reading(document, tuple(e for e in edits if _shapes(e))))
        layout = self._stage("layout", layout_key, clock, lambda: self._layout(document, face, edits, job))
        job.step(0.4, "Choosing styles")
        style_key = ("styles", layout_key, _reading(document, tuple(e for e in edits if not _shapes(e))))
        styled = self._stage(
            "styles", style_key, clock, lambda: self._style(document, base, face, layout, edits)
        )
        job.step(0.5, "Drawing the face")
        scene_key = ("scene", style_key)
        swaps = _swaps(edits)
        scene = self._stage(
            "render", scene_key, clock, lambda: self._draw(document, base, face, layout, styled, swaps)
        )
        job.step(0.9, "Putting it into the photo")
        patch = self._stage("compose", ("patch", scene_key), clock, lambda: compose(scene))
        return FaceResult(face, layout, patch, (*layout.notices, *styled.notices))

    def _stage(self, name: str, key: object, clock: Clock, compute: Callable[[], T]) -> T:
        return self._cache.get(key, lambda: clock.measure(name, compute))

    def _layout(self, document: Document, face: Face, edits: tuple[AnyEdit, ...], job: Job) -> Layout:
        sem = SmileSem(self._networks, self._cache, lambda r: self._reference_face(document, r).label_map)
        layout, swaps = Layout.of(face.label_map), 0
        for edit in edits:
            job.step(0.1, "Changing the layout")
            match edit:
                case Stroke() | Lasso() | SmoothBoundary():
                    layout = paint(layout, edit)
                case FillRegion():
                    layout = fill_region(layout, edit)
                case SetAttribute():
                    layout = sem.set_attribute(layout, edit)
                case HeadSwap():
                    swaps += 1
                    layout = self._swap(document, face, layout, edit, swaps, sem)
                case SetRegionStyle() | Direction():
                    pass
        return layout

    def _swap(
        self, document: Document, face: Face, layout: Layout, edit: HeadSwap, number: int, sem: SmileSem
    ) -> Layout:
        """The layout after the swap of that number."""
        guest, source = self._guest(document, face, edit), self._reference_face(document, edit.reference)
        if turn_between(_crop_points(face), _crop_points(source)) > FURTHEST_TURN:
            layout = layout.with_notice(TURNED_NOTICE)
        if edit.part != "eyeglasses":
            return put_head(layout, guest.moved_labels(), edit.part, number)
        if not present_attributes(source.label_map)["eyeglasses"]:
            return layout.with_notice("The reference wears no eyeglasses.")
        if present_attributes(layout.label_map)["eyeglasses"]:
            layout = sem.set_attribute(layout, SetAttribute(attribute="eyeglasses", present=False))
        return put_eyeglasses(layout, guest.eyeglasses())

    def _guest(self, document: Document, face: Face, edit: HeadSwap) -> Guest:
        """The head that a swap brings, turned to the face's pose."""
        source = self._reference_face(document, edit.reference)
        codes = self._reference_codes(document, edit.reference)
        own, other = _crop_points(face), _crop_points(source)
        key = ("guest", digest(face.crop), digest(source.crop), digest(own), digest(other))
        return self._cache.get(
            key, lambda: Guest(source.crop, source.label_map, source.opacity, codes, turn_field(own, other))
        )

    def _style(
        self, document: Document, base: object, face: Face, layout: Layout, edits: tuple[AnyEdit, ...]
    ) -> StyledFace:
        styler = RegionStyler(
            self._networks, lambda r: self._reference_codes(document, r), self._typical, self._directions
        )
        swaps = _swaps(edits)
        styled = styler.style(self._swapped_codes(document, base, face, swaps), layout, edits)
        if any(swap.part == "head" for swap in swaps):  # the neck takes the skin of the head above it
            styled = replace(styled, restyled=styled.restyled | {Label.NECK})
        return styled

    def _swapped_codes(
        self, document: Document, base: object, face: Face, swaps: tuple[HeadSwap, ...]
    ) -> RegionCodes:
        """The face's own styles, after those that its head swaps bring."""
        codes = self._codes(base, face)
        for swap in swaps:
            codes = guest_codes(codes, self._guest(document, face, swap).codes, swap.part)
        return codes

    def _reference_codes(self, document: Document, reference: Reference) -> RegionCodes:
        key = ("reference", document.reference(reference.key).digest, reference.face)
        return self._codes(key, self._reference_face(document, reference))

    def _codes(self, key: object, face: Face) -> RegionCodes:
        """The style codes of a face, from its own pixels."""

        def compute() -> RegionCodes:
            codes = self._networks.syn_styles(face.crop, face.label_map)
            areas = np.bincount(face.label_map.ravel(), minlength=NUM_LABELS)[:NUM_LABELS]
            return RegionCodes(codes, areas > 0)

        return self._cache.get(("codes", key), compute)

    def _draw(
        self,
        document: Document,
        base: object,
        face: Face,
        layout: Layout,
        styled: StyledFace,
        swaps: tuple[HeadSwap, ...],
    ) -> Scene:
        """Draw what compositing will ask for, and only that."""
        beneath, label_map, crop = layout.beneath, layout.label_map, face.crop.astype(np.float32)
        layered = (label_map != beneath) & labelled(label_map, LAYERED)
        if layered.any() and not self._networks.has_layer:
            beneath, layered = label_map, np.zeros_like(layered)  # drawn in place, for want of better
        changed = bool((layout.parsed != beneath).any()) or layout.renewed is not None
        restyled = styled.restyled & {Label(v) for v in np.unique(beneath)}
        drawn = drawn_own = layer = None
        if changed or restyled:
            drawn = self._picture(beneath, styled.codes)[..., :3]
        if drawn is not None and swaps:
            drawn = self._with_guests(document, base, face, layout, styled, drawn, swaps)
        if restyled:
            drawn_own = self._picture(layout.parsed, self._codes(base, face).codes)[..., :3]
        hat = bool(((label_map == Label.HAT) & (layout.parsed != Label.HAT)).any())
        if self._networks.has_layer and (layered.any() or hat):
            layer = self._picture(label_map, styled.codes)[..., 3:7]
            laid, skin = np.where(layered, label_map, np.uint8(0)), layout.parsed == Label.SKIN
            layer = solid(layer, laid, crop, skin)
            layer = self._with_guest_eyeglasses(document, face, layout, layer, swaps)
        return Scene(
            crop=crop,
            opacity=face.opacity,
            parsed=layout.parsed,
            beneath=beneath,
            label_map=label_map,
            restyled=frozenset(restyled),
            drawn=drawn,
            drawn_own=drawn_own,
            layer=layer,
            fade=fade_mask(face.transform, document.photo.width, document.photo.height),
            renewed=layout.renewed,
            softness=layout.softness,
        )

    def _with_guests(
        self,
        document: Document,
        base: object,
        face: Face,
        layout: Layout,
        styled: StyledFace,
        drawn: NDArray[np.float32],
        swaps: tuple[HeadSwap, ...],
    ) -> NDArray[np.float32]:
        """The drawing with the pixels of the heads that were swapped in, in the light of this photo."""
        plain = drawn
        if styled.restyled - {Label.NECK}:
            swapped = self._swapped_codes(document, base, face, swaps)
            codes = np.where(swapped.valid[:, None], swapped.codes, styled.codes)
            plain = self._picture(layout.beneath, codes)[..., :3]
        for number, swap in enumerate(swaps, 1):
            if layout.owner is None or swap.part == "eyeglasses":
                continue
            area = layout.owner == number
            guest = self._guest(document, face, swap)
            drawn = with_own_pixels(guest, drawn, plain, layout, area)
            drawn = relit(drawn, layout, face.crop, area, swap.part)
        return drawn

    def _with_guest_eyeglasses(
        self,
        document: Document,
        face: Face,
        layout: Layout,
        layer: NDArray[np.float32],
        swaps: tuple[HeadSwap, ...],
    ) -> NDArray[np.float32]:
        """The layer of accessories with the eyeglasses of a guest's photo in place of drawn ones."""
        worn = next((swap for swap in reversed(swaps) if swap.part == "eyeglasses"), None)
        laid = (layout.label_map == Label.EYE_G) & (layout.beneath != Label.EYE_G)
        if worn is None or not laid.any():
            return layer
        guest = self._guest(document, face, worn).eyeglasses()
        near = cv2.dilate(laid.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
        return np.where(near[..., None], guest, layer)

    def borrowed(self, document: Document, index: int, result: FaceResult) -> tuple[Borrowed, ...]:
        """What the photos of swapped heads show beyond their crops, for pasting at full size."""
        found: list[Borrowed] = []
        face, layout = result.face, result.layout
        for number, swap in enumerate(_swaps(document.edits_of(index)), 1):
            guest, source = self._guest(document, face, swap), self._reference_face(document, swap.reference)
            if swap.part == "eyeglasses":
                weight = guest.eyeglasses()[..., 0] * (layout.label_map == Label.EYE_G)
            elif layout.owner is not None:
                same = own_area(guest, layout, layout.owner == number).astype(np.float32)
                weight = np.asarray(cv2.GaussianBlur(same, (0, 0), 1.5), np.float32) * same
            else:
                continue
            photo = document.reference(swap.reference.key)
            found.append(Borrowed(photo, source.transform, source.crop, guest.field, weight))
        return tuple(found)

    def _picture(self, label_map: NDArray[np.uint8], codes: NDArray[np.float32]) -> NDArray[np.float32]:
        key = ("picture", digest(label_map), digest(codes))
        return self._cache.get(key, lambda: self._networks.syn_render(label_map, codes))

    def _reference_face(self, document: Document, reference: Reference) -> Face:
        photo = document.reference(reference.key)
        faces = self.faces(photo, None, lambda: find_faces(photo, None, self._networks, Job()))
        if reference.face >= len(faces):
            raise FaceError(f"No face was found in the reference “{reference.key}”.")
        return faces[reference.face]


def _crop_points(face: Face) -> NDArray[np.float64]:
    return to_crop(face.transform, face.points.array())


def _swaps(edits: tuple[AnyEdit, ...]) -> tuple[HeadSwap, ...]:
    return tuple(edit for edit in edits if isinstance(edit, HeadSwap))


def _shapes(edit: AnyEdit) -> bool:
    """Whether an edit changes the layout."""
    return not isinstance(edit, SetRegionStyle | Direction)


def _reading(document: Document, edits: tuple[AnyEdit, ...]) -> Hashable:
    """The edits with the pictures that their references stand for: a key is not the picture."""
    keys = sorted({key for edit in edits for key in reference_keys(edit)})
    return edits, tuple((key, document.reference(key).digest) for key in keys)


def typical_styles(networks: Networks) -> tuple[NDArray[np.float32], NDArray[np.bool_]] | None:
    """Codes (K, 19, D) of real pictures that the pack brings, and which of them are valid (K, 19)."""
    tensors = networks.pack.tensors("typical_styles")
    if tensors is None:
        return None
    return tensors["styles"].float().numpy(), tensors["valid"].numpy().astype(np.bool_)


def style_directions(networks: Networks) -> dict[str, StyleDirection]:
    """The named directions that the pack brings."""
    tensors = networks.pack.tensors("directions")
    return read_directions({key: value.float().numpy() for key, value in (tensors or {}).items()})
