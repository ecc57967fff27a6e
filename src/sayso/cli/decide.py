"""`sayso merge`, `split`, `rename`, `undo` and `decisions`: what a person settles about speakers."""

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import ledger as ledgers
from sayso.errors import NotInLedger

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger
    from sayso.records import Decision


def signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--why` and `--by`."""
    command = click.option("--why", default="", help="The reason, to be kept with the decision.")(command)
    return click.option("--by", default=_user, help="Who decides.  [default: who is logged in]")(command)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


@click.command("merge", short_help="Settle that several speakers are one.")
@click.argument("speaker")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@signed
@ledgers.option
@ledgers.as_json
def merge(speaker: str, others: tuple[str, ...], why: str, by: str, where: str, as_json: bool) -> None:
    """Settle that SPEAKER and each OTHER are one, under the name and id of SPEAKER.

    Speakers go by their ids (`sayso who NAME` shows them), or by a name that only one has.

    Example: sayso merge oona-tresk o-tresk --why "same office, same week"
    """
    with ledgers.opened(where) as ledger:
        into, *merged = (_id(ledger, name) for name in (speaker, *others))
        record(ledger, "merge", {"into": into, "speakers": merged}, by, why, as_json)


@click.command("split", short_help="Settle that a speaker is two.")
@click.argument("speaker")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@signed
@ledgers.option
@ledgers.as_json
def split(speaker: str, articles: tuple[str, ...], why: str, by: str, where: str, as_json: bool) -> None:
    """Settle that in each ARTICLE (an address or id) SPEAKER is another, who gets an id of its own.

    Example: sayso split john-smith grid-0309 --why "the one of Alder Bay"
    """
    with ledgers.opened(where) as ledger:
        data = {"speaker": _id(ledger, speaker), "articles": [ledgers.address(article) for article in articles]}
        record(ledger, "split", data, by, why, as_json)


@click.command("rename", short_help="Settle what a speaker is called.")
@click.argument("speaker")
@click.argument("name")
@signed
@ledgers.option
@ledgers.as_json
def rename(speaker: str, name: str, why: str, by: str, where: str, as_json: bool) -> None:
    """Settle that SPEAKER is shown as NAME. Its id stays.

    Example: sayso rename o-tresk "Oona Tresk"
    """
    if not name.strip():
        raise click.UsageError("A name cannot be empty.")
    with ledgers.opened(where) as ledger:
        record(ledger, "rename", {"speaker": _id(ledger, speaker), "name": name.strip()}, by, why, as_json)


@click.command("undo", short_help="Undo a decision.")
@click.argument("number", type=click.IntRange(1), required=False)
@signed
@ledgers.option
@ledgers.as_json
def undo(number: int | None, why: str, by: str, where: str, as_json: bool) -> None:
    """Undo the decision with NUMBER, or the last one that stands. An undoing can be undone, too, by its number.

    Example: sayso undo 3 --why "they are cousins"
    """
    with ledgers.opened(where) as ledger:
        done = ledger.undo(by, why, number)
        _regroup(ledger)
        _tell(ledger, done.number, as_json)


@click.command("decisions", short_help="List what people decided.")
@ledgers.option
@ledgers.as_json
def decisions(where: str, as_json: bool) -> None:
    """List all decisions, in the order in which they were made."""
    with ledgers.view(where) as view:
        found = view.decisions()
    if as_json:
        ledgers.print_json([_object(one) for one in found])
    for one in [] if as_json else found:
        click.echo(_line(one))


def _id(ledger: "Ledger", name: str) -> str:
    with ledger.view() as view:
        found = view.find(name)
    if len(found) == 1:
        return found[0].id
    ids = ", ".join(speaker.id for speaker in found)
    problem = f"several go by the name {name!r}: {ids}" if found else f"nobody goes by the name {name!r}"
    raise NotInLedger(ledger.where, problem)


def record(ledger: "Ledger", kind: str, data: dict[str, Any], by: str, why: str, as_json: bool) -> None:
    """Take a decision, let the claims follow, and tell of it."""
    from sayso.records import Decision

    number = ledger.decide(Decision(kind, by, why, data))
    _regroup(ledger)
    _tell(ledger, number, as_json)


def _regroup(ledger: "Ledger") -> None:
    """Let the claims follow what was decided."""
    from sayso.cli.progress import grouped
    from sayso.core import Sayso

    sayso = click.get_current_context().find_object(Sayso) or Sayso()
    grouped(sayso.group(ledger))


def _tell(ledger: "Ledger", number: int | None, as_json: bool) -> None:
    with ledger.view() as view:
        decision = next(one for one in view.decisions() if one.number == number)
    if as_json:
        ledgers.print_json(_object(decision))
    else:
        click.echo(_line(decision))


def _object(decision: "Decision") -> dict[str, Any]:
    return {
        "number": decision.number,
        "kind": decision.kind,
        "by": decision.by,
        "at": decision.at,
        "reason": decision.reason,
        "data": decision.data,
        "undone": decision.undone,
    }


def _line(decision: "Decision") -> str:
    from sayso.exports.decided import about
    from sayso.text.visible import visible

    day = (decision.at or "")[:16].replace("T", " ")
    words = f"{decision.number}  {day}  {decision.by}  {decision.kind} {about(decision.kind, decision.data)}"
    reason = f" ({decision.reason})" if decision.reason else ""
    return visible(words + reason + ("  [undone]" if decision.undone else ""))
