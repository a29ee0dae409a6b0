"""`python -m benchmarks [NAME]`: how long things take on this machine, against the design's figures."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure
from benchmarks.processes import dab_figures, endurance_figures, export_figures, startup_figures
from core.errors import SemblanceError


class Name(StrEnum):
    """What can be measured by itself."""

    START = "start"
    EXPORT = "export"
    ENGINE = "engine"
    DAB = "dab"
    ENDURANCE = "endurance"
    STYLEGAN2 = "stylegan2"
    GOLDEN = "golden"


_OF_PACK: dict[Name, Callable[[Path, Path], list[Figure]]] = {
    Name.EXPORT: export_figures,
    Name.DAB: dab_figures,
    Name.ENDURANCE: endurance_figures,
}


def main(
    name: Annotated[Name | None, typer.Argument(help="Only this; without it, everything.")] = None,
    pack: Annotated[Path | None, typer.Option(help="Folder of another model pack.")] = None,
    rounds: Annotated[int, typer.Option(min=1, help="Repetitions; the median counts.")] = 15,
    output: Annotated[Path | None, typer.Option("--json", help="Also write the figures as JSON.")] = None,
    record: Annotated[Path | None, typer.Option(help="golden: write what documents look like now.")] = None,
    compare: Annotated[Path | None, typer.Option(help="golden: say what differs from that file.")] = None,
) -> None:
    """Time start-up, edits, dabs and the export of 24 megapixels, and watch memory over 1 000 edits.

    “golden” times nothing: it keeps the pixels of twenty documents, or compares them with those kept.
    """
    wanted = tuple(each for each in Name if each != Name.GOLDEN) if name is None else (name,)
    figures: list[Figure] = []
    try:
        if name == Name.GOLDEN:
            _golden(pack, record, compare)
            return
        for each in wanted:
            title, found = _measured(each, pack, rounds)
            show(found, title)
            figures += found
    except SemblanceError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(5) from error
    if output is not None:
        output.write_text(json.dumps([asdict(figure) for figure in figures], indent=1), encoding="utf-8")


def _golden(pack: Path | None, record: Path | None, compare: Path | None) -> None:
    """Exit 1 where a document looks different."""
    from benchmarks import golden  # torch
    from core.packs import Pack, default_pack
    from core.render.engine import Engine

    if (record is None) == (compare is None):
        raise typer.BadParameter("golden needs --record FILE or --compare FILE.")
    engine = Engine(default_pack() if pack is None else Pack.open(pack))
    if record is not None:
        golden.record(engine, record)
    elif compare is not None and not golden.compare(engine, compare):
        raise typer.Exit(1)


def _measured(name: Name, pack: Path | None, rounds: int) -> tuple[str, list[Figure]]:
    """A title, with the machine's load since it says what figures are worth, and the figures."""
    if name == Name.START:
        return f"Start-up{_load()}", startup_figures()
    if name == Name.STYLEGAN2:
        from benchmarks.stylegan2 import stylegan2_figures  # torch

        return f"StyleGAN2{_load()}", stylegan2_figures(rounds)
    from core.packs import Pack, default_pack

    opened = default_pack() if pack is None else Pack.open(pack)
    if name == Name.ENGINE:
        from benchmarks.engine_figures import engine_figures  # torch

        device, figures = engine_figures(opened, rounds)
        return f"{opened.name} on {device}{_load()}", figures
    with tempfile.TemporaryDirectory() as folder:
        return f"{name.capitalize()}{_load()}", _OF_PACK[name](opened.folder, Path(folder))


def _load() -> str:
    return f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def show(figures: list[Figure], title: str) -> None:
    """Print the figures as a table."""
    table = Table(title=title)
    for name in ("what", "median", "p95", "most", "wanted"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for figure in figures:
        colour = "" if figure.reached is None else "green" if figure.reached else "red"
        table.add_row(figure.what, f"[{colour}]{figure.median}" if colour else figure.median, *figure.rest)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
