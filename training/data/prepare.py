"""Write the training cache: portraits as they are and with accessories, as memory-mappable arrays.

`python launch.py prepare --data portraits:../shared/portraits --out runs/cache [--workers 2] [--variants 3]`;
other data sets: `training.data.datasets`.

The folder then holds `images.npy (N, 256, 256, 3)`, `labels.npy (N, 256, 256)`, `alpha.npy (N, 256, 256)`
and premultiplied `colour.npy (N, 256, 256, 3)`, all uint8, and `index.csv`, one line a row. The plain
portraits come first. `layer_known` says whether alpha and colour are exact: they are for drawn
accessories, and all zero for people who wear none; the layer of real glasses nobody knows.
"""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.atomic import write_atomically
from core.face_attributes import FACE_ATTRIBUTES
from core.methods.accessories import Composite, draw_earrings, draw_eyeglasses, draw_hat
from core.methods.accessories.layer import stack
from core.methods.smile.attributes import ATTRIBUTES
from core.opencv import cv2
from training.common import TrainingError
from training.data.datasets import DataSet, as_seen
from training.data.datasets.entries import UNKNOWN
from training.data.face_states import face_states
from training.data.hairdos import Sitting, alike, with_hairdo
from training.data.layouts import Sitter
from training.data.portraits import PortraitEntry, Portraits

SIZE = 256
_SMILE = tuple(attribute.name for attribute in ATTRIBUTES)
_OTHERS = tuple(attribute.name for attribute in FACE_ATTRIBUTES if attribute.name not in _SMILE)
COLUMNS = (
    "row", "id", "split", "person", "kind", "source_row", *_SMILE, "layer_known", "params", *_OTHERS,
)  # fmt: skip
DRAW: Mapping[str, Callable[..., Composite | None]] = {
    "eyeglasses": draw_eyeglasses, "hat": draw_hat, "earrings": draw_earrings,
}  # fmt: skip
ORDER = ("earrings", "eyeglasses", "hat")
"""What is put on first lies below what is put on later."""
_TRIED = 12
"""People that are asked for their hair."""
_HAIR = {"0": "0", "1": "0", "2": "1", "-1": "-1"}


@dataclass(frozen=True)
class Job:
    """One row to write: a portrait, plain or with accessories drawn from this seed."""

    row: int
    source_row: int
    entry: PortraitEntry
    kind: str
    seed: int


@dataclass(frozen=True, eq=False)
class Row:
    """What a job gives: the arrays of its row, and what was put on."""

    job: Job
    image: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    alpha: NDArray[np.uint8]
    colour: NDArray[np.uint8]
    params: Mapping[str, object]


@dataclass(frozen=True)
class More:
    """Rows beyond the usual ones for each portrait of the training split.

    With earrings, since the smallest things need the most examples; with another one's hair
    (`training.data.hairdos`), for classifiers alone; with eyeglasses or hats, for what takes them off.
    """

    earrings: int = 0
    hairdos: int = 0
    eyeglasses: int = 0
    hats: int = 0


def plan(
    entries: Sequence[PortraitEntry], variants: int, seed: int = 0, more: More | None = None
) -> list[Job]:
    """Every row: the plain portraits, then up to `variants` with accessories (fewer glasses for val), then
    what there is to be `more` of.

    Nobody who wears a thing is given another of it, so such portraits have fewer rows.
    """
    more = more or More()
    jobs = [Job(row, row, entry, "plain", seed) for row, entry in enumerate(entries)]
    for source_row, entry in enumerate(entries):
        rng = np.random.default_rng((seed, source_row))
        for kind in _variants(entry, variants, rng):
            jobs.append(Job(len(jobs), source_row, entry, kind, int(rng.integers(2**31))))
    for source_row, entry in enumerate(entries):
        if entry.split == "train":
            rng = np.random.default_rng((seed, source_row, 1))
            kinds = ["earrings"] * more.earrings * (not entry.wears("earrings"))
            kinds += ["hairdo"] * more.hairdos * (not entry.wears("hat", "bangs"))
            kinds += ["eyeglasses"] * more.eyeglasses * (not entry.wears("glasses", "sunglasses"))
            kinds += ["hat"] * more.hats * (not entry.wears("hat"))
            for kind in kinds:
                jobs.append(Job(len(jobs), source_row, entry, kind, int(rng.integers(2**31))))
    return jobs


