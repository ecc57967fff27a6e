"""The rules, one file each, in the order of their ids."""

from sayso.check.records import Rule
from sayso.check.rules import (
    a001_quote_altered,
    a003_quote_of_another,
    b001_disputed_as_fact,
    b002_headline_flat,
    b003_reportedly,
    b005_plural_one_source,
    b006_not_credited,
    c001_anonymous_no_reason,
    c002_source_undescribed,
    c005_lone_anonymous,
    d001_denial_left_out,
    d003_refute_for_deny,
    e001_stale,
    e002_number_unlike,
    e003_weekday_wrong,
    e004_correction_euphemism,
)

_MODULES = (
    a001_quote_altered,
    a003_quote_of_another,
    b001_disputed_as_fact,
    b002_headline_flat,
    b003_reportedly,
    b005_plural_one_source,
    b006_not_credited,
    c001_anonymous_no_reason,
    c002_source_undescribed,
    c005_lone_anonymous,
    d001_denial_left_out,
    d003_refute_for_deny,
    e001_stale,
    e002_number_unlike,
    e003_weekday_wrong,
    e004_correction_euphemism,
)
RULES: tuple[Rule, ...] = tuple(module.RULE for module in _MODULES)
