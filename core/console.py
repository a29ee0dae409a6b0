"""What all commands without a window share: exit codes, errors in one line, opening the engine, saving."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import (
    DeviceError,
    EditError,
    FaceError,
    PackError,
    PhotoError,
    SemblanceError,
    VideoError,
    WriteError,
)
from core.photo import WRITABLE, Photo, save_photo

if TYPE_CHECKING:  # torch comes with it, and `--help` should not wait for torch
    from core.render.engine import Engine

FAILED, USAGE, PHOTO, FACE, PACK, WRITE, INTERRUPTED = 1, 2, 3, 4, 5, 6, 130

EPILOG = (
    "Exit codes: 0 done; 1 some files of a batch failed; 2 wrong usage or recipe; 3 a photo or video "
    "cannot be read; 4 no such face; 5 a model pack or device fails; 6 the result cannot be written; "
    "130 interrupted."
)

_CODES: tuple[tuple[type[SemblanceError], int], ...] = (
    (WriteError, WRITE),
    (EditError, USAGE),
    (PhotoError, PHOTO),
    (VideoError, PHOTO),
    (FaceError, FACE),
    (PackError, PACK),
    (DeviceError, PACK),
)

PackOption = Annotated[
    Path | None, typer.Option("--pack", help="Another model pack: its name or its folder.")
]
Quality = Annotated[int, typer.Option(min=1, max=100, help="For JPEG, WebP and AVIF.")]


def command_group() -> typer.Typer:
    """An application of typer's for some of the commands, all with the same manners."""
    return typer.Typer(
        name="semblance",
        help="Edit faces in photos without a window.",
        epilog=EPILOG,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )


@contextlib.contextmanager
def errors(interrupted: str = "Interrupted; nothing was left half-written.") -> Generator[None]:
    """Turn errors for a person into one line on standard error and an exit code."""
    try:
        yield
    except SemblanceError as error:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        typer.echo(f"Error: {' '.join(str(error).split())}", err=True)
        raise typer.Exit(code) from error
    except KeyboardInterrupt as error:
        typer.echo(interrupted, err=True)
        raise typer.Exit(INTERRUPTED) from error


def open_engine(pack: Path | None) -> Engine:
    """The engine with the pack of that name or folder, or with the one that ships."""
    from core.packs import default_pack, open_pack
    from core.render.engine import Engine

    return Engine(default_pack() if pack is None else open_pack(pack))


def save_result(photo: Photo, target: Path, quality: int) -> None:
    """Write a result. Raises `WriteError`."""
    try:
        save_photo(photo, target, quality=quality)
    except PhotoError as error:
        raise WriteError(str(error)) from error


def show_notices(notices: tuple[str, ...]) -> None:
    """Tell on standard error what the person should know."""
    for notice in notices:
        typer.echo(f"Note: {notice}", err=True)


def writable_suffix(path: Path) -> str:
    """The path's own ending if files of that kind can be written, otherwise .jpg."""
    known = any(path.suffix.lower() in form.suffixes for form in WRITABLE)
    return path.suffix if known else ".jpg"


def free_name(path: Path) -> Path:
    """The path, with a number if such a file is there already."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return candidate


def run_group(app: typer.Typer) -> None:
    """Entry point of a module that holds commands."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # some consoles cannot show “ü”
            stream.reconfigure(errors="replace")
    app()