def _variants(entry: PortraitEntry, variants: int, rng: np.random.Generator) -> Iterator[str]:
    glasses = not entry.wears("glasses", "sunglasses")
    others = [kind for kind in ("hat", "earrings") if not entry.wears(kind)]
    count = max(variants - 1, 0) if entry.split == "train" else min(variants, 1)
    if glasses:
        for _ in range(count):
            extra = others[int(rng.integers(len(others)))] if others and rng.random() < 0.15 else None
            yield f"eyeglasses+{extra}" if extra else "eyeglasses"
    if others and variants:
        yield others[int(rng.random() < 0.4) % len(others)]


def make_row(portraits: DataSet, job: Job) -> Row:
    """The arrays of one row. What has no place on this portrait gives way to something that has one."""
    portrait, labels = portraits.image(job.entry.id), portraits.label_map(job.entry.id)
    job = replace(job, entry=as_seen(job.entry, labels))
    mesh, rng = portraits.mesh(job.entry.id), np.random.default_rng(job.seed)
    if job.kind == "hairdo":
        made = _in_other_hair(portraits, job, Sitting(portrait, Sitter.of(labels, mesh)), rng)
        if made is not None:
            return made
    for kind in (job.kind, *_instead(job)):
        worn = _wear(kind, portrait, labels, mesh, rng)
        if worn:
            alpha, colour = np.round(worn.alpha * 255), np.round(worn.colour * 255)
            return Row(replace(job, kind=kind), worn.image, worn.label_map, alpha.astype(np.uint8),
                       colour.astype(np.uint8), worn.params)  # fmt: skip
    empty = np.zeros((SIZE, SIZE), np.uint8)
    return Row(replace(job, kind="plain"), portrait, labels, empty, np.repeat(empty[..., None], 3, 2), {})


def _in_other_hair(portraits: DataSet, job: Job, portrait: Sitting, rng: np.random.Generator) -> Row | None:
    """The portrait in the hair of another one, who as likely as not wears bangs; None where nobody fits.

    Whether earrings are worn, such a picture does not show. Who it is, the face shows and not the hair.
    """
    bangs = str(int(rng.random() < 0.5))
    wanted = {"bangs": bangs, "hair_amount": "2", "hat": "0", "glasses": "0", "sunglasses": "0"}
    givers = [e for e in portraits.entries if e.split == job.entry.split and e.id != job.entry.id
              and wanted.items() <= e.attributes.items()]  # fmt: skip
    for number in rng.permutation(len(givers))[:_TRIED]:
        giver = _sitting(portraits, givers[number])
        made = alike(portrait.sitter, giver.sitter) and with_hairdo(portrait, giver, rng.uniform(0.5, 1.0))
        if made:
            seen = {"bangs": bangs, "hair_amount": "2", "hair_colour": UNKNOWN, "earrings": UNKNOWN}
            shown = {**job.entry.attributes, **seen}
            job = replace(job, entry=replace(job.entry, attributes=shown))
            empty = np.zeros((SIZE, SIZE, 4), np.uint8)
            return Row(job, *made, empty[..., 0], empty[..., 1:], {"giver": givers[number].id})
    return None


def _sitting(portraits: DataSet, entry: PortraitEntry) -> Sitting:
    sitter = Sitter.of(portraits.label_map(entry.id), portraits.mesh(entry.id))
    return Sitting(portraits.image(entry.id), sitter)


def _instead(job: Job) -> list[str]:
    """What else could be put on: another thing that the person does not wear yet."""
    if job.kind in ("plain", "hairdo"):
        return []
    wears = job.entry.wears
    free = {"earrings": not wears("earrings"), "hat": not wears("hat"),
            "eyeglasses": not wears("glasses", "sunglasses")}  # fmt: skip
    return [kind for kind, possible in free.items() if possible and kind != job.kind]


def _wear(
    kind: str, portrait: NDArray[np.uint8], labels: NDArray[np.uint8], mesh: NDArray[np.float32],
    rng: np.random.Generator,
) -> Composite | None:  # fmt: skip
    """The portrait with these things on; None where one of them has no place."""
    worn: Composite | None = None
    for thing in sorted(set(kind.split("+")) & set(ORDER), key=ORDER.index):
        below = (worn.image, worn.label_map) if worn else (portrait, labels)
        drawn = DRAW[thing](*below, mesh, rng)
        if drawn is None:
            return None
        worn = stack(worn, drawn, portrait) if worn else drawn
    return worn


