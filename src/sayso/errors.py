"""Everything that sayso raises on purpose.

SaysoError
├── SourceError          something in the input cannot be read; carries where
│   ├── MissingSource    there is no such file or folder
│   ├── NotText          the bytes are no text, or not in the encoding they claim
│   ├── NotAnArticle     there is text or markup, but no article in it
│   ├── NotAFeed         what was found is no feed
│   ├── NotAVerdict      what was found is no verdict of another body
│   ├── NotRead          there is an article, but none to look for statements in
│   ├── BadLine          one line of a JSONL file is broken
│   ├── BadRecord        a part of a web archive is broken
│   └── NotFetched       what lies at a web address could not be had
│       ├── Refused      sayso does not go there: no address of the public web, or robots.txt forbids it
│       └── AskedToWait  the host asks to be left alone for a time
├── ConfigError          a sayso.toml cannot be read, or says what it cannot; carries its path
├── BatchError           a batch cannot go on; carries which
├── ModelError           a model in the package is missing or does not fit this version
└── LedgerError          the ledger cannot be read or written; carries which
    ├── NoLedger         there is none at the place that was named
    ├── NotALedger       what is there is damaged, of another program, or of a later version of this one
    └── NotInLedger      it holds nothing under the name, address or id that was asked for

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


class NotAFeed(SourceError):
    """What was found is no feed."""


class NotAVerdict(SourceError):
    """There is no ClaimReview in it that says who concludes what about which claim."""


class NotRead(SourceError):
    """There is an article, but it is not in English, or not all of it is there; it is kept, and not read."""


class BadLine(SourceError):
    """One line of a JSONL file is broken. `line` counts from 1."""

    def __init__(self, where: str, line: int, problem: str) -> None:
        super().__init__(where, problem)
        self.args = (where, line, problem)
        self.line = line

    def __str__(self) -> str:
        return f"{self.where}, line {self.line}: {self.problem}"


class BadRecord(SourceError):
    """A part of a web archive is broken."""


class NotFetched(SourceError):
    """What lies at a web address could not be had. `status` is the HTTP status, where the host answered."""

    def __init__(self, where: str, problem: str, status: int | None = None) -> None:
        super().__init__(where, problem)
        self.args = (where, problem, status)
        self.status = status


class Refused(NotFetched):
    """Sayso does not go to this address: it is none of the public web, or robots.txt forbids it."""


class AskedToWait(NotFetched):
    """The host asks to be left alone. `until` is when it may be asked again, in seconds since 1970."""

    def __init__(self, where: str, problem: str, status: int | None = None, until: float = 0.0) -> None:
        super().__init__(where, problem, status)
        self.args = (where, problem, status, until)
        self.until = until


class ModelError(SaysoError):
    """A model in the package is missing or does not fit. `path` is its folder."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"model {self.path}: {self.problem}"


class ConfigError(SaysoError):
    """A `sayso.toml` cannot be read, or says what it cannot. `path` is where it lies."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class BatchError(SaysoError):
    """A batch cannot go on. `where` is its folder, its engine or its worker."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        return f"batch, {self.where}: {self.problem}"


class LedgerError(SaysoError):
    """A ledger cannot be read or written. `where` is its file or address, without a password."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        return f"ledger {self.where}: {self.problem}"


class NoLedger(LedgerError):
    """There is no ledger at the place that was named."""


class NotALedger(LedgerError):
    """What is there is damaged, of another program, or of a later version of this one. It has not been touched."""


class NotInLedger(LedgerError):
    """The ledger holds nothing under the name, address or id that was asked for."""
