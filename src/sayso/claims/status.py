"""Where a claim stands, derived from its positions alone."""

from collections.abc import Iterable, Sequence

from sayso.claims.names import NAMELESS, ON_RECORD, mentioned
from sayso.claims.view import View
from sayso.records import Act, Entry, Origin, Standing, Status


def standing(seen: View, article: str, at: str | None, about: str) -> Standing:
    """Where a claim that is `about` something in words stands: the first status that fits, and why."""
    live = [origin for origin in seen.origins if not origin.withdrawn]
    status, by, reason = _decided(seen, live, about)
    ids = tuple(dict.fromkeys(entry.speaker.id for entry in by))
    return Standing(article, at, status, 0 if status in (Status.DENIED, Status.RETRACTED) else len(live), ids, reason)


def _decided(seen: View, live: Sequence[Origin], about: str) -> tuple[Status, Sequence[Entry], str]:
    parties = [e for e in seen.affirming if _party(e, about)]
    named = [e for e in seen.denying if e.speaker.kind not in NAMELESS]
    affirm = _names(origin.name for origin in live)
    if seen.origins and not live:
        return Status.RETRACTED, (), f"taken back: {_names(origin.name for origin in seen.origins)}"
    if live and named:
        return Status.DISPUTED, named, f"{affirm} for it, {_people(named)} against it"
    if seen.denying and not live:
        against = named or seen.denying
        return Status.DENIED, against, f"only denials are on record: {_people(against)}"
    undisputed = f"only {_people(seen.denying)} against it, nobody by name" if seen.denying else "nobody denies it"
    if parties:
        return Status.CONFIRMED, parties, f"{undisputed}, and it is confirmed by {_people(parties)}"
    if len(live) > 1:
        return Status.CORROBORATED, (), f"{undisputed}, and {len(live)} origins affirm it: {affirm}"
    if not live:
        return Status.SINGLE_SOURCE, (), "nobody affirms it any more"
    return Status.SINGLE_SOURCE, (), f"its one origin is {affirm}" + (f", and {undisputed}" if seen.denying else "")


def _party(entry: Entry, about: str) -> bool:
    """A named speaker who is part of what it is about, or who confirms it."""
    if entry.speaker.kind not in ON_RECORD:
        return False
    return entry.statement.act is Act.CONFIRMS or mentioned(entry.speaker, about)


def _people(entries: Sequence[Entry]) -> str:
    return _names(entry.speaker.name for entry in entries)


def _names(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    if len(every) > 3:
        return f"{every[0]}, {every[1]} and {len(every) - 2} more"
    return ", ".join(every[:-1]) + " and " + every[-1] if len(every) > 1 else "".join(every)
