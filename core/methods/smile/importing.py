"""From released weight files to an installed pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import PackError
from core.methods.importing import Imported
from core.methods.smile.convert import attribute_network, bisenet_network, sem_networks, syn_networks
from core.methods.smile.official import KINDS, recognise
from core.packs.foreign import WeightFile, read_weights
from core.packs.pack import DEFAULT_PACK, Pack, write_pack
from core.packs.placing import checked_licence, pack_place, put_pack

if TYPE_CHECKING:
    from torch import nn

SEM_PARTS: Mapping[str, str] = {"sem_generator": "G", "sem_mapping": "F", "sem_style": "S"}
NOT_NEEDED: Mapping[str, str] = {
    "sem_discriminator": "only training needs the discriminator",
    "fan": "the heatmaps that it would give are drawn from the label map instead",
}
"""Kinds that are recognised and left out, with the reason."""

_ORIGINS: Mapping[str, str] = {
    "smile": "SMILE: Romero, Van Gool and Timofte, “SMILE: Semantically-guided Multi-attribute Image and "
    "Layout Editing”, 2020. Its authors' code is under the MIT licence; CelebA-HQ and CelebAMask-HQ, which "
    "it was trained on, are for non-commercial research.",
    "bisenet": "BiSeNet: Yu et al., 2018, in the training of zllrunning/face-parsing.PyTorch. That code is "
    "under the MIT licence; CelebAMask-HQ, which it was trained on, is for non-commercial research. Its "
    "training mixed left and right up, so sides are told by their place in the picture.",
}
_TITLES: Mapping[str, str] = {
    "sem": "layout editing (SMILE_SEM)",
    "syn": "synthesis (SMILE_SYN)",
    "bisenet": "face parsing (BiSeNet)",
    "attributes": "attribute classifier, for evaluation",
}


@dataclass(frozen=True, eq=False)
class Recognised:
    """A file with the kind of network that it holds, a key of `KINDS`."""

    file: WeightFile
    kind: str

    @property
    def title(self) -> str:
        return KINDS[self.kind][0]


def recognise_files(paths: Sequence[Path]) -> tuple[Recognised, ...]:
    """What each file holds. Raises `PackError` when one is unreadable, unknown, or of a kind given twice."""
    found: list[Recognised] = []
    for path in paths:
        file = read_weights(path)
        kind = recognise(file.tensors)
        if kind is None:
            known = "; ".join(title for title, _ in KINDS.values())
            raise PackError(f"{path.name} holds a network that Semblance cannot use. It knows: {known}.")
        found.append(Recognised(file, kind))
    for kind in (*SEM_PARTS, "syn", "bisenet"):
        same = [each.file.path.name for each in found if each.kind == kind]
        if len(same) > 1:
            raise PackError(f"{' and '.join(same)} both hold {KINDS[kind][0]}; a pack has one.")
    return tuple(found)


def make_pack(
    found: Sequence[Recognised], licence: str, name: str = "", replace: bool = False, into: Path | None = None
) -> Imported:
    """Make a pack of recognised weights in `into`, by default the person's own packs.

    `licence` is what the person says of the terms; it is kept in the descriptor and the card. What the
    files lack is borrowed from the pack that ships. Raises `PackError` with a sentence for every reason
    why not: nothing is left behind then.
    """
    licence = checked_licence(licence)
    used = [each for each in found if each.kind not in NOT_NEEDED]
    notices = tuple(
        f"{each.file.path.name} is {each.title} and was left out: {NOT_NEEDED[each.kind]}."
        for each in found
        if each.kind in NOT_NEEDED
    )
    if not used:
        raise PackError(" ".join(notices) or "No weight file was given.")
    name = name or default_name(used)
    folder = pack_place(name, replace, into)
    return Imported(_write(folder, used, _networks(used), licence, name), notices)


def default_name(used: Sequence[Recognised]) -> str:
    """A pack's name after what it holds."""
    kinds = {each.kind for each in used}
    if kinds == {"bisenet"}:
        return "bisenet"
    return "smile-attributes" if kinds == {"attributes"} else "smile"


