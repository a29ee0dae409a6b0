"""What a person reads, in their language. `tr` shows a text; `mark` names one that a table holds until then.

`app/translations.py` finds both where their text is a literal. Values stand as {name} in a whole sentence, so
that another language can order them as it likes.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT = "Semblance"


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
    return QLocale().toString(value, "f", decimals)
