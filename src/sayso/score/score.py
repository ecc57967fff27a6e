"""The scores of what was read of gold stories."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.score.figures import Figure, b_cubed, retrieved
from sayso.score.gold import Story
from sayso.score.match import Row, pairs, same_speaker
from sayso.score.read import Found, versions

_PARTS = {
    "speaker": "speaker",
    "via": "carriers",
    "chained": "carriers, where there are any",
    "act": "act",
    "marked": "act, where it is not “says”",
    "form": "form",
    "dated": "date, where there is one",
    "stance": "stance, in a claim",
    "status": "status after each article",
    "origins": "independent origins",
    "whole": "right in every part",
}
_OF_CLAIMS = ("stance", "status", "origins")


@dataclass(slots=True)
class Tally:
    """What has been counted so far: right ones and all, by part; `members` are the gold and the found claim of each."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    members: list[tuple[str, str]] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def count(self, part: str, right: bool, *, counts: bool = True) -> None:
        """Count one of `part`, if it counts at all."""
        self.all[part] += counts
        self.right[part] += counts and right


def score(told: Iterable[tuple[Story, Found]]) -> tuple[list[Figure], list[str]]:
    """The figures of all stories together, and what is missed or wrong, each in one line."""
    tally, with_claims = Tally(), True
    for story, found in told:
        of_claims = found.claims is not None
        with_claims = with_claims and of_claims
        _story(tally, story, found)
    parts = [part for part in _PARTS if with_claims or part not in _OF_CLAIMS]
    figures = [
        Figure("articles found", tally.right["articles"], tally.all["articles"]),
        retrieved("statements found", tally.right["found"], tally.right["read"], tally.all["found"]),
        *(Figure(_PARTS[part], tally.right[part], tally.all[part]) for part in parts),
    ]
    if with_claims:
        figures.insert(-4, b_cubed("claims, B-cubed", tally.members))
    return figures, tally.misses


def _story(tally: Tally, story: Story, found: Found) -> None:
    claims = {p["statement"]: claim for claim in found.claims or () for p in claim["positions"]}
    votes: dict[str, Counter[str]] = {key: Counter() for key in story.claims}
    ids = {key: versions(article, found.articles) for key, article in story.articles.items()}
    for key, article in story.articles.items():
        tally.count("articles", bool(ids[key]))
        gold = [row for row in story.statements if row["article"] == key]
        ours = [row for row in found.statements if row["article"] in ids[key]]
        matched = dict(pairs(gold, ours, article["text"]))
        tally.right["read"] += len(ours)
        for i, row in enumerate(gold):
            one = ours[matched[i]] if i in matched else None
            where = f"{story.name}/{key}"
            _statement(tally, story, found, row, one, where)
            _position(tally, story, found, row, one, claims, votes)
    for row in story.status:
        _standing(tally, found, row, votes[row["claim"]], ids)


def _statement(tally: Tally, story: Story, found: Found, row: Row, one: Row | None, where: str) -> None:
    tally.count("found", one is not None)
    if one is None:
        tally.count("whole", False)
        tally.misses.append(f"{where}: missed {_short(row)}")
        return
    carriers = [story.speakers[key] for key in row["via"]]
    theirs = [found.speakers.get(key) for key in one["via"]]
    date = (one.get("said") or {}).get("date")
    right = {
        "speaker": same_speaker(story.speakers[row["speaker"]], found.speakers.get(one["speaker"])),
        "via": len(carriers) == len(theirs) and all(map(same_speaker, carriers, theirs)),
        "act": row["act"] == one["act"],
        "date": row["said_on"] in (None, date),
    }
    for part in ("speaker", "via", "act"):
        tally.count(part, right[part])
    tally.count("chained", right["via"], counts=bool(carriers))
    tally.count("marked", right["act"], counts=row["act"] != "says")
    tally.count("form", row["form"] == one["form"])
    tally.count("dated", right["date"], counts=row["said_on"] is not None)
    tally.count("whole", all(right.values()))
    wrong = [part for part, good in right.items() if not good]
    if wrong:
        tally.misses.append(f"{where}: wrong in {', '.join(wrong)}: {_short(row)}")


def _position(
    tally: Tally,
    story: Story,
    found: Found,
    row: Row,
    one: Row | None,
    claims: Mapping[str, Row],
    votes: Mapping[str, Counter[str]],
) -> None:
    """Count the place of a statement in a claim. One that was not found, or is in no claim, is alone."""
    if not row["claim"]:
        return
    claim = claims.get(one["id"]) if one else None
    alone = f"alone {story.name} {row['article']} {len(tally.members)}"
    # What one file takes for one claim is one, even where two stories have it.
    tally.members.append((f"{story.name} {row['claim']}", f"{found.name} {claim['id']}" if claim else alone))
    if claim and one:
        votes[row["claim"]][claim["id"]] += 1
        stance = next(p["stance"] for p in claim["positions"] if p["statement"] == one["id"])
        tally.count("stance", stance == row["stance"])


def _standing(tally: Tally, found: Found, row: Row, votes: Counter[str], ids: Mapping[str, set[str]]) -> None:
    """Count a row of gold history, against the found claim that holds most of the gold claim's statements."""
    best = votes.most_common(1)
    claim = next((c for c in found.claims or () if best and c["id"] == best[0][0]), None)
    rows = [h for h in claim["history"] if h["article"] in ids[row["after"]]] if claim else []
    tally.count("status", bool(rows) and rows[-1]["status"] == row["status"])
    tally.count("origins", bool(rows) and rows[-1]["origins"] == row["origins"])


def _short(row: Row) -> str:
    return f"{row['speaker']} [{row['cue']}] {row['content'][0][:80]!r}"
