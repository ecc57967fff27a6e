"""The page on the rules, from their docstrings and what was measured: `python -m sayso.check.page > docs/rules.md`."""

import sys
from collections.abc import Iterator

from sayso.check.config import BARS, measured, ships_on
from sayso.check.records import Rule, Severity
from sayso.check.rules import RULES

_HEAD = """\
# The rules of `sayso check`

This page is made from the rules and from what was measured: `python -m sayso.check.page > docs/rules.md`. {how}

| rule | | severity | needs a ledger | precision | on |
|---|---|---|---|---|---|
"""
_HOW = "How to run a check is in [checking.md](checking.md)."
_MEASURED = (
    "Measured with `python -m benchmarks.rules DATA`. Rules that need no ledger ran over {alone:,} articles: "
    "real political news and rumours, and invented stories. Rules that need one ran over {drafts:,} drafts, "
    "the later half of the articles of each story, against a ledger of the earlier half, read and grouped by "
    "sayso itself, with all its mistakes. *Found* is what a rule found in articles as they were written, "
    "*right* what one reader, by the gold of the stories and the words of the article, thought it right to "
    "find; what nobody judged counts as wrong. *Planted* errors stand one in a copy of a draft each; *false* is "
    "what was found there besides. The precision is that of what was found in articles as they were written, "
    "where that is ten or more; else planted errors count, too: such a figure (marked *) says that a rule "
    "finds such errors and little else, not how often it is right in a newsroom.",
    "Rules were mended after a look at what they found in these articles, save 65 of them on real rumours, "
    "where the rules that need no ledger found 12 times something, 11 times rightly; expect that elsewhere, "
    "rather than the table. Rules on claims stand and fall with how well the ledger has grouped them "
    "([claims.md](claims.md)): of the claims that a draft states in other words (*planted*, for B001, B005, B006, "
    "C005, D001 and E001 all that the gold asks for) they see about one in five; of a denial that is left out (D001) "
    "about one in four, and nearly four in five of what they say of one is right.",
    "An error rule below {error}, a warning rule below {warning}, and a rule with too little to judge by is "
    "off unless `sayso.toml` or `--enable` switches it on.",
)
_FIGURES = """
| rule | articles | found | right | planted | caught | false | precision |
|---|---|---|---|---|---|---|---|
"""
_ENOUGH = 10


def page() -> str:
    """The whole page as Markdown."""
    figures = measured()["rules"]
    read = {rule.needs_ledger: figures.get(rule.id, {}).get("read", 0) for rule in RULES}
    told = "\n\n".join(_MEASURED).format(
        alone=read.get(False, 0), drafts=read.get(True, 0), error=BARS[Severity.ERROR], warning=BARS[Severity.WARNING]
    )
    parts = [_HEAD.format(how=_HOW), *map(_row, RULES), f"\n## How precise they are\n\n{told}\n", _FIGURES]
    parts += [*map(_figures, RULES), f"\nMeasured on what has the SHA-256 `{measured()['measured']}`.\n"]
    return "".join([*parts, *_sections()])


def _row(rule: Rule) -> str:
    anchor = f"[{rule.id}](#{rule.id.lower()}-{rule.name})"
    return (
        f"| {anchor} | {rule.name} | {rule.severity} | {'yes' if rule.needs_ledger else ''} | {_precision(rule)} "
        f"| {'on' if ships_on(rule) else 'off'} |\n"
    )


def _precision(rule: Rule) -> str:
    row = measured()["rules"].get(rule.id, {})
    if row.get("precision") is None:
        return "too little to judge by"
    mark = "" if row["found"] >= _ENOUGH else " *"
    return f"{row['precision']:.2f}{mark}"


def _figures(rule: Rule) -> str:
    row = measured()["rules"].get(rule.id, {})
    counts = " | ".join(str(row.get(key, "")) for key in ("read", "found", "right", "planted", "caught", "false"))
    return f"| {rule.id} | {counts} | {_precision(rule)} |\n"


def _sections() -> Iterator[str]:
    for rule in RULES:
        yield f"\n## {rule.id} {rule.name}\n\n{rule.about.strip()}\n\nRests on: {rule.standard}.\n"


if __name__ == "__main__":
    sys.stdout.write(page())
