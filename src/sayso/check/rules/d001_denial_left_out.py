"""A denial on record that the draft leaves out.

The draft affirms a claim, in its own voice or somebody's, and the ledger has a denial by somebody named, of the day
of the draft or before. Passed over: drafts with any denial, rejection, doubt or *no comment* in the sentences that
name whoever denies it, or near the claim; claims that are no longer disputed.
"""

from collections.abc import Iterator

from sayso.check.claiming import CONTESTED, DENIAL, affirmed, denials, place
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Match, Rule, Severity
from sayso.check.words import words
from sayso.records import Act, Entry, Kind, Stance


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    answered = {m.recorded.claim.id for m in known.matches if m.stance is not Stance.AFFIRMS}
    for match in affirmed(known):
        if match.recorded.status not in CONTESTED or match.recorded.claim.id in answered:
            continue
        against = [
            entry for entry in denials(match) if entry.speaker.kind is not Kind.UNNAMED and _in_time(draft, entry)
        ]
        if against and not _answered(draft, match, against):
            start, end = place(draft, match)
            message = f"{against[0].speaker.name} denies this in the ledger, and the draft does not say so."
            yield Hit(
                start,
                end,
                message,
                "Give the denial, or say that there was one.",
                tuple(against),
                match.recorded.claim.id,
            )


def _in_time(draft: Draft, entry: Entry) -> bool:
    published = entry.article.updated or entry.article.published
    return draft.day is None or published is None or published[:10] <= draft.day.isoformat()


def _answered(draft: Draft, match: Match, against: list[Entry]) -> bool:
    """Whether the draft has a denial near the claim, or where it names any who deny it, or by anybody at all."""
    if any(statement.act in (Act.DENIES, Act.DECLINES) for statement in draft.reading.statements):
        return True
    here = draft.index(place(draft, match)[0])
    near = draft.sentences[max(0, here - 2) : here + 3]
    last = {words(entry.speaker.name)[-1] for entry in against if words(entry.speaker.name)}
    naming = [sentence for sentence in draft.sentences if last & set(words(sentence.text))]
    return any(DENIAL.search(sentence.text) for sentence in [*near, *naming])


RULE = Rule(
    "D001",
    "denial-left-out",
    Severity.ERROR,
    "AP (make a real effort to obtain a response); IPSO Editors' Code 1 (opportunity to reply); BBC",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