def index_line(row: Row) -> dict[str, object]:
    """The row's line of `index.csv`, attributes as they are after composition."""
    job, attributes = row.job, row.job.entry.attributes
    wears = job.entry.wears
    drawn = set(job.kind.split("+"))
    covered = wears("glasses", "sunglasses", "hat")
    states = face_states(attributes)
    return {
        "row": job.row, "id": job.entry.id, "split": job.entry.split, "person": job.entry.person,
        "kind": job.kind, "source_row": job.source_row,
        "identity": attributes["male"],
        "eyeglasses": int("eyeglasses" in drawn or wears("glasses", "sunglasses")),
        "hair": _HAIR[attributes["hair_amount"]],
        "bangs": attributes["bangs"],
        "earrings": 1 if "earrings" in drawn else attributes["earrings"],
        "hat": int("hat" in drawn or wears("hat")),
        "layer_known": int(not covered and (bool(drawn & set(ORDER)) or not wears("earrings"))),
        "params": json.dumps(row.params, sort_keys=True),
        **{name: states[name] for name in _OTHERS},
    }  # fmt: skip


_portraits: DataSet | None = None


def _start_worker(data: DataSet) -> None:
    global _portraits
    cv2.setNumThreads(1)
    _portraits = data


def _work(job: Job) -> Row:
    assert _portraits is not None
    return make_row(_portraits, job)


def write_cache(
    source: DataSet | Path, out: Path, *, variants: int, more: More | None = None, workers: int = 1,
    seed: int = 0,
) -> int:  # fmt: skip
    """Write the cache of a data set (a path is a portraits folder's); returns how many rows (see `plan`).

    Files appear under their names only when complete, so a reader never maps a half-written cache. Data sets
    without face meshes get no rows with accessories.
    """
    data: DataSet = Portraits(source) if isinstance(source, Path) else source
    jobs = plan(data.entries, variants, seed, more) if data.has_meshes else plan(data.entries, 0, seed)
    out.mkdir(parents=True, exist_ok=True)
    _check_room(out, jobs)
    shapes = {"images": (SIZE, SIZE, 3), "labels": (SIZE, SIZE), "alpha": (SIZE, SIZE),
              "colour": (SIZE, SIZE, 3)}  # fmt: skip
    arrays = {
        name: np.lib.format.open_memmap(_part(out, name), "w+", np.uint8, (len(jobs), *shape))
        for name, shape in shapes.items()
    }
    lines: list[dict[str, object]] = []
    for row in _rows(data, jobs, workers):
        number = row.job.row
        arrays["images"][number], arrays["labels"][number] = row.image, row.label_map
        if row.alpha.any():  # pages never written to take no room on the disk
            arrays["alpha"][number], arrays["colour"][number] = row.alpha, row.colour
        lines.append(index_line(row))
        if number % 250 == 249:
            print(f"{number + 1} of {len(jobs)}", flush=True)  # noqa: T201
    for name, array in arrays.items():
        array.flush()
        os.replace(_part(out, name), out / f"{name}.npy")
    _write_index(out, lines)
    return len(jobs)


def _check_room(out: Path, jobs: Sequence[Job]) -> None:
    """Raise `TrainingError` when the disk is too full: writing to a mapped file would end the process."""
    drawn = sum(job.kind != "plain" for job in jobs)
    wanted = (len(jobs) + drawn) * 4 * SIZE * SIZE  # picture and label map; alpha and colour
    free = shutil.disk_usage(out).free
    if free < wanted:
        raise TrainingError(
            f"The cache of {len(jobs)} rows needs {wanted / 2**30:.1f} GiB, and the disk of {out} has "
            f"{free / 2**30:.1f} GiB left."
        )


def _rows(data: DataSet, jobs: Sequence[Job], workers: int) -> Iterator[Row]:
    """The jobs' rows in order, made here or by several processes."""
    if workers <= 1:
        yield from (make_row(data, job) for job in jobs)
        return
    # Forked processes would inherit OpenCV's threads as locks that nobody opens.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start_worker, (data,)) as pool:
        yield from pool.map(_work, jobs, chunksize=8)


def _part(out: Path, name: str) -> Path:
    return out / f"{name}.npy.part"


def _write_index(out: Path, lines: Iterable[Mapping[str, object]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([line[column] for column in COLUMNS] for line in lines)
    write_atomically(out / "index.csv", text.getvalue().encode())
