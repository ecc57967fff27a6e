"""What a `sayso.toml` says about checks."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.check.draft import Draft
from sayso.check.records import Hit, Rule, Severity
from sayso.errors import ConfigError

NAME = "sayso.toml"
BARS = {Severity.ERROR: 0.95, Severity.WARNING: 0.80, Severity.INFO: 0.50}
"""The measured precision below which a rule of a severity is off unless it is switched on."""

_KEYS = {"enable", "disable", "severity", "fail-on", "ledger", "outlet", "allow"}


@dataclass(frozen=True)
class Config:
    """Which rules run, and how much each weighs.

    `enable` switches on what ships off, `disable` switches off; `severity` overrides a rule's own. `allow` lists, for a
    rule, words that it passes over ("familiar with the matter"). `fail_on` is the severity at which a check fails,
    `None` for never; `ledger` the place of the ledger; `outlet` the name of whoever writes the draft.
    """

    enable: frozenset[str] = frozenset()
    disable: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    allow: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_on: Severity | None = Severity.ERROR
    ledger: str | None = None
    outlet: str | None = None

    def runs(self, rule: Rule) -> bool:
        """Whether `rule` is switched on: by this config, or by its measured precision."""
        if rule.id in self.disable:
            return False
        return rule.id in self.enable or "all" in self.enable or ships_on(rule)

    def severity_of(self, rule: Rule) -> Severity:
        """How much a finding of `rule` weighs."""
        return self.severity.get(rule.id, rule.severity)

    def allows(self, rule: Rule, draft: Draft, hit: Hit) -> bool:
        """Whether the sentence of `hit` has words that `rule` is told to pass over."""
        sentence = draft.sentence(hit.start).text.casefold()
        return any(words.casefold() in sentence for words in self.allow.get(rule.id, ()))

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of `severity` fails the check."""
        order = list(Severity)
        return self.fail_on is not None and order.index(severity) <= order.index(self.fail_on)


@cache
def measured() -> dict[str, Any]:
    """What `benchmarks.rules` measured: under "rules" the figures of each, by its id."""
    found: dict[str, Any] = json.loads((files("sayso") / "check" / "measured.json").read_text(encoding="utf-8"))
    return found


def ships_on(rule: Rule) -> bool:
    """Whether the measured precision of `rule` is good enough for it to run unless it is switched off."""
    precision = measured()["rules"].get(rule.id, {}).get("precision")
    return precision is not None and precision >= BARS[rule.severity]


def find(beside: Path) -> Path | None:
    """The `sayso.toml` that holds for files in the folder `beside`: there, or in the nearest folder above."""
    return next((folder / NAME for folder in (beside, *beside.parents) if (folder / NAME).is_file()), None)


def load(path: Path) -> Config:
    """Read the table `[check]` of `path`. Raises `ConfigError`."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("check", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(path), f"it cannot be read: {error}") from error
    try:
        return of(table, path.parent)
    except (ValueError, TypeError, AttributeError) as error:
        raise ConfigError(str(path), str(error)) from error


def of(table: Mapping[str, Any], folder: Path) -> Config:
    """The config that a table holds; paths in it count from `folder`. Raises `ValueError`."""
    from sayso.check.rules import RULES

    unknown = sorted(table.keys() - _KEYS)
    if unknown:
        raise ValueError(f"[check] has no key {unknown[0]!r}; it may have {', '.join(sorted(_KEYS))}")
    ids = {rule.id for rule in RULES} | {"all"}
    named = {*table.get("enable", ()), *table.get("disable", ()), *table.get("severity", {}), *table.get("allow", {})}
    if named - ids:
        raise ValueError(f"there is no rule {sorted(named - ids)[0]!r}")
    fail_on = table.get("fail-on", Severity.ERROR.value)
    return Config(
        enable=frozenset(table.get("enable", ())),
        disable=frozenset(table.get("disable", ())),
        severity={rule: Severity(word) for rule, word in table.get("severity", {}).items()},
        allow={rule: tuple(words) for rule, words in table.get("allow", {}).items()},
        fail_on=None if fail_on == "never" else Severity(fail_on),
        ledger=_place(table.get("ledger"), folder),
        outlet=table.get("outlet"),
    )


def _place(ledger: str | None, folder: Path) -> str | None:
    return ledger if ledger is None or "://" in ledger else str(folder / ledger)


def with_options(
    config: Config, enable: Iterable[str] = (), disable: Iterable[str] = (), fail_on: str | None = None
) -> Config:
    """`config` with what the command line adds to it. Raises `ConfigError` about a rule that there is not."""
    from sayso.check.rules import RULES

    unknown = {*enable, *disable} - {rule.id for rule in RULES} - {"all"}
    if unknown:
        raise ConfigError("--enable or --disable", f"there is no rule {sorted(unknown)[0]!r}")
    wanted = Severity(fail_on) if fail_on and fail_on != "never" else None
    return replace(
        config,
        enable=(config.enable | set(enable)) - set(disable),
        disable=(config.disable - set(enable)) | set(disable),
        fail_on=wanted if fail_on else config.fail_on,
    )
