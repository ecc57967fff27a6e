"""The rules, one file each, in the order of their ids."""

from sayso.check.records import Rule
from sayso.check.rules import (
    a001_quote_altered,
    a003_quote_of_another,
    b003_reportedly,
    c001_anonymous_no_reason,
    c002_source_undescribed,
    d003_refute_for_deny,
    e003_weekday_wrong,
    e004_correction_euphemism,
)

RULES: tuple[Rule, ...] = (
    a001_quote_altered.RULE,
    a003_quote_of_another.RULE,
    b003_reportedly.RULE,
    c001_anonymous_no_reason.RULE,
    c002_source_undescribed.RULE,
    d003_refute_for_deny.RULE,
    e003_weekday_wrong.RULE,
    e004_correction_euphemism.RULE,
)
