"""`python -m app.tools.translations`: brings the catalogues up to date with the code, and compiles them.

With `--check` it changes nothing and says what is wrong; with `--complete` also what is not translated yet.
Needs a source tree: lupdate and lrelease come with PySide6.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from app.words.translate import CATALOGUES, CONTEXT, LANGUAGES
from core.methods.control import Control, Slider
from core.methods.registry import known_controls

ROOT = Path(__file__).resolve().parents[2]
CORE = tuple(f"core/{name}" for name in ("atomic.py", "batch.py", "export.py", "document", "face", "methods",
                                         "packs/pack.py", "photo", "render"))  # fmt: skip
"""Where sentences come from that the window shows; the rest speaks to a terminal."""
TERMINAL = ("importing.py", "convert.py", "official.py")
"""Files of methods that make packs of released weights, which is done by command."""
_SENTENCE = re.compile(r"(?s)[A-Z].* .*\.")
_DOUBT = re.compile(r"[a-z][a-z':, ]+")
_VALUE = re.compile(r"\{\w*\}|%n")
_LETTER = re.compile(r"&(?=[^\s&])")
_TAG = re.compile(r"</?\w+")


@dataclass(frozen=True)
class Entry:
    """A text of a catalogue; no translation while it is unfinished."""

    source: str
    translation: str
    kind: str = ""


# what the code says
def texts(root: Path = ROOT) -> tuple[str, ...]:
    """Every text that can be translated, sorted. Raises `ValueError` where `tr` gets a text put together."""
    found: set[str] = set()
    for path in sorted((root / "app").rglob("*.py")):
        found.update(_marked(ast.parse(path.read_text(encoding="utf-8")), path))
    for name in CORE:
        for path in [root / name] if name.endswith(".py") else sorted((root / name).rglob("*.py")):
            if path.name not in TERMINAL:
                found.update(_said(ast.parse(path.read_text(encoding="utf-8")), path.name == "doubts.py"))
    found |= {word for control in known_controls() for word in _words_of(control)}
    for path in sorted((root / "resources" / "packs").glob("*/pack.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        found.update(entry.get("weak", "") for entry in content.get("attributes", {}).values())
        for name, entry in content.get("directions", {}).items():
            said = (entry.get(each, "") for each in ("less", "more", "weak"))
            found |= {name.replace("-", " ").capitalize(), *said}  # as its slider is called
    return tuple(sorted(found - {""}))


def _words_of(control: Control) -> Iterator[str]:
    """What a panel shows of a control."""
    yield from (control.title, control.group, control.weak)
    if isinstance(control, Slider):
        yield from (control.less, control.more)


def _marked(tree: ast.AST, path: Path) -> Iterator[str]:
    """The literals that `tr` and `mark` get."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "mark") and node.args:
            if isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
                raise ValueError(
                    f"{path}:{node.lineno}: a text must be one literal, with {{names}} for values"
                )
            yield _literal(node.args[0])


def _said(tree: ast.AST, doubts: bool) -> Iterator[str]:
    """What `core` says to a person: whole sentences, steps and doubts; not those with values in them."""
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    parts |= {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and _literal(node.value)
    }
    parts |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Assign) and doubts}
    for node in ast.walk(tree):
        text = _literal(node)
        if id(node) in parts:
            continue
        if _SENTENCE.fullmatch(text) or (doubts and _DOUBT.fullmatch(text)):
            yield text
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "step" and len(node.args) == 2:
            yield _literal(node.args[1])


def _literal(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


# the catalogues
def entries(path: Path) -> list[Entry]:
    """What a .ts file holds."""
    found: list[Entry] = []
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        kind = "" if translation is None else translation.get("type", "")
        text = "" if translation is None else translation.text or ""
        found.append(Entry(message.findtext("source", ""), "" if kind == "unfinished" else text, kind))
    return found


def update(catalogue: Path, sources: tuple[str, ...]) -> None:
    """Put the texts into a .ts file (made where there is none); what the code no longer says goes away."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "texts.py"
        lines = (
            f'QCoreApplication.translate("{CONTEXT}", {json.dumps(t, ensure_ascii=False)})' for t in sources
        )
        listed.write_text("\n".join((*lines, "")), encoding="utf-8")
        options = (
            "-locations",
            "none",
            "-no-obsolete",
            "-sort-messages",
            "-source-language",
            "en",
            "-silent",
        )
        guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
        _tool("lupdate", *options, *guesses, "-extensions", "py", str(listed), "-ts", str(catalogue))


def compile_to(catalogue: Path, target: Path) -> None:
    """The .qm file of a .ts file."""
    _tool("lrelease", "-silent", str(catalogue), "-qm", str(target))


def faults(catalogue: Path, sources: tuple[str, ...]) -> list[str]:
    """What is wrong with a catalogue, a line each; unfinished entries are not."""
    if not catalogue.is_file():
        return [f"{catalogue.name} is missing"]
    held = entries(catalogue)
    names = {entry.source for entry in held}
    found = [f"not in it: {text!r}" for text in sources if text not in names]
    found += [f"no longer in the code: {text!r}" for text in sorted(names - set(sources))]
    for entry in held:
        if entry.kind in ("obsolete", "vanished"):
            found.append(f"obsolete: {entry.source!r}")
        elif entry.translation:
            found += [f"{words}: {entry.source!r} -> {entry.translation!r}" for words in _differences(entry)]
    if not catalogue.with_suffix(".qm").is_file() or not _current(catalogue):
        found.append("its .qm file is not made of it")
    return [f"{catalogue.name}: {words}" for words in found]


def _differences(entry: Entry) -> list[str]:
    """What a translation must keep and does not."""
    source, said = entry.source, entry.translation
    found = (
        ["placeholders differ"] if Counter(_VALUE.findall(source)) != Counter(_VALUE.findall(said)) else []
    )
    if len(_LETTER.findall(source)) != len(_LETTER.findall(said)):
        found.append("menu letters differ")
    if source.endswith("…") != said.endswith("…"):
        found.append("the dots at the end differ")
    spaced = (
        said[:1].isspace(),
        said[-1:].isspace() or said.endswith(("、", "，")),
    )  # wide marks bring theirs
    if (source[:1].isspace(), source[-1:].isspace()) != spaced:
        found.append("spaces at the ends differ")
    if Counter(_TAG.findall(source)) != Counter(_TAG.findall(said)):
        found.append("tags differ")
    return found


def _current(catalogue: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.qm"
        compile_to(catalogue, fresh)
        return fresh.read_bytes() == catalogue.with_suffix(".qm").read_bytes()


def _tool(name: str, *arguments: str) -> None:
    program = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or f"pyside6-{name}"
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode or "error" in done.stderr.lower():
        raise RuntimeError(f"{name} failed: {done.stdout}{done.stderr}")


def main(argv: list[str]) -> int:
    """Update everything, or only say what is wrong; returns the exit code."""
    sources = texts()
    wrong: list[str] = []
    for language in LANGUAGES:
        catalogue = CATALOGUES / f"semblance_{language}.ts"
        if "--check" not in argv and "--complete" not in argv:
            update(catalogue, sources)
            compile_to(catalogue, catalogue.with_suffix(".qm"))
        wrong += faults(catalogue, sources)
        left = sum(not entry.translation for entry in entries(catalogue)) if catalogue.is_file() else 0
        print(f"{catalogue.name}: {len(sources) - left} of {len(sources)} translated")  # noqa: T201
        if left and "--complete" in argv:
            wrong.append(f"{catalogue.name}: {left} are not translated")
    for words in wrong:
        print(words, file=sys.stderr)  # noqa: T201
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
