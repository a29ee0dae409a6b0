"""`python -m benchmarks.export PACK FOLDER`: a 24-megapixel export, timed, as JSON on standard output."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.subject import large_portrait
from core.document.document import Document
from core.document.edits import Seed
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.packs import Pack
from core.photo import load_photo, photo_from_array, save_photo
from core.render.engine import Engine

EXPORT_MS, EXPORT_MIB = 1500.0, 1536.0


def main(pack: Path, folder: Path) -> list[Figure]:
    """The stages of one export; the photo itself is made before."""
    pixels, points = large_portrait()
    source = folder / "large.jpg"
    save_photo(photo_from_array(pixels), source, edited=False)
    del pixels
    edits = (
        SetAttribute(attribute="eyeglasses", present=True, source=Seed(1)),
        SetRegionStyle(region="hair", source=Seed(1)),
    )
    engine = Engine(Pack.open(pack))
    start = time.perf_counter()
    photo = load_photo(source)
    loaded = time.perf_counter()
    document = Document(photo, faces=points, edits=edits)
    engine.preview(document)  # what the window has done before it exports
    previewed = time.perf_counter()
    result = engine.render(document)
    composed = time.perf_counter()
    save_photo(result, folder / "out.jpg")
    saved = time.perf_counter()

    def took(what: str, seconds: float, wanted: float | None = None) -> Figure:
        return Figure(what, (seconds * 1000,), "ms", wanted)

    return [
        took("24 megapixels: load", loaded - start),
        took("24 megapixels: first preview", previewed - loaded),
        took("24 megapixels: compose", composed - previewed),
        took("24 megapixels: save", saved - composed),
        took("24 megapixels: export (compose and save)", saved - previewed, EXPORT_MS),
        Figure("24 megapixels: peak memory of the process", (peak_memory(),), "MiB", EXPORT_MIB),
    ]


def peak_memory() -> float:
    """Largest resident size of this process so far in MiB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps([asdict(figure) for figure in main(Path(sys.argv[1]), Path(sys.argv[2]))]))