def _networks(used: Sequence[Recognised]) -> dict[str, nn.Module]:
    """Every network by role. Raises `PackError` when partners are missing or sizes are unknown."""
    by_kind = {each.kind: each for each in used}
    sem = [by_kind.get(kind) for kind in SEM_PARTS]
    networks: dict[str, nn.Module] = {}
    if any(sem):
        parts = [part for part in sem if part is not None]
        if len(parts) < len(SEM_PARTS):
            raise PackError(_missing_partners(by_kind))
        states = [part.file.tensors for part in parts]
        try:
            networks |= sem_networks(*states)
        except (ValueError, KeyError, IndexError, RuntimeError) as error:
            names = ", ".join(part.file.path.name for part in parts)
            raise PackError(f"{names} look like SMILE's SEM, but {_reason(error)}.") from error
    convert = {"syn": syn_networks, "bisenet": bisenet_network, "attributes": attribute_network}
    for each in used:
        if each.kind not in convert:
            continue
        try:
            made = convert[each.kind](each.file.tensors)
        except (ValueError, KeyError, IndexError, RuntimeError) as error:
            raise PackError(
                f"{each.file.path.name} looks like {each.title}, but {_reason(error)}."
            ) from error
        if set(made) & set(networks):
            raise PackError(
                f"{each.file.path.name} holds {each.title} a second time; a pack has one of each."
            )
        networks |= made
    return networks


def _missing_partners(by_kind: Mapping[str, Recognised]) -> str:
    here = [letter for kind, letter in SEM_PARTS.items() if kind in by_kind]
    missing = [letter for kind, letter in SEM_PARTS.items() if kind not in by_kind]
    files = " and ".join(f"smileSEM_{letter}_ema.pth" for letter in missing)
    return (
        f"SMILE's SEM is three networks, G, F and S; {' and '.join(here)} was given without "
        f"{' and '.join(missing)}. Give {files} as well, in the same call."
    )


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"“{error.args[0]}” is missing"
    return str(error) if isinstance(error, ValueError) else "its tensors do not fit together"


def _write(
    folder: Path, used: Sequence[Recognised], networks: Mapping[str, nn.Module], licence: str, name: str
) -> Pack:
    def write(draft: Path) -> None:
        write_pack(
            draft,
            networks,
            name=name,
            title=_title(used),
            version="1",
            licence=licence,
            card=model_card(used, licence),
            falls_back_to=DEFAULT_PACK,
            sources={each.file.path.name: each.file.sha256 for each in used},
            half=False,
        )

    return put_pack(folder, write)


def _title(used: Sequence[Recognised]) -> str:
    kinds = {each.kind.split("_")[0] for each in used}
    parts = [title for kind, title in _TITLES.items() if kind in kinds]
    return f"Imported: {', '.join(parts)}"


def model_card(used: Sequence[Recognised], licence: str) -> str:
    """What the pack's card says: files, licence as given, what is known of the origin, what differs."""
    files = "\n".join(f"| {each.file.path.name} | {each.title} | {each.file.sha256} |" for each in used)
    kinds = {each.kind for each in used}
    origins = [_ORIGINS["bisenet"]] if "bisenet" in kinds else []
    origins += [_ORIGINS["smile"]] if kinds - {"bisenet"} else []
    return (
        f"# {_title(used)}\n\nImported weights; not trained by this project and not part of it.\n\n"
        f"## Licence\n\nAs stated by the person who imported them:\n\n> {licence}\n\n"
        f"## Files\n\n| file | network | SHA-256 |\n|---|---|---|\n{files}\n\n"
        f"## Origin\n\nFor files of the original release (the import cannot tell whether these are):\n\n"
        + "\n\n".join(origins)
        + f"\n\n## How they run here\n\n{_running(kinds)}\n"
    )


def _running(kinds: set[str]) -> str:
    lines = [f"What the files do not bring is borrowed from the pack {DEFAULT_PACK}."]
    if "sem_generator" in kinds:
        lines.append(
            "SEM weights its skips by heatmaps of facial landmarks. The landmark network (wing.ckpt) is not "
            "used; the heatmaps are drawn from the label map, so results differ from the authors' in detail."
        )
    if "syn" in kinds:
        lines.append(
            "SYN has no accessory layer: eyeglasses and earrings are drawn in place of what they cover."
        )
    if "bisenet" in kinds:
        lines.append("The opacity of eyeglasses comes from the bundled parser, since BiSeNet has none.")
    if "attributes" in kinds:
        lines.append(
            "The attribute classifiers judge in evaluations (launch.py evaluate --judge NAME); the editor "
            "does not need them."
        )
    return "\n\n".join(lines)


class SmileImporter:
    """SMILE's released networks, and BiSeNet's parser."""

    @property
    def knows(self) -> str:
        return "; ".join(title for title, _ in KINDS.values())

    def title(self, path: Path) -> str | None:
        kind = recognise(read_weights(path).tensors)
        return None if kind is None else KINDS[kind][0]

    def make(self, paths: Sequence[Path], licence: str, name: str = "", replace: bool = False) -> Imported:
        return make_pack(recognise_files(paths), licence, name, replace)


IMPORTER = SmileImporter()
