"""`python launch.py train MODEL [--config FILE] [--run FOLDER] [--minutes N] [--set key=value]`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from torch import Tensor

from training.common import load_config
from training.data.batches import Cache, CacheBatches, PairBatches, loader
from training.loop import Stage, run
from training.parser import ParserTask, ParserTraining
from training.sem import SemTask, SemTraining
from training.syn import SynTask, SynTraining

MODELS: dict[str, tuple[type[Any], type[Any]]] = {
    "parser": (ParserTraining, ParserTask),
    "syn": (SynTraining, SynTask),
    "sem": (SemTraining, SemTask),
}
CONFIGS = Path(__file__).parent / "configs" / "bundled"

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def main() -> None:
    """Train and measure Semblance's models."""


@app.command()
def train(
    model: Annotated[str, typer.Argument(help="parser, sem or syn")],
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
    kind, task_kind = MODELS[model]
    settings = load_config(kind, config or CONFIGS / f"{model}.toml", overrides or [])
    torch.manual_seed(settings.data.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    cache = Cache.open(Path(settings.data.cache))

    source = PairBatches if model == "sem" else CacheBatches

    def batches(stage: Stage, start: int, stop: int) -> Iterator[dict[str, Tensor]]:
        return iter(loader(source(cache, settings.data, stage.batch, stage.resolution), start, stop))

    task = task_kind(settings, device)
    done = run(task, settings.loop, batches, folder or Path("runs") / model, minutes)
    typer.echo(f"{model}: {done} of {settings.loop.steps} steps done")


if __name__ == "__main__":
    app()
