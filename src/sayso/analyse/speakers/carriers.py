"""Through whom statements came: who the carriers are, and how long they stay."""

import re
from collections.abc import Collection, Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.hearsay import is_hearsay, is_rumoured
from sayso.analyse.readout import Readout, carriers_of
from sayso.analyse.speakers.context import UNSTATED, Choice, Context, Referent
from sayso.analyse.speakers.outlets import is_like_outlet
from sayso.analyse.speakers.press import outlet_named
from sayso.analyse.speakers.resolve import choose
from sayso.analyse.speakers.words import bare
from sayso.records import Kind
from sayso.text.patterns import pattern

HEARSAY = Choice(None, UNSTATED, Kind.UNNAMED, "hearsay without a source")
# Cues that tell of another occasion than an interview: what was told to one outlet was not tweeted.
_ELSEWHERE = pattern(
    r"\b(?:tweet\w*|post\w*|wrote|writes|written|statement|letter|e-?mail\w*|rally|speech|conference|court|reporters"
    r"|journalists|parliament|had|declin\w+|refus\w+|respond\w*|comment|stopped|not|told (?:us|me|this))\b",
    re.IGNORECASE,
)
# How an outlet is spoken of, beside its name: "the site Lark", "Lark reported".
_TRADE = pattern(
    r"\b(?:newspaper|magazine|daily|weekly|tabloid|site|website|blog|newsletter|podcast|broadcaster|agency|wire|station"
    r"|channel|paper) \Z",
    re.IGNORECASE,
)
_REPORTS = pattern(r"(?:,[^,.;:]{3,60},)? (?:(?:has|had|also|first|earlier|later) )*(?:report(?:s|ed)|quot(?:ed|es))\b")
_OURS = pattern(
    r"this (?:\w+ )?(?:channel|station|newspaper|paper|website|site|agency|programme|program|review|magazine|service"
    r"|broadcaster|outlet|blog|bulletin)",
    re.IGNORECASE,
)
_DATELINE = pattern(r"[^\n(“”\"]{0,60}\((?P<credit>[A-Z][\w .&-]{1,30})\) ?[-–—]")


def carriers(
    context: Context, drafts: Sequence[Draft], readout: Readout, holders: Sequence[Choice]
) -> list[list[Choice]]:
    """The carriers of each draft, outermost first, without the article's own outlet."""
    rows = _chosen(context, drafts, readout, holders)
    known = {c.referent for c in [*holders, *(c for row in rows for _, c in row)] if c.kind is Kind.OUTLET}
    kept = [
        [choice for span, choice in row if _carries(context, draft, span, choice, known)]
        for draft, row in zip(drafts, rows, strict=True)
    ]
    told = [_with_hearsay(context.text, draft, row) for draft, row in zip(drafts, kept, strict=True)]
    own = _own_names(context)
    return _kept_up(context.text, holders, drafts, [[c for c in row if not _is_own(context, own, c)] for row in told])


def once(carriers: Sequence[Choice], holder: Choice) -> list[Choice]:
    """The carriers, each once, without the speaker."""
    first = {choice.referent: choice for choice in reversed(carriers)}
    first.pop(holder.referent, None)
    return [choice for choice in carriers if first.get(choice.referent) is choice]


def _chosen(
    context: Context, drafts: Sequence[Draft], readout: Readout, holders: Sequence[Choice]
) -> list[list[tuple[Range, Choice]]]:
    rows: list[list[tuple[Range, Choice]]] = []
    at = len(drafts)
    for draft in drafts:
        row = []
        for span in carriers_of(draft):
            words = context.text[span.start : span.end]
            named = outlet_named(context, words) if span == draft.supposed else None
            row.append((span, named or choose(context, at, readout.kinds[at], readout.links[at], holders)))
            at += 1
        rows.append(row)
    return rows


def _carries(context: Context, draft: Draft, span: Range, choice: Choice, outlets: Collection[Referent | None]) -> bool:
    """Whether a carrier that is only supposed to be an outlet is one."""
    if span != draft.supposed or is_like_outlet(context.text[slice(*span)].removeprefix("the ")):
        return True
    if any(name.kind in ("place", "person") and name.span.overlap(span) for name in context.names):
        return choice.kind is Kind.OUTLET and choice.entity is not None and _reports(context, choice.entity)
    return choice.kind is Kind.OUTLET or choice.referent in outlets or _reports(context, choice.entity)


def _reports(context: Context, entity: int | None) -> bool:
    """Whether the text speaks of a name as of an outlet: by its trade, or by what it reported."""
    if entity is None:
        return False
    spans = [context.names[i].span for i in context.entities[entity].names]
    text = context.text
    return any(_TRADE.search(text, max(0, s.start - 14), s.start) or _REPORTS.match(text, s.end) for s in spans)


def _with_hearsay(text: str, draft: Draft, row: list[Choice]) -> list[Choice]:
    if draft.source and draft.cue and is_hearsay(text[draft.cue.start : draft.cue.end]):
        return row if is_rumoured(text, draft) else [HEARSAY, *row]
    return row


def _kept_up(
    text: str, holders: Sequence[Choice], drafts: Sequence[Draft], rows: list[list[Choice]]
) -> list[list[Choice]]:
    """Carriers that stay: what a speaker told an outlet, he goes on telling it until another occasion is named."""
    out: list[list[Choice]] = []
    telling: dict[object, list[Choice]] = {}
    for holder, draft, row in zip(holders, drafts, rows, strict=True):
        elsewhere = bool(draft.cue and _ELSEWHERE.search(text, *draft.cue))
        if row or draft.carriers or elsewhere:
            telling.pop(holder.referent, None)
        if len(row) == 1 and row[0].kind is Kind.OUTLET and not draft.cited:
            telling[holder.referent] = row
        out.append(row or list(telling.get(holder.referent, ())))
    return out


def _own_names(context: Context) -> frozenset[str]:
    """How the article's own outlet may be called: by its initials, or as its dateline credits it."""
    if not context.outlet:
        return frozenset()
    words = context.outlet.split()
    initials = {"".join(w[0] for w in words), "".join(w[0] for w in words if w[0].isupper())}
    line = _DATELINE.match(context.text)
    if line and _is_short(line["credit"], context.outlet):
        initials.add(line["credit"])
    return frozenset(name.casefold() for name in initials if len(name) > 1)


def _is_short(credit: str, outlet: str) -> bool:
    """Whether the letters of `credit` stand in `outlet`, in their order, the first of both alike."""
    letters = iter(bare(outlet))
    short = bare(credit)
    return short[:1] == bare(outlet)[:1] and all(letter in letters for letter in short)


def _is_own(context: Context, own: Collection[str], choice: Choice) -> bool:
    """Whether the carrier is the article's own outlet, which carries everything in it."""
    names = [choice.description or ""]
    if choice.entity is not None:
        names = [context.entities[choice.entity].name, *context.entities[choice.entity].aliases]
    if any(_OURS.fullmatch(name) for name in names):
        return True
    outlet = bare(context.outlet or "")
    return any(bare(name) and (f" {bare(name)} " in f" {outlet} " or bare(name) in own) for name in names)
