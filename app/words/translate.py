"""What a person reads, in their language. `tr` shows a text; `mark` names one that a table holds until then.

`app/tools/translations.py` finds both where their text is a literal. Values stand as {name} in a whole
sentence, so that another language can order them as it likes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

CONTEXT = "Semblance"
CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "translations"
LANGUAGES = ("de", "es", "fr", "ja", "zh_CN")
"""Beside English, in which the texts stand in the code."""


def tr(text: str, /, **values: object) -> str:
    """The text in the person's language, with its values; the text itself where no translation is known."""
    said = QCoreApplication.translate(CONTEXT, text) if text else ""
    return said.format(**values) if values else said


def mark(text: str, /) -> str:
    """A text of a table, which `tr` translates where it is shown."""
    return text


def midway(text: str) -> str:
    """A translated text for the middle of a sentence, which German begins with a capital all the same."""
    if QLocale().language() == QLocale.Language.German:
        return text
    return f"{text[:1].lower()}{text[1:]}"


def inside(title: str) -> str:
    """A name of `words.py` for the middle of a sentence: "hair" for "Hair"."""
    return tr(title.lower())


def figure(value: float, decimals: int) -> str:
    """A number as the person's language writes it."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "f", decimals)


def install(app: QCoreApplication, chosen: str) -> None:
    """Speak the chosen language ("system", "en" or one of `LANGUAGES`). Call before any widget is made."""
    name = spoken(QLocale.system().uiLanguages()) if chosen == "system" else chosen
    if QLocale.system().language() != QLocale(name).language():
        QLocale.setDefault(QLocale(name))  # its figures; else the system's, as the person set them
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for stem, folder in (("qtbase", qt), ("semblance", CATALOGUES)):
        translator = QTranslator(app)
        if translator.load(f"{stem}_{name}", str(folder)):
            app.installTranslator(translator)


def spoken(wanted: list[str]) -> str:
    """The first of the system's languages ("de-AT", "zh-Hans-CN") that Semblance speaks."""
    for tag in wanted:
        base, *rest = tag.replace("_", "-").split("-")
        if base == "zh" and ("Hans" in rest or ("Hant" not in rest and not {"TW", "HK", "MO"} & set(rest))):
            return "zh_CN"
        if base in ("en", *LANGUAGES):
            return base
    return "en"
