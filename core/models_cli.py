"""Models without a window: `import` makes a pack of released weights, `models` looks after packs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from core.console import PACK, command_group, errors, run_group
from core.methods.control import Toggle
from core.methods.registry import known_controls
from core.packs.installed import (
    InstalledPack,
    find_installed,
    installed_packs,
    remove_pack,
    verify_pack,
)

_EPILOG = "Exit status: 0 done; 2 a wrong call; 5 a file or a model pack fails; 130 interrupted."

app = command_group()
models = typer.Typer(epilog=_EPILOG, rich_markup_mode=None)


@app.command("import", epilog=_EPILOG)
def import_(
    files: Annotated[
        list[Path], typer.Argument(help="Weight files: .pth, .pt, .ckpt or .safetensors.", show_default=False)
    ],
    licence: Annotated[
        str, typer.Option("--licence", help="The terms of these weights; kept with the pack.")
    ] = "",
    name: Annotated[str, typer.Option("--name", help="The pack's name; else after what it holds.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of a pack of that name.")
    ] = False,
) -> None:
    """Make a model pack of released weights: SMILE (SEM G, F, S; SYN; classifiers) and BiSeNet.

    G, F and S of SEM come in one call. What the files lack is borrowed from the pack that ships. Commands
    edit with the pack by `--pack NAME`, the window when it is chosen in Preferences > Engine.
    """
    with errors():
        from core.methods.importing import importer_for
        from core.methods.registry import importers

        typer.echo("Reading the files ...")
        importer, titles = importer_for(files, importers())
        for path, title in zip(files, titles, strict=True):
            typer.echo(f"{path.name}: {title}")
        terms = licence or _ask_licence()
        typer.echo("Writing the pack ...")
        imported = importer.make(files, terms, name, replace)
        for notice in imported.notices:
            typer.echo(notice)
        typer.echo(f"Imported as “{imported.pack.name}” into {imported.pack.folder}.")


def _ask_licence() -> str:
    """Ask for the terms where somebody is there to answer."""
    if not _somebody_is_there():
        return ""
    typer.echo("Under which terms may these weights be used? It is kept with the pack.")
    return typer.prompt("Licence", default="", show_default=False)


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()


@models.callback(invoke_without_command=True)
def models_(context: typer.Context) -> None:
    """The model packs on this computer: list them, verify their files, remove those that you installed."""
    if context.invoked_subcommand is None:
        list_()


@models.command("list")
def list_() -> None:
    """What is installed; also what `models` alone does."""
    for each in installed_packs():
        typer.echo("\n".join(_lines(each)))


def _lines(each: InstalledPack) -> list[str]:
    place = "ships with Semblance" if each.bundled else str(each.folder)
    lines = [f"{each.name}  ({each.size / 1e6:.1f} MB, {place})"]
    if each.pack is None:
        return [*lines, f"  damaged: {each.fault}"]
    descriptor = each.pack.descriptor
    lines += [f"  {descriptor.title}", f"  networks: {', '.join(sorted(each.pack.roles))}"]
    if each.pack.directions:
        lines.append(f"  directions: {', '.join(each.pack.directions)}")
    if descriptor.falls_back_to:
        lines.append(f"  the rest comes from {descriptor.falls_back_to}")
    return [*lines, f"  licence: {descriptor.licence}"]


@models.command()
def looks() -> None:
    """List the looks that have names: `--set eyeglasses="Rimless"` puts one on."""
    with errors():
        for toggle in known_controls():
            if isinstance(toggle, Toggle) and toggle.looks is not None:
                typer.echo(f"{toggle.name}:")
                for name in toggle.looks():
                    typer.echo(f"  {name}")


@models.command(epilog=_EPILOG)
def verify(
    names: Annotated[list[str] | None, typer.Argument(help="Packs; all of them without a name.")] = None,
) -> None:
    """Check every file of the packs against its SHA-256."""
    with errors():
        chosen = [find_installed(name) for name in names] if names else list(installed_packs())
        faults = 0
        for each in chosen:
            fault = verify_pack(each)
            faults += bool(fault)
            typer.echo(f"{each.name}: {fault or 'every file is as its descriptor says'}")
        if faults or not chosen:
            raise typer.Exit(PACK)


@models.command(epilog=_EPILOG)
def remove(
    names: Annotated[list[str], typer.Argument(help="Packs that you installed.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Delete packs that you installed."""
    with errors():
        for name in names:
            find_installed(name)
            if not yes and not typer.confirm(f"Delete the model pack “{name}”?"):
                continue
            typer.echo(f"Removed {remove_pack(name)}.")


app.add_typer(models, name="models")


if __name__ == "__main__":
    run_group(app)
