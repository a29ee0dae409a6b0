"""Every text is in every catalogue and keeps what it must; the window speaks German when asked to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.program.settings import SCHEMA
from app.tools.translations import Entry, compile_to, entries, faults, texts, update
from app.window.actions import MENUS, SEPARATOR, TABLE, plain
from app.words.edits import edit_words
from app.words.translate import CATALOGUES, LANGUAGES, figure, install, mark, midway, spoken, tr
from core.document.edits import Own
from core.methods.control import Toggle
from core.methods.registry import known_controls


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """German until the end of the test."""
    before = set(qapp.findChildren(QTranslator))
    install(qapp, "de")
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.fixture(scope="module")
def sources() -> tuple[str, ...]:
    return texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_fit_the_code(language: str, sources: tuple[str, ...]):
    catalogue = CATALOGUES / f"semblance_{language}.ts"
    assert faults(catalogue, sources) == [], "python -m app.tools.translations brings it up to date"


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_complete(language: str):
    held = entries(CATALOGUES / f"semblance_{language}.ts")
    assert [entry.source for entry in held if not entry.translation] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_letters_are_unique_within_a_menu(language: str):
    said = {e.source: e.translation for e in entries(CATALOGUES / f"semblance_{language}.ts")}
    rows = {spec.id: said.get(spec.text, "") for spec in TABLE}
    for menu, names in MENUS:
        letters = [_letter(rows[name]) for name in names if name != SEPARATOR]
        used = [letter for letter in letters if letter]
        assert len(used) == len(set(used)), f"{menu}: {sorted(used)}"


def _letter(text: str) -> str:
    return text[text.index("&") + 1].lower() if "&" in text else ""


def test_a_wrong_translation_is_found(tmp_path: Path):
    catalogue = tmp_path / "semblance_de.ts"
    update(catalogue, ("&Open {name}…", "Gone soon"))
    assert [entry.kind for entry in entries(catalogue)] == ["unfinished", "unfinished"]
    update(catalogue, ("&Open {name}…",))
    text = catalogue.read_text(encoding="utf-8")
    wrong = text.replace('<translation type="unfinished"></translation>', "<translation>{nam}</translation>")
    catalogue.write_text(wrong, encoding="utf-8")
    assert entries(catalogue) == [Entry("&Open {name}…", "{nam}")]
    compile_to(catalogue, catalogue.with_suffix(".qm"))
    found = " ".join(faults(catalogue, ("&Open {name}…", "New")))
    for words in ("placeholders", "menu letters", "dots", "not in it: 'New'"):
        assert words in found
    catalogue.write_text(text, encoding="utf-8")
    found = " ".join(faults(catalogue, ()))
    assert "its .qm file" in found
    assert "no longer in the code" in found


def test_a_text_put_together_is_refused(tmp_path: Path):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").write_text('tr(f"Hello {name}")', encoding="utf-8")
    with pytest.raises(ValueError, match="one literal"):
        texts(tmp_path)


def test_german_texts_and_figures(german: None):
    assert tr("Face {number} of {count}", number=1, count=2) == "Gesicht 1 von 2"
    assert tr("Anything else") == "Anything else"
    assert tr("") == ""
    assert figure(1234.56, 1) == "1234,6"
    assert midway("Haare") == "Haare"
    (glasses,) = (each for each in known_controls() if each.name == "eyeglasses")
    assert isinstance(glasses, Toggle)
    assert edit_words(glasses.edit(0, True, Own()), {}, [glasses]) == "Brille an, eigener Look"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"  # Qt's own


def test_english_texts_and_figures():
    assert tr(mark("Face {number}"), number=3) == "Face 3"
    assert figure(1234.56, 1) == "1234.6"
    assert midway("Hair on") == "hair on"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-AT", "de"], "de"),
        (["zh-Hans-CN", "zh-CN"], "zh_CN"),
        (["zh_SG"], "zh_CN"),
        (["zh-Hant-TW", "ja-JP"], "ja"),
        (["it-IT", "fr-FR"], "fr"),
        (["it-IT"], "en"),
        (["C"], "en"),
    ],
)
def test_the_system_s_language(wanted: list[str], language: str):
    assert spoken(wanted) == language


def test_every_language_can_be_chosen():
    row = next(row for row in SCHEMA if row.key == "language")
    assert set(row.choices) == {"system", "en", *LANGUAGES}
    assert len(row.words) == len(row.choices)


def test_plain_menu_texts():
    assert plain("Foto ö&ffnen …") == "Foto öffnen"
    assert plain("写真を開く(&O)…") == "写真を開く"
