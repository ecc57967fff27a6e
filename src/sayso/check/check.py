"""The check itself: rules over a draft and what the ledger knows of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.check.ignore import Ignore, unexplained
from sayso.check.records import Evidence, Finding, Hit, Known, Rule
from sayso.check.rules import RULES
from sayso.records import Entry, Span
from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import sentences

if TYPE_CHECKING:
    from sayso.check.lookup import Lookup


def check(
    draft: Draft, ledger: "Lookup | None" = None, config: Config | None = None, ignores: Iterable[Ignore] = ()
) -> list[Finding]:
    """All findings about `draft`, in the order of its text; without a ledger those of rules that need none.

    Raises `LedgerError` and `ModelError`.
    """
    config = config or Config()
    rules = [rule for rule in RULES if config.runs(rule)]
    known = Known()
    if ledger is not None and any(rule.needs_ledger for rule in rules):
        known = ledger(draft, any(rule.needs_claims for rule in rules))
    return findings(draft, known, config, ignores)


def findings(draft: Draft, known: Known, config: Config, ignores: Iterable[Ignore] = ()) -> list[Finding]:
    """What the rules that `config` has switched on find, and what `ignores` does not cover."""
    ignores = list(ignores)
    found = [
        _finding(draft, rule, hit, config)
        for rule in RULES
        if config.runs(rule)
        for hit in rule.find(draft, known)
        if not any(ignore.covers(rule.id, hit.start) for ignore in ignores) and not config.allows(rule, draft, hit)
    ]
    found += unexplained(draft, ignores)
    return sorted(found, key=lambda finding: (finding.start, finding.rule))


def _finding(draft: Draft, rule: Rule, hit: Hit, config: Config) -> Finding:
    return Finding(
        rule=rule.id,
        name=rule.name,
        severity=config.severity_of(rule),
        start=hit.start,
        end=hit.end,
        text=draft.text[hit.start : hit.end],
        sentence=_sentences(draft, hit),
        message=hit.message,
        mend=hit.mend,
        standard=rule.standard,
        evidence=tuple(_evidence(entry, hit.claim) for entry in hit.entries),
    )


def _sentences(draft: Draft, hit: Hit) -> Span:
    """The sentence of a hit; all of them, where it is in several."""
    return draft.span(draft.sentence(hit.start).start, draft.sentence(max(hit.start, hit.end - 1)).end)


def _evidence(entry: Entry, claim: str | None) -> Evidence:
    article = entry.article
    return Evidence(
        sentence=sentence_of(entry),
        speaker=entry.speaker.name,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        statement=entry.statement.id,
        claim=claim,
    )


def sentence_of(entry: Entry) -> str:
    """The sentence of its article that a statement stands in, on one line."""
    text, content = entry.article.text, entry.statement.content[0]
    for start, end in sentences(text, paragraphs(text)):
        if content.start < end:
            return " ".join(text[min(start, content.start) : max(end, content.end)].split())
    return content.text
