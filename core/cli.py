"""The command line: `edit` one photo, `batch` the same edits over a folder, `swap` a head.

Exit codes are those of `core.console`.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from core.batch import (
    STOPPING,
    Batch,
    edit_file,
    edits_in,
    outputs,
    photos_in,
    prepare_folder,
    refuse_doubtful,
    sentence_of,
    unfit,
    writable_suffix,
)
from core.console import (
    FAILED,
    CredentialsOption,
    MetadataOption,
    PackOption,
    Quality,
    Sidecar,
    Size,
    command_group,
    errors,
    free_name,
    open_engine,
    run_group,
    save_options,
    save_result,
    show_notices,
    write_errors,
)  # fmt: skip
from core.document.document import Document
from core.document.edits import LARGEST_SEED, Reference
from core.document.files import recipe_beside, write_recipe
from core.document.manifest import pack_notices
from core.document.project import Project, is_project, read_project
from core.errors import EditError, FaceError, WriteError
from core.face import parse_points
from core.labels import GROUPS, HEAD_PARTS
from core.methods.control import Toggle
from core.methods.heads.edits import HeadSwap
from core.methods.registry import edit_types, known_controls
from core.options import Choice, Given
from core.photo import Photo, load_photo

if TYPE_CHECKING:  # torch comes with it, and `--help` should not wait for torch
    from core.render.engine import Engine

app = command_group()
_NAMES = ", ".join(each.name for each in known_controls() if isinstance(each, Toggle))


PhotoOrProject = Annotated[
    Path, typer.Argument(help="The photo to edit, or a project with its edits (.ora).")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Where to write. Default: PHOTO-edited beside it.")
]
Sets = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="ATTRIBUTE=VALUE",
        help=f"VALUE is on, off, random, seed:N, a reference photo or blend(THIS, THAT, SHARE); or one "
        f"of the attribute's own words (hair=much, identity=male); a number for what is a slider. "
        f"ATTRIBUTE: {_NAMES}, or “all” with a reference.",
    ),
]
Regions = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        metavar="REGION=REFERENCE",
        help=f"Give a region the look of a reference photo's, or random, seed:N, or "
        f"blend(THIS, THAT, SHARE). REGION: {', '.join(GROUPS)}.",
    ),
]
Directions = Annotated[
    list[str] | None,
    typer.Option(
        "--direction",
        metavar="NAME=AMOUNT",
        help="Move the face along a direction that the model pack names, by an amount from -1 to 1: "
        "age=-0.5, blond-hair=1. “models” lists the names.",
    ),
]
WhichFace = Annotated[
    int | None,
    typer.Option(
        min=1,
        help="Which face, the largest first. What may not be a face is edited only when asked for like this.",
    ),
]
Truncation = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Draws random styles towards the average, which is 0.")
]
FirstSeed = Annotated[
    int, typer.Option(min=0, max=LARGEST_SEED, help="What “on” looks like; the same seed, the same look.")
]
Strength = Annotated[float, typer.Option(min=0.0, max=1.0, help="How far the edits given here go.")]
Points = Annotated[
    str | None,
    typer.Option(
        metavar="“x,y x,y x,y x,y x,y”",
        help="The face's points where it is not found: right eye (left in the picture), left eye, "
        "nose tip, right and left corner of the mouth.",
    ),
]
Anyway = Annotated[
    bool, typer.Option("--anyway", help="Make edits even where they cannot look real on the face.")
]
LabelMapFile = Annotated[
    Path | None, typer.Option(help="Also write the edited label map (grey PNG, one value a label).")
]
RecipeFile = Annotated[Path | None, typer.Option(help="Edits from a recipe, before those given here.")]


@app.command()
def edit(
    photo: PhotoOrProject,
    output: Output = None,
    set_: Sets = None,
    region: Regions = None,
    direction: Directions = None,
    face: WhichFace = None,
    truncation: Truncation = 1.0,
    seed: FirstSeed = 0,
    strength: Strength = 1.0,
    points: Points = None,
    label_map: LabelMapFile = None,
    recipe: RecipeFile = None,
    anyway: Anyway = False,
    pack: PackOption = None,
    quality: Quality = 95,
    size: Size = None,
    metadata: MetadataOption = "all",
    sidecar: Sidecar = False,
    credentials: CredentialsOption = None,
) -> None:
    """Edit one photo and write the result."""
    with errors():
        start = time.perf_counter()
        options = save_options(quality, size, metadata, credentials)
        project = _opened(photo, points, recipe)
        engine = open_engine(pack)
        show_notices((*project.notices, *pack_notices(project.packs, engine.packs)))
        choice = Choice((face or 1) - 1, seed, strength, truncation)
        given = Given(set_ or [], region or [], direction or [], choice)
        document = _with_given(project.document, given, engine, face is not None, anyway)
        target = output or _beside(photo, "edited", document.photo.source or photo)
        result = engine.render(document)
        show_notices(result.notices)
        save_result(result, target, options)
        if sidecar:
            _save_recipe(document, target)
        if label_map is not None:
            _save_label_map(engine.preview(document, choice.face).label_map, label_map, photo)
        typer.echo(f"{target} ({time.perf_counter() - start:.1f} s)")


def _with_given(document: Document, given: Given, engine: Engine, sure: bool, anyway: bool) -> Document:
    """The document with the edits that were given. Raises `FaceError` where no face may be there at all,
    unless somebody who is `sure` of it said which, and where edits cannot come out well, unless `anyway`."""
    document = given.added_to(document, engine.controls, functools.partial(_label_map_of, engine))
    if not sure:
        refuse_doubtful(engine, document)
    why = "" if anyway else unfit(engine, document)
    if why:
        raise FaceError(f"{why} “--anyway” edits all the same.")
    return document


def _opened(photo: Path, points: str | None, recipe: Path | None) -> Project:
    """The photo or project to edit, with the points and the recipe that were given."""
    project = read_project(photo, edit_types()) if is_project(photo) else Project(Document(load_photo(photo)))
    document = project.document
    if points is not None:
        document = document.with_faces((parse_points(points),))
    if recipe is not None:
        document = _with_recipe(document, recipe)
    return replace(project, document=document)


def _beside(photo: Path, word: str, source: Path) -> Path:
    """A free name beside the photo for what became of it."""
    return free_name(photo.with_name(f"{photo.stem}-{word}{writable_suffix(source)}"))


@app.command()
def batch(
    recipe: Annotated[Path, typer.Argument(help="The edits, as JSON.")],
    folder: Annotated[Path, typer.Argument(help="Folder of photos.")],
    out_folder: Annotated[
        Path, typer.Argument(help="Where the results go, under the same names; nothing there is replaced.")
    ],
    face: WhichFace = None,
    anyway: Anyway = False,
    pack: PackOption = None,
    quality: Quality = 95,
    size: Size = None,
    metadata: MetadataOption = "all",
    sidecar: Sidecar = False,
    credentials: CredentialsOption = None,
) -> None:
    """Make the same edits in every photo of a folder. One bad file never stops the rest."""
    with errors():
        options = save_options(quality, size, metadata, credentials)
        edits, references = edits_in(recipe)
        photos = photos_in(folder)
        prepare_folder(out_folder, [folder])
        targets = outputs(photos, out_folder)
        engine = open_engine(pack)
        show_notices(engine.left_out(edits))
        chosen = None if face is None else face - 1
        failures = _run_batch(engine, Batch(edits, references, options, sidecar, chosen, anyway), targets)
        typer.echo(f"{len(photos) - len(failures)} of {len(photos)} photos edited, in {out_folder}")
        for path, reason in failures:
            typer.echo(f"  {path.name}: {reason}", err=True)
    if failures:
        raise typer.Exit(FAILED)


@app.command()
def swap(
    photo: Annotated[Path, typer.Argument(help="The photo that gets another head.")],
    other: Annotated[Path, typer.Argument(help="The photo of the person whose head it gets.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write. Default: PHOTO-swapped beside it.")
    ] = None,
    face: Annotated[int, typer.Option(min=1, help="Which face of PHOTO, the largest first.")] = 1,
    other_face: Annotated[int, typer.Option(min=1, help="Which face of OTHER.")] = 1,
    part: Annotated[str, typer.Option(help=f"What to bring: {', '.join(HEAD_PARTS)}.")] = "head",
    pack: PackOption = None,
    quality: Quality = 95,
) -> None:
    """Put the head of one photo into another: its identity, hair and accessories; pose and light stay."""
    with errors():
        start = time.perf_counter()
        if part not in HEAD_PARTS:
            raise EditError(f"--part is one of {', '.join(HEAD_PARTS)}, not “{part}”.")
        reference = Reference(str(other), other_face - 1)
        document = Document(load_photo(photo)).with_reference(reference.key, load_photo(other))
        document = document.with_edit(HeadSwap(face=face - 1, reference=reference, part=part))
        result = open_engine(pack).render(document)
        show_notices(result.notices)
        target = output or _beside(photo, "swapped", photo)
        save_result(result, target, save_options(quality))
        typer.echo(f"{target} ({time.perf_counter() - start:.1f} s)")


def _label_map_of(engine: Engine, photo: Photo) -> NDArray[np.uint8]:
    faces = engine.analyse(photo)
    if not faces:
        name = photo.source.name if photo.source else "the reference"
        raise FaceError(f"No face was found in {name}.")
    return faces[0].label_map


def _with_recipe(document: Document, recipe: Path) -> Document:
    edits, references = edits_in(recipe)
    for key, photo in references.items():
        document = document.with_reference(key, photo)
    return document.with_edits((*document.edits, *edits))


def _run_batch(engine: Engine, batch: Batch, targets: Mapping[Path, Path]) -> list[tuple[Path, str]]:
    """Edit every photo; returns those that failed, each with one line that says why."""
    from rich.console import Console
    from rich.progress import track

    failures: list[tuple[Path, str]] = []
    console = Console(stderr=True)
    for source in track(targets, "Editing", console=console, disable=not console.is_terminal):
        try:
            edit_file(engine, batch, source, targets[source])
        except STOPPING:
            raise
        except Exception as error:  # a fault of ours in one file must not cost the others
            failures.append((source, sentence_of(error)))
    return failures


def _save_recipe(document: Document, target: Path) -> None:
    with write_errors():
        write_recipe(document, recipe_beside(target))


def _save_label_map(label_map: object, target: Path, photo: Path) -> None:
    from PIL import Image

    if target.resolve() == photo.resolve():
        raise WriteError("The label map would overwrite the photo; give it another name.")
    try:
        Image.fromarray(np.asarray(label_map, np.uint8)).save(target, format="PNG")
    except OSError as error:
        raise WriteError(f"{target} could not be written.") from error


if __name__ == "__main__":
    run_group(app)
