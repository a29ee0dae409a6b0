"""`python launch.py train | prepare | evaluate`, and what exports their results."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar, cast

import torch
import typer

from core.errors import SemblanceError
from core.methods.wearing.rules import REMOVER
from training.common import TrainingError
from training.data.datasets import KINDS_HELP, Parsing, WithFoundEarrings, open_dataset
from training.session import NAMES, Order
from training.session import train as run_training

T = TypeVar("T")

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def main() -> None:
    """Train and measure Semblance's models."""


@app.command()
def train(
    model: Annotated[str, typer.Argument(help=", ".join(NAMES))],
    config: Annotated[
        str | None, typer.Option(help="bundled, paper, an ablation's name, or a TOML file")
    ] = None,
    data: Annotated[str | None, typer.Option(help="training cache, see prepare")] = None,
    folder: Annotated[
        # torchrun takes --run for an option of its own
        Path | None, typer.Option("--run", "--folder", help="folder of the run; runs/MODEL")
    ] = None,
    resume: Annotated[
        bool | None,
        typer.Option("--resume/--fresh", help="go on with a run, or start anew; by default as it comes"),
    ] = None,
    minutes: Annotated[float | None, typer.Option(help="stop after so long, with a checkpoint")] = None,
    threads: Annotated[int | None, typer.Option(help="processor threads")] = None,
    estimate: Annotated[bool, typer.Option(help="time a few steps first and tell how long it takes")] = True,
    overrides: Annotated[list[str] | None, typer.Option("--set", help="key=value in TOML syntax")] = None,
) -> None:
    """Train a model, or go on where its run folder stopped.

    Several GPUs or machines: torchrun --nproc-per-node=N -m training.cli train MODEL --folder RUN ...
    """
    first = int(os.environ.get("RANK", "0")) == 0
    logging.basicConfig(level=logging.INFO if first else logging.ERROR, format="%(asctime)s %(message)s")
    if threads:
        torch.set_num_threads(threads)
    order = Order(model, config, data, folder, minutes, resume, estimate, overrides or ())
    done = _told(lambda: run_training(order))
    if first:
        typer.echo(done)


@app.command()
def prepare(
    data: Annotated[str, typer.Option(help="KIND:FOLDER; " + KINDS_HELP)],
    out: Annotated[Path, typer.Option(help="folder of the training cache to write")],
    variants: Annotated[int, typer.Option(help="rows with drawn accessories for a portrait")] = 3,
    earrings: Annotated[int, typer.Option(help="further rows with earrings for a portrait")] = 0,
    hairdos: Annotated[int, typer.Option(help="rows with somebody else's hair, for classifiers")] = 0,
    eyeglasses: Annotated[int, typer.Option(help="further rows with eyeglasses for a portrait")] = 0,
    hats: Annotated[int, typer.Option(help="further rows with a hat for a portrait")] = 0,
    found_earrings: Annotated[
        bool, typer.Option(help="label maps get the earrings that the pack finds on their wearers")
    ] = False,
    limit: Annotated[int | None, typer.Option(help="the first so many pictures alone")] = None,
    workers: Annotated[int, typer.Option(help="processes")] = 1,
    pack: Annotated[Path | None, typer.Option(help="pack that parses where there are no label maps")] = None,
) -> None:
    """Write the training cache that `train --data` reads, from a data set in its published layout."""
    from training.data.prepare import More, write_cache

    def write() -> int:
        if (out / "index.csv").exists():
            raise TrainingError(f"There is a training cache in {out} already; name another folder.")
        source = open_dataset(data, pack, limit)
        source = WithFoundEarrings(source, Parsing(pack)) if found_earrings else source
        return write_cache(
            source, out, variants=variants, more=More(earrings, hairdos, eyeglasses, hats), workers=workers
        )

    rows = _told(write)
    typer.echo(f"{rows} rows in {out}")


@app.command()
def see(
    cache: Annotated[Path, typer.Option(help="folder of a training cache")] = Path("runs/eyeglasses_cache"),
    pack: Annotated[Path, typer.Option(help="pack folder")] = Path("resources/packs/portrait-256"),
) -> None:
    """Write how opaque a pack's parser finds what is worn, beside a cache: what removers are shown."""
    from core.packs import Pack
    from training.data.worn import write_seen

    rows = _told(lambda: write_seen(cache, Pack.open(pack).build("parser")))
    typer.echo(f"{rows} rows in {cache}")


def _told(work: Callable[[], T]) -> T:
    """What the work gives; what a person can mend ends the command with its sentence."""
    try:
        return work()
    except SemblanceError as error:
        typer.echo(f"Semblance: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def evaluate(
    data: Annotated[
        str, typer.Option("--data", "--portraits", help="KIND:FOLDER; " + KINDS_HELP)
    ] = "portraits:../shared/portraits",
    pack: Annotated[Path | None, typer.Option(help="pack folder; the one that ships by default")] = None,
    split: Annotated[str, typer.Option(help="train or val")] = "val",
    out: Annotated[Path, typer.Option(help="folder for the report and picture grids")] = Path(
        "runs/evaluate"
    ),
    only: Annotated[
        list[str] | None, typer.Option(help="alignment, pose, parsing, eyeglasses, synthesis or attributes")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="the first so many portraits alone")] = None,
    weights: Annotated[
        Path | None,
        typer.Option(help="folder with Inception's file for FID, AlexNet's and alex.pth for LPIPS"),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="folder of a stargan_v2 run, measured beside the pack")
    ] = None,
    judge: Annotated[
        str | None, typer.Option(help="pack (name or folder) with SMILE's classifiers, to judge with those")
    ] = None,
) -> None:
    """Measure a pack on labelled portraits: its card's figures, and the tables of its method's paper."""
    from core.packs import Pack, default_pack
    from training.evaluation import evaluate as measure

    def work() -> None:
        chosen = default_pack() if pack is None else Pack.open(pack)
        if chosen.descriptor.method == "secgan":
            from training.evaluation.faces import evaluate_faces

            evaluate_faces(chosen, data, out, split, limit, weights=weights)
            return
        measure(chosen, data, out, split, only or (), limit, weights=weights, baseline=baseline, judge=judge)

    _told(work)


