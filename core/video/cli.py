"""`reenact`: a still that moves as somebody in a video does."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator
from pathlib import Path
from typing import Annotated

import typer

from core.console import PackOption, command_group, errors, open_engine, run_group
from core.errors import EditError
from core.job import Job
from core.photo import load_photo

app = command_group()

SHAPES = ("own", "driver")
ShapeOf = Annotated[
    str,
    typer.Option(
        help="own: the still's parts move as far as the driver's move from the first frame. driver: the "
        "driver's layout as it is, head and hair shape included."
    ),
]
StillFace = Annotated[
    int | None,
    typer.Option(
        min=1,
        help="Which face of the still, the largest first. What may not be a face moves only when asked for "
        "like this.",
    ),
]


@app.command()
def reenact(
    photo: Annotated[Path, typer.Argument(help="The still that is to move.")],
    driver: Annotated[Path, typer.Argument(help="A video of a face, or a folder of frames.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The film (.mp4, .mov, .m4v), or a folder for its frames."),
    ],
    face: StillFace = None,
    driver_face: Annotated[int, typer.Option(min=1, help="Which face of the video's first frame.")] = 1,
    shape: ShapeOf = "own",
    smoothing: Annotated[
        float, typer.Option(min=0.0, max=10.0, help="Calm over time, in frames; 0 for none.")
    ] = 1.0,
    size: Annotated[int, typer.Option(min=64, max=4096, help="Longest side of the film, in pixels.")] = 1080,
    pack: PackOption = None,
) -> None:
    """Let a still move as somebody in a video does. Stopped, the same command goes on where it was."""
    from core.video.frames import open_film
    from core.video.reenact import ReenactSettings, reenact

    with errors("Interrupted; the same command goes on from here."):
        if shape not in SHAPES:
            raise EditError(f"--shape is one of {', '.join(SHAPES)}, not “{shape}”.")
        start = time.perf_counter()
        film, still = open_film(driver), load_photo(photo)
        settings = ReenactSettings(
            (face or 1) - 1, driver_face - 1, shape, smoothing, size, doubtful=face is not None
        )
        with _shown() as job:
            made = reenact(open_engine(pack), still, film, output, settings, job)
        if made.resumed_at:
            typer.echo(f"Note: {made.resumed_at} frames were drawn before.", err=True)
        if made.lost:
            typer.echo(f"Note: no face in {made.lost} frames; their movement is a guess.", err=True)
        typer.echo(f"{output}: {made.frames} frames ({time.perf_counter() - start:.1f} s)")


@contextlib.contextmanager
def _shown() -> Generator[Job]:
    """A job whose progress a terminal shows."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Starting", total=1.0)
        yield Job(progress=lambda done, text: bar.update(task, completed=done, description=text))


@app.callback()
def group() -> None:
    """Moving pictures."""


if __name__ == "__main__":
    run_group(app)
