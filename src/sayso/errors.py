"""Everything that sayso raises on purpose.

SaysoError
├── SourceError          something in the input cannot be read; carries where
│   ├── MissingSource    there is no such file or folder
│   ├── NotText          the bytes are no text, or not in the encoding they claim
│   ├── NotAnArticle     there is text or markup, but no article in it
│   └── BadLine          one line of a JSONL file is broken
└── ModelError           a model in the package is missing or does not fit this version

An error reads as one sentence: what it is about, then what is wrong.
"""


class SaysoError(Exception):
    """Base of all errors of sayso."""


class SourceError(SaysoError):
    """A source, or a part of it, cannot be read. `where` is the file, address or id it is about."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


class MissingSource(SourceError):
    """There is nothing at the place that was named."""


class NotText(SourceError):
    """The bytes are no text, or not in the encoding they claim."""


class NotAnArticle(SourceError):
    """There is text or markup, but no article in it."""


class BadLine(SourceError):
    """One line of a JSONL file is broken. `line` counts from 1."""

    def __init__(self, where: str, line: int, problem: str) -> None:
        super().__init__(where, problem)
        self.args = (where, line, problem)
        self.line = line

    def __str__(self) -> str:
        return f"{self.where}, line {self.line}: {self.problem}"


class ModelError(SaysoError):
    """A model in the package is missing or does not fit. `path` is its folder."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"model {self.path}: {self.problem}"
