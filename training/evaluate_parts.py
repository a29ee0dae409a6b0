"""Measure a SemanticStyleGAN with an encoder on held-out portraits, and draw what its paper shows.

    python -m training.evaluate_parts runs/semantic-stylegan --data runs/cache --out runs/parts

Of a training run's averaged networks, or of a pack's. Writes `figures.json` and sheets: `reconstruction`,
`samples` (supplement, figure 8), `mixing` (figures 5-7) and `composition` with pseudo-depths (figure 9). The
sheets show real people: they are for local use.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from skimage.metrics import peak_signal_noise_ratio
from torch import Tensor
from torch.nn import functional as F

from core.labels import IGNORE, PARTS, part_table
from core.models.semantic_encoder import SemanticEncoder
from core.models.semantic_stylegan import Drawn, SemanticConfig, SemanticGenerator, SemanticMapping
from core.packs import open_pack
from core.packs.descriptor import DESCRIPTOR_FILE
from training.common import picture, to_bytes
from training.data.batches import AugmentConfig, Cache, CacheBatches, DataConfig
from training.data.datasets import Parsing
from training.evaluation.metrics import confusion, iou_of, mean_known
from training.evaluation.report import write_grid
from training.runs import RunWeights, network_config
from training.semantic_stylegan import FEWEST_PIXELS, ROLES, Real, SemanticTraining, coloured_parts

log = logging.getLogger(__name__)
STILL = AugmentConfig(flip=0.0, rotate_degrees=0.0, scale=0.0, shift=0.0, colour=0.0)
SHOWN = 8
"""Portraits on a sheet."""
MIXED = ("hair", "face", "eyes", "brows", "nose", "mouth", "clothes", "background")
"""Parts that the sheet of mixing takes from the next portrait, one a row."""


@dataclass(frozen=True, eq=False)
class Networks:
    """What is measured, and at which size: a run that has not come to its last stage draws well below it."""

    generator: SemanticGenerator
    mapping: SemanticMapping
    encoder: SemanticEncoder
    size: int

    @property
    def config(self) -> SemanticConfig:
        return self.generator.config

    def draw(self, codes: Tensor, shown: Tensor | None = None) -> Drawn:
        """Codes `(N, rows, D)`, drawn at the size; see `SemanticGenerator.forward`."""
        return self.generator(codes, shown, size=self.size)


def open_networks(place: Path, size: int | None = None) -> Networks:
    """Of a pack's folder or a run's, by default at their own size.

    Raises `PackError` or `TrainingError` where there are none.
    """
    if (place / DESCRIPTOR_FILE).is_file():
        pack = open_pack(place)
        networks = [pack.build(ROLES[name]) for name in "gme"]
    else:
        config, weights = network_config(SemanticTraining, place), RunWeights(place)
        log.info("step %s", weights.step)
        kinds = {"g": SemanticGenerator, "m": SemanticMapping, "e": SemanticEncoder}
        networks = [weights.averaged(kind(config), f"{name}_ema") for name, kind in kinds.items()]
    generator, mapping, encoder = networks
    assert isinstance(generator, SemanticGenerator)
    assert isinstance(mapping, SemanticMapping)
    assert isinstance(encoder, SemanticEncoder)
    return Networks(generator, mapping, encoder, size or generator.config.resolution)


@dataclass(frozen=True)
class Figures:
    """`psnr` in dB of whole pictures and, `head_psnr`, without background, neck and clothes; `miou` of the
    drawn label map against the real one and, `parsed_miou`, against what the parser that ships sees in the
    drawn picture; locality as the share of a change's energy within the part, by part; milliseconds of one
    drawing."""

    portraits: int
    psnr: float
    head_psnr: float
    miou: float
    parsed_miou: float
    iou: dict[str, float]
    shape_locality: dict[str, float]
    texture_locality: dict[str, float]
    locality: float
    milliseconds: float


def held_out(cache: Cache, size: int, limit: int | None) -> Real:
    """The plain portraits of the validation split at that size."""
    batches = CacheBatches(cache, DataConfig(split="val", augment=STILL), 1, size)
    samples = [batches.sample(int(row), np.random.default_rng(0)) for row in batches.plain[:limit]]
    labels = torch.stack([sample["label"] for sample in samples])
    rgb = picture(torch.stack([sample["rgb"] for sample in samples]))
    return Real.of(rgb, torch.from_numpy(part_table())[labels.long()], len(PARTS))


@torch.no_grad()
def measure(networks: Networks, real: Real, parsing: Parsing | None = None) -> Figures:
    """Every figure; without `parsing` nothing is parsed and `parsed_miou` is nan."""
    codes = networks.encoder(real.rgb, real.parts)
    started = time.perf_counter()
    drawn = [networks.draw(each[None]) for each in codes]
    seconds = (time.perf_counter() - started) / len(codes)
    rgb = torch.cat([each.rgb for each in drawn]).clamp(-1, 1)
    parts = torch.cat([each.scores for each in drawn]).argmax(dim=1)
    body = [list(PARTS).index(name) for name in ("background", "clothes", "neck")]
    head = ~torch.isin(real.parts, torch.tensor([*body, IGNORE]))
    iou = iou_of(_confusion(real.parts, parts))
    shape = {name: locality(networks, codes, rgb, parts, k, shape=True) for k, name in enumerate(PARTS)}
    texture = {name: locality(networks, codes, rgb, parts, k, shape=False) for k, name in enumerate(PARTS)}
    return Figures(
        portraits=len(rgb),
        psnr=_mean_psnr(real.rgb, rgb, torch.ones_like(head)),
        head_psnr=_mean_psnr(real.rgb, rgb, head),
        miou=mean_known(iou),
        parsed_miou=_parsed_miou(rgb, parts, parsing) if parsing is not None else float("nan"),
        iou=dict(zip(PARTS, iou.tolist(), strict=True)),
        shape_locality=shape,
        texture_locality=texture,
        locality=mean_known([*shape.values(), *texture.values()]),
        milliseconds=1000 * seconds,
    )


def locality(
    networks: Networks, codes: Tensor, rgb: Tensor, parts: Tensor, part: int, *, shape: bool
) -> float:
    """Share of the squared change inside the part, before or after, when its code is another portrait's.

    Of portraits that show the part, each with the code of the next of them; nan where fewer than two do.
    """
    config = networks.config
    rows = ((parts == part).sum(dim=(1, 2)) >= FEWEST_PIXELS).nonzero().flatten()
    if len(rows) < 2:
        return float("nan")
    row = config.shape_row(part) if shape else config.texture_row(part)
    changed = codes[rows].clone()
    changed[:, row] = codes[rows.roll(1), row]
    after = networks.draw(changed)
    inside = (parts[rows] == part) | (after.scores.argmax(dim=1) == part)
    energy = (after.rgb.clamp(-1, 1) - rgb[rows]).square().sum(dim=1)
    return float((energy * inside).sum() / energy.sum().clamp(min=1e-12))


def _mean_psnr(true: Tensor, drawn: Tensor, where: Tensor) -> float:
    """Mean over pictures, each over the pixels `(N, H, W)` that count."""
    values: list[float] = []
    for a, b, mask in zip(true, drawn, where, strict=True):
        inside = [x.permute(1, 2, 0)[mask].numpy() for x in (a, b)]
        values.append(float(peak_signal_noise_ratio(*inside, data_range=2)))
    return mean_known(values)


def _confusion(true: Tensor, found: Tensor) -> NDArray[np.int64]:
    known = true != IGNORE
    first, second = (x[known].numpy().astype(np.uint8) for x in (true, found))
    return confusion(first, second, len(PARTS))


def _parsed_miou(rgb: Tensor, parts: Tensor, parsing: Parsing) -> float:
    """Of drawn label maps, against the parser's reading of the drawn pictures."""
    large = to_bytes(F.interpolate(rgb, size=256, mode="bicubic", align_corners=False))
    seen = np.stack([parsing.networks.parse(each)[0] for each in large])
    table, step = torch.from_numpy(part_table()), 256 // parts.shape[-1]
    small = torch.from_numpy(seen[:, step // 2 :: step, step // 2 :: step].astype(np.int64))
    return mean_known(iou_of(_confusion(table[small], parts)))


@torch.no_grad()
def write_sheets(networks: Networks, real: Real, folder: Path, seed: int = 0) -> None:
    """The four sheets, of the first portraits."""
    config = networks.config
    real = Real(real.rgb[:SHOWN], real.parts[:SHOWN], real.scores[:SHOWN])
    codes = networks.encoder(real.rgb, real.parts)
    drawn = networks.draw(codes)
    rows = [to_bytes(real.rgb), coloured_parts(real.parts), to_bytes(drawn.rgb)]
    _write_rows([*rows, coloured_parts(drawn.scores.argmax(dim=1))], folder / "reconstruction.jpg")
    z = torch.randn(SHOWN, config.code_dim, generator=torch.Generator().manual_seed(seed))
    sample = networks.draw(networks.mapping(z))
    rows = [to_bytes(sample.rgb), coloured_parts(sample.scores.argmax(dim=1))]
    _write_rows(rows, folder / "samples.jpg")
    rows = [to_bytes(drawn.rgb)]
    for name in MIXED:
        taken = codes.clone()
        for row in (config.shape_row(list(PARTS).index(name)), config.texture_row(list(PARTS).index(name))):
            taken[:, row] = codes.roll(-1, 0)[:, row]
        rows.append(to_bytes(networks.draw(taken).rgb))
    _write_rows(rows, folder / "mixing.jpg")
    _write_rows(composition(networks, codes[:1]), folder / "composition.jpg")


def _write_rows(rows: Sequence[NDArray[np.uint8]], path: Path) -> None:
    write_grid([list(row) for row in rows], path)


def composition(networks: Networks, codes: Tensor) -> list[NDArray[np.uint8]]:
    """One portrait built up from the background, a part more in every column; below, each part's pseudo-depth
    by its sigmoid: how far it lies before the background."""
    count, size = networks.config.parts, networks.size
    shown = torch.ones(count, count).tril()
    drawn = networks.draw(codes.expand(count, -1, -1), shown)
    depth = torch.sigmoid(drawn.depths[0])[:, None].expand(-1, 3, -1, -1)
    return [to_bytes(drawn.rgb), to_bytes(F.interpolate(depth, size=size) * 2 - 1)]


def plain(figures: Figures) -> dict[str, object]:
    """For JSON, which has no nan: null in its place."""

    def known(value: object) -> object:
        return None if isinstance(value, float) and np.isnan(value) else value

    return {
        key: {k: known(v) for k, v in value.items()} if isinstance(value, dict) else known(value)
        for key, value in asdict(figures).items()
    }


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("place", type=Path, help="a training run, or a pack")
    parser.add_argument("--data", type=Path, default=Path("runs/cache_full"), help="training cache")
    parser.add_argument("--out", type=Path, default=Path("runs/parts"))
    parser.add_argument("--size", type=int, help="pixels, by default the networks' own resolution")
    parser.add_argument("--limit", type=int, help="the first so many portraits alone")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    networks = open_networks(options.place, options.size)
    real = held_out(Cache.open(options.data), networks.size, options.limit)
    options.out.mkdir(parents=True, exist_ok=True)
    figures = json.dumps(plain(measure(networks, real, Parsing())), indent=1)
    (options.out / "figures.json").write_text(figures + "\n", encoding="utf-8")
    write_sheets(networks, real, options.out)
    log.info("%s", figures)


if __name__ == "__main__":
    main()
