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
    CredentialsError,
    DeviceError,
    EditError,
    FaceError,
    PackError,
    PhotoError,
    SemblanceError,
    VideoError,
    WriteError,
)
from core.photo import METADATA, Credentials, Photo, SaveOptions, check_credentials, save_photo
from core.photo.options import LARGEST_SIDE, SMALLEST_SIDE

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
    (CredentialsError, WRITE),
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
Size = Annotated[
    int | None,
    typer.Option(
        "--size",
        min=SMALLEST_SIDE,
        max=LARGEST_SIDE,
        help="Longest side of the result in pixels; a smaller photo is not enlarged.",
    ),
]
MetadataOption = Annotated[
    str,
    typer.Option(
        "--metadata",
        help="What goes along: all; no-place (all but where it was taken); none (only the colour profile). "
        "The note that a model changed parts always does.",
    ),
]
Sidecar = Annotated[bool, typer.Option("--sidecar", help="Also write the edits, as RESULT.recipe.json.")]
CredentialsOption = Annotated[
    tuple[Path, Path] | None,
    typer.Option(
        "--credentials",
        metavar="CERT.pem KEY.pem",
        help="Sign the result with content credentials (C2PA), with your own certificate and its key.",
    ),
]


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
    from core.methods.registry import companions, require_editing
    from core.packs import default_pack, open_pack
    from core.render.engine import Engine

    opened = default_pack() if pack is None else open_pack(pack)
    require_editing(opened)
    return Engine(opened, others=companions(opened))


def save_options(
    quality: int,
    size: int | None = None,
    metadata: str = "all",
    credentials: tuple[Path, Path] | None = None,
) -> SaveOptions:
    """The flags as a value. Raises `EditError`, and `CredentialsError` before any work is done."""
    if metadata not in METADATA:
        raise EditError(f"--metadata is one of {', '.join(METADATA)}, not “{metadata}”.")
    signed = Credentials(*credentials) if credentials is not None else None
    if signed is not None:
        check_credentials(signed)
    return SaveOptions(quality, size, metadata, signed)


def save_result(photo: Photo, target: Path, options: SaveOptions) -> None:
    """Write a result. Raises `WriteError`, `CredentialsError`."""
    with write_errors():
        save_photo(photo, target, options)


@contextlib.contextmanager
def write_errors() -> Generator[None]:
    """A photo that cannot be written is another exit code than one that cannot be read."""
    try:
        yield
    except PhotoError as error:
        raise WriteError(str(error)) from error


def show_notices(notices: tuple[str, ...]) -> None:
    """Tell on standard error what the person should know."""
    for notice in notices:
        typer.echo(f"Note: {notice}", err=True)


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
