"""`python -m benchmarks`: how long things take on this machine, against the design's figures."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure
from benchmarks.processes import export_figures, startup_figures
from core.errors import SemblanceError


def main(
    pack: Annotated[Path | None, typer.Option(help="Folder of another model pack.")] = None,
    rounds: Annotated[int, typer.Option(min=1, help="Repetitions; the median counts.")] = 15,
    output: Annotated[Path | None, typer.Option("--json", help="Also write the figures as JSON.")] = None,
) -> None:
    """Time start-up, analysis, edits to preview and the export of 24 megapixels, with its memory."""
    from benchmarks.engine_figures import engine_figures  # torch: after start-up has been timed
    from core.packs import Pack, default_pack

    figures = startup_figures()
    show(figures)
    try:
        opened = default_pack() if pack is None else Pack.open(pack)
        with tempfile.TemporaryDirectory() as folder:
            figures += export_figures(opened.folder, Path(folder))
        device, measured = engine_figures(opened, rounds)
    except SemblanceError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(5) from error
    figures += measured
    show(figures, f"{opened.name} on {device}")
    if output is not None:
        output.write_text(json.dumps([asdict(figure) for figure in figures], indent=1), encoding="utf-8")


def show(figures: list[Figure], title: str = "Start-up") -> None:
    """Print the figures as a table."""
    table = Table(title=title)
    for name in ("what", "median", "p95", "wanted"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for figure in figures:
        colour = "" if figure.reached is None else "green" if figure.reached else "red"
        table.add_row(figure.what, f"[{colour}]{figure.median}" if colour else figure.median, *figure.rest)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