@app.command("export-judge")
def export_judge(
    run: Annotated[Path, typer.Option(help="folder of the training run")] = Path("runs/classifier"),
    data: Annotated[str, typer.Option(help="KIND:FOLDER; " + KINDS_HELP)] = "portraits:../shared/portraits",
    limit: Annotated[int, typer.Option(min=2, help="so many training portraits")] = 500,
) -> None:
    """Store a classifier that `evaluate` judges with, its decisions set on training portraits."""
    from training.evaluation import export_judge as write
    from training.export import trained_judge

    judge = _told(lambda: write(trained_judge(run), data, limit))
    typer.echo(f"stored in {judge.home}")


@app.command("export-face-judge")
def export_face_judge(
    run: Annotated[Path, typer.Option(help="folder of the training run")] = Path("runs/face_judge"),
    data: Annotated[str, typer.Option(help="KIND:FOLDER; " + KINDS_HELP)] = "portraits:../shared/portraits",
    limit: Annotated[int, typer.Option(min=2, help="so many training portraits")] = 500,
) -> None:
    """Store the classifier that judges SeCGAN's attributes, its decisions set on training portraits."""
    from training.evaluation.faces import export_face_judge as write
    from training.export_secgan import trained_face_judge

    judge = _told(lambda: write(trained_face_judge(run), data, limit=limit))
    typer.echo(f"stored in {judge.home}")


@app.command("export-secgan")
def export_secgan(
    run: Annotated[Path, typer.Option(help="folder of the training run")] = Path("runs/secgan"),
    out: Annotated[Path, typer.Option(help="pack folder to write")] = Path("runs/packs/secgan"),
    name: Annotated[str, typer.Option(help="name of the pack")] = "secgan",
    version: Annotated[str, typer.Option(help="version of the pack")] = "1.0",
    twin: Annotated[bool, typer.Option(help="with the semantic twin, for evaluate")] = False,
    weak: Annotated[list[str] | None, typer.Option(help="attribute=reason, shown in the window")] = None,
) -> None:
    """Write a pack from the averaged weights of a SeCGAN run."""
    from training.export_secgan import export_secgan as write

    reasons = dict(entry.split("=", 1) for entry in weak or ())
    pack = _told(lambda: write(run, out, name=name, version=version, twin=twin, weak=reasons))
    typer.echo(f"wrote {pack.folder}")


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


@app.command("export-remover")
def export_remover(
    run: Annotated[Path, typer.Option(help="folder of the training run")] = Path("runs/eyeglasses_remover"),
    pack: Annotated[Path, typer.Option(help="pack folder")] = Path("resources/packs/portrait-256"),
    version: Annotated[str, typer.Option(help="version of the pack from now on")] = "",
) -> None:
    """Store what takes eyeglasses off in a pack, with a run's averaged weights."""
    from core.packs import Pack, add_network
    from training.export import trained_remover

    done = _told(lambda: add_network(Pack.open(pack), REMOVER, trained_remover(run), version))
    typer.echo(f"{REMOVER} in {done.folder}")


@app.command("evaluate-remover")
def evaluate_remover(
    run: Annotated[Path | None, typer.Option(help="folder of a training run, in place of the pack")] = None,
    pack: Annotated[Path, typer.Option(help="pack folder")] = Path("resources/packs/portrait-256"),
    data: Annotated[Path, typer.Option(help="portraits folder")] = Path("../shared/portraits"),
    split: Annotated[str, typer.Option(help="train or val")] = "val",
    out: Annotated[Path, typer.Option(help="folder for the sheets")] = Path("runs/evaluate_remover"),
    smile: Annotated[bool, typer.Option(help="SMILE's way as well, to compare with")] = False,
) -> None:
    """Take drawn eyeglasses off and compare with the truth; sheets of those, and of people who wear some."""
    from core.models.remover import Remover
    from core.packs import Pack
    from training.evaluation.removal import evaluate_removal
    from training.export import trained_remover

    def work() -> None:
        opened = Pack.open(pack)
        network = trained_remover(run) if run is not None else cast(Remover, opened.build(REMOVER))
        for figure in evaluate_removal(network, opened, data, split, out, smile=smile):
            typer.echo(f"{figure.name}: {figure.value:.2f} of {figure.count}")

    _told(work)


@app.command()
def directions(
    pack: Annotated[Path, typer.Option(help="pack folder")] = Path("resources/packs/portrait-256"),
    data: Annotated[str, typer.Option(help="KIND:FOLDER; " + KINDS_HELP)] = "portraits:../shared/portraits",
    version: Annotated[str, typer.Option(help="version of the pack from now on")] = "",
) -> None:
    """Fit a pack's named directions (age, hair colour, ...) to annotated portraits, and store them in it."""
    from core.packs import Pack
    from training.directions import write_directions

    done = _told(lambda: write_directions(Pack.open(pack), open_dataset(data), version))
    typer.echo(f"{', '.join(done.directions)} in {done.folder}")


if __name__ == "__main__":
    app()
