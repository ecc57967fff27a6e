"""Reads news and lists who said what.

import sayso

for reading in sayso.read("article.html"):
    for statement in reading.statements:
        print(reading.speaker(statement).name, statement.content)
"""

from typing import TYPE_CHECKING, Any

from sayso.errors import BadLine, MissingSource, ModelError, NotAnArticle, NotText, SaysoError, SourceError
from sayso.records import (
    Act,
    Article,
    Credit,
    Form,
    Kind,
    Note,
    NoteKind,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
)

if TYPE_CHECKING:
    from sayso.core import Sayso, read, read_text

    __version__: str

__all__ = [
    "Act",
    "Article",
    "BadLine",
    "Credit",
    "Form",
    "Kind",
    "MissingSource",
    "ModelError",
    "NotAnArticle",
    "NotText",
    "Note",
    "NoteKind",
    "Reading",
    "Said",
    "Sayso",
    "SaysoError",
    "SourceError",
    "Span",
    "Speaker",
    "Statement",
    "__version__",
    "read",
    "read_text",
]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: `import sayso` is to cost next to nothing.
    if name == "__version__":
        from importlib.metadata import version

        return version("sayso")
    if name in {"Sayso", "read", "read_text"}:
        from sayso import core

        return getattr(core, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
