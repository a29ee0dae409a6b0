"""`python launch.py train MODEL [--config FILE] [--run FOLDER] [--minutes N] [--set key=value]`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from torch import Tensor

from training.classifier import BalancedBatches, ClassifierTask, ClassifierTraining
from training.common import load_config
from training.data.batches import Cache, CacheBatches, loader
from training.data.pairs import PairBatches
from training.loop import Stage, run
from training.parser import ParserTask, ParserTraining
from training.sem import SemTask, SemTraining
from training.syn import SynTask, SynTraining

MODELS: dict[str, tuple[type[Any], type[Any], type[CacheBatches]]] = {
    "parser": (ParserTraining, ParserTask, CacheBatches),
    "syn": (SynTraining, SynTask, CacheBatches),
    "sem": (SemTraining, SemTask, PairBatches),
    "classifier": (ClassifierTraining, ClassifierTask, BalancedBatches),
}
CONFIGS = Path(__file__).parent / "configs" / "bundled"

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def main() -> None:
    """Train and measure Semblance's models."""


@app.command()
def train(
    model: Annotated[str, typer.Argument(help="parser, sem, syn or classifier")],
    config: Annotated[Path | None, typer.Option(help="TOML file; the bundled one by default")] = None,
    folder: Annotated[Path | None, typer.Option("--run", help="folder of the run, resumed from")] = None,
    minutes: Annotated[float | None, typer.Option(help="stop after so long, with a checkpoint")] = None,
    threads: Annotated[int | None, typer.Option(help="processor threads")] = None,
    overrides: Annotated[list[str] | None, typer.Option("--set", help="key=value in TOML syntax")] = None,
) -> None:
    """Train a model, or go on where its run folder stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if model not in MODELS:
        raise typer.BadParameter(f"there is no model called {model}; known are {', '.join(MODELS)}")
    if threads:
        torch.set_num_threads(threads)
    kind, task_kind, source = MODELS[model]
    settings = load_config(kind, config or CONFIGS / f"{model}.toml", overrides or [])
    torch.manual_seed(settings.data.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if not (Path(settings.data.cache) / "index.csv").exists():
        raise typer.BadParameter(
            f"there is no training cache at {settings.data.cache}; python -m training.data.prepare writes one"
        )
    cache = Cache.open(Path(settings.data.cache))

    def batches(stage: Stage, start: int, stop: int) -> Iterator[dict[str, Tensor]]:
        return iter(loader(source(cache, settings.data, stage.batch, stage.resolution), start, stop))

    task = task_kind(settings, device)
    done = run(task, settings.loop, batches, folder or Path("runs") / model, minutes)
    typer.echo(f"{model}: {done} of {settings.loop.steps} steps done")


@app.command()
def evaluate(
    portraits: Annotated[Path, typer.Option(help="folder of labelled portraits")] = Path(
        "../shared/portraits"
    ),
    pack: Annotated[Path | None, typer.Option(help="pack folder; the one that ships by default")] = None,
    split: Annotated[str, typer.Option(help="train or val")] = "val",
    out: Annotated[Path, typer.Option(help="folder for the report and picture grids")] = Path(
        "runs/evaluate"
    ),
    only: Annotated[
        list[str] | None, typer.Option(help="alignment, parsing, eyeglasses, synthesis or attributes")
    ] = None,
    limit: Annotated[int | None, typer.Option(help="the first so many portraits alone")] = None,
) -> None:
    """Measure a pack on labelled portraits: its card's figures, and the tables of SMILE's paper."""
    from core.packs import Pack, default_pack
    from training.evaluation import evaluate as measure

    measure(default_pack() if pack is None else Pack.open(pack), portraits, out, split, only or (), limit)


@app.command("export-judge")
def export_judge(
    runs: Annotated[Path, typer.Option(help="folder of the training runs")] = Path("runs"),
) -> None:
    """Store the classifier that `evaluate` judges with."""
    from training.evaluation.verdicts import JUDGE, store
    from training.export import trained_judge

    store(trained_judge(runs))
    typer.echo(f"wrote {JUDGE}")


@app.command()
def export(
    runs: Annotated[Path, typer.Option(help="folder of the training runs")] = Path("runs"),
    cache: Annotated[Path, typer.Option(help="training cache, for typical styles")] = Path("runs/cache_full"),
    out: Annotated[Path, typer.Option(help="pack folder to write")] = Path("resources/packs/portrait-256"),
    version: Annotated[str, typer.Option(help="version of the pack")] = "1.0",
    weak: Annotated[list[str] | None, typer.Option(help="attribute=reason, shown in the window")] = None,
) -> None:
    """Write a pack from the EMA weights of the runs; its card is kept where there is one."""
    from training.export import Sources, export_pack

    card = out / "MODEL_CARD.md"
    text = card.read_text(encoding="utf-8") if card.exists() else "# Portraits, 256 pixels\n"
    reasons = dict(entry.split("=", 1) for entry in weak or ())
    pack = export_pack(Sources(runs, cache), out, text, reasons, version)
    typer.echo(f"wrote {pack.folder}")


if __name__ == "__main__":
    app()
