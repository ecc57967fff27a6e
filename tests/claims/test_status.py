from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.build import derived
from sayso.claims.order import in_time
from sayso.claims.status import standing
from sayso.claims.view import view
from sayso.records import Act, Kind, Stance, Status
from tests.claims.entries import article, entry

A1 = article("a1", "Tribune", "2026-03-09T08:00:00+01:00")
A2 = article("a2", "Wire", "2026-03-10T08:00:00+01:00")
A3 = article("a3", "Lantern", "2026-03-11T08:00:00+01:00")
FOR, AGAINST, NEITHER = Stance.AFFIRMS, Stance.DENIES, Stance.UNDECIDED


def stand(*pairs, about="the link was cut", loose=()):
    entries = [one for one, _ in pairs]
    seen = view(entries, {one.statement.id: side for one, side in pairs}, {}, loose)
    return standing(seen, "a", None, about)


def test_one_source_is_single_source():
    row = stand((entry(A1, "sources"), FOR))
    assert (row.status, row.origins) == (Status.SINGLE_SOURCE, 1)


def test_a_denial_disputes_and_is_named():
    row = stand((entry(A1, "sources"), FOR), (entry(A2, "Oona Tresk", act=Act.DENIES), AGAINST))
    assert (row.status, row.by) == (Status.DISPUTED, ("oona-tresk",))
    assert "Oona Tresk" in row.reason


def test_only_denials_are_denied_with_no_origin():
    row = stand((entry(A2, "Oona Tresk", act=Act.DENIES), AGAINST))
    assert (row.status, row.origins) == (Status.DENIED, 0)


def test_a_denial_by_nobody_named_disputes_nothing_and_is_said():
    row = stand((entry(A1, "sources"), FOR), (entry(A2, "officials", act=Act.DENIES), AGAINST))
    assert (row.status, row.origins) == (Status.SINGLE_SOURCE, 1)
    assert row.reason == "its one origin is sources, and only officials against it, nobody by name"


def test_a_denial_by_nobody_named_is_one_where_nobody_affirms():
    row = stand((entry(A2, "officials", act=Act.DENIES), AGAINST))
    assert (row.status, row.by) == (Status.DENIED, ("officials",))


def test_what_only_nobody_named_denies_is_not_said_to_be_denied_by_nobody():
    denial = (entry(A2, "officials", act=Act.DENIES), AGAINST)
    confirmed = stand(denial, (entry(A3, "Oona Tresk", act=Act.CONFIRMS), FOR))
    twice = stand((entry(A1, "Ada Moor"), FOR), denial, (entry(A3, "Oona Tresk"), FOR))
    assert (confirmed.status, twice.status) == (Status.CONFIRMED, Status.CORROBORATED)
    assert all(row.reason.startswith("only officials against it, nobody by name, and ") for row in (confirmed, twice))


def test_an_outlet_is_somebody_and_can_dispute():
    row = stand((entry(A1, "sources"), FOR), (entry(A2, "Wire", act=Act.DENIES), AGAINST))
    assert (row.status, row.by) == (Status.DISPUTED, ("wire",))


def test_declining_never_moves_the_status():
    row = stand((entry(A1, "sources"), FOR), (entry(A2, "Oona Tresk", act=Act.DECLINES), NEITHER))
    assert row.status is Status.SINGLE_SOURCE


def test_a_party_that_confirms_confirms_it():
    row = stand((entry(A1, "sources"), FOR), (entry(A2, "Oona Tresk", act=Act.CONFIRMS), FOR))
    assert (row.status, row.by) == (Status.CONFIRMED, ("oona-tresk",))


def test_a_speaker_named_in_the_claim_is_a_party():
    row = stand((entry(A1, "Oona Tresk"), FOR), about="Oona Tresk resigned.")
    assert row.status is Status.CONFIRMED


def test_two_outlets_unnamed_sources_corroborate():
    row = stand((entry(A1, "sources"), FOR), (entry(A2, "officials"), FOR))
    assert (row.status, row.origins) == (Status.CORROBORATED, 2)


def test_a_retraction_by_the_outlet_takes_its_origin_back():
    row = stand((entry(A1, "sources"), FOR), (entry(A3, "Tribune", act=Act.RETRACTS), AGAINST))
    assert (row.status, row.origins) == (Status.RETRACTED, 0)


def test_a_retraction_takes_back_what_stands_below_it_and_what_others_have_from_it():
    note = (entry(A3, "Tribune", "we were wrong", act=Act.RETRACTS, id="note"), AGAINST)
    again = (entry(A3, "sources", "the link was cut again", via=["Tribune"]), FOR)
    assert stand((entry(A1, "sources"), FOR), note, again).status is Status.RETRACTED
    copied = (entry(A2, "memo", kind=Kind.DOCUMENT), FOR)
    assert stand((entry(A1, "memo", kind=Kind.DOCUMENT), FOR), copied, note).status is Status.RETRACTED
    own = (entry(A2, "Oona Tresk"), FOR)
    assert stand((entry(A1, "sources"), FOR), own, note).status is not Status.RETRACTED


def test_a_later_statement_of_a_speaker_supersedes_the_earlier():
    denied = (entry(A1, "Oona Tresk", act=Act.DENIES), AGAINST)
    owned = (entry(A2, "Oona Tresk", "the link was cut after all", act=Act.CONFIRMS), FOR)
    assert stand((entry(A1, "sources"), FOR), denied, owned).status is Status.CONFIRMED


def test_a_loose_affirmation_is_no_origin_of_its_own():
    loose = entry(A2, "Pim Rosk")
    row = stand((entry(A1, "sources"), FOR), (loose, FOR), loose={loose.statement.id})
    assert row.origins == 1


def test_a_loose_affirmation_falls_with_the_report_that_its_outlet_takes_back():
    note = (entry(A3, "Tribune", "we were wrong", act=Act.RETRACTS, id="note"), AGAINST)
    loose = entry(A2, "Pim Rosk")
    assert stand((entry(A1, "sources"), FOR), (loose, FOR), note, loose={loose.statement.id}).status is Status.RETRACTED
    person = (entry(A3, "Oona Tresk", "I was wrong", act=Act.RETRACTS, id="own"), AGAINST)
    row = stand((entry(A1, "Oona Tresk"), FOR), (loose, FOR), person, loose={loose.statement.id})
    assert row.status is not Status.RETRACTED


def test_a_reason_names_an_outlet_as_it_is_spelled():
    said = [entry(A1, "sources"), entry(A2, "Tribune", "the Tribune's report")]
    (origin,) = view(said, {one.statement.id: Stance.AFFIRMS for one in said}, {}).origins
    assert origin.reasons == ("Tribune is credited with what its source said",)


def test_a_loose_affirmation_is_no_reason_to_join_a_source_with_itself():
    said = [entry(A1, "Pim Rosk"), entry(A2, "Oona Tresk")]
    for count, reasons in ((1, ()), (2, ("not all who affirm it are shown to know of it independently",))):
        ids = [one.statement.id for one in said[:count]]
        [origin] = view(said[:count], dict.fromkeys(ids, FOR), {}, ids).origins
        assert origin.reasons == reasons


def test_an_origin_bears_the_name_that_most_articles_credit_however_it_is_spelled():
    said = [
        entry(A1, "a Courier report", kind=Kind.DOCUMENT),
        entry(A1, "Al-Sahda", kind=Kind.ORGANIZATION),
        entry(A2, "a Courier report", kind=Kind.DOCUMENT),
        entry(A3, "Al-Sahdah", kind=Kind.ORGANIZATION),
        entry(article("a4", "Echo", "2026-03-12T08:00:00+01:00"), "sources", via=("Al Sahda",)),
    ]
    loose = {one.statement.id for one in said}
    [origin] = view(said, dict.fromkeys(loose, FOR), {}, loose).origins
    assert origin.name == "Al-Sahda"


def test_who_denies_as_often_as_he_affirms_is_not_whom_a_claim_goes_back_to():
    a4 = article("a4", "Courier", "2026-03-12T08:00:00+01:00")
    entries = [entry(where, "Oona Tresk", id=f"{where.id}t") for where in (A1, A2)]
    entries += [entry(A3, "Elia Forn"), entry(a4, "Oona Tresk", "it was whole", Act.DENIES)]
    sides = {one.statement.id: AGAINST if one.statement.act is Act.DENIES else FOR for one in entries}
    loose = [one.statement.id for one in entries]
    assert [origin.name for origin in view(entries[:3], sides, {}, loose).origins] == ["Oona Tresk"]
    (origin,) = view(entries, sides, {}, loose).origins
    assert origin.name == "Elia Forn"


POOL = [
    (entry(where, who, f"the link was cut {n}", act=act, via=via, kind=kind), side)
    for n, (where, who, act, via, kind, side) in enumerate(
        [
            (A1, "sources", Act.SAYS, (), None, FOR),
            (A1, "Oona Tresk", Act.DENIES, (), None, AGAINST),
            (A2, "Tribune", Act.SAYS, (), None, FOR),
            (A2, "sources", Act.SAYS, ("Tribune",), None, FOR),
            (A2, "Grid Authority", Act.DECLINES, (), Kind.ORGANIZATION, NEITHER),
            (A3, "officials", Act.SAYS, (), None, FOR),
            (A3, "Oona Tresk", Act.CONFIRMS, (), None, FOR),
            (A3, "Tribune", Act.RETRACTS, (), None, AGAINST),
        ]
    )
]
some = st.lists(st.sampled_from(POOL), min_size=2, unique_by=lambda pair: pair[0].statement.id)


def outcome(pairs, articles):
    stances = {one.statement.id: side for one, side in pairs}
    claim = derived("c1", "The link was cut.", in_time(one for one, _ in pairs), stances, articles)
    return claim.history, claim.origin_list, sorted(claim.positions, key=lambda p: p.statement)


@settings(max_examples=60)
@given(some, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_arrival(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    assert outcome(pairs, [A1, A2, A3]) == outcome(shuffled, [A3, A1, A2])


@settings(max_examples=60)
@given(some)
def test_repeating_an_article_changes_neither_status_nor_origins(pairs):
    """The last article comes again at another address: the same words by the same speakers, heard by the same outlet."""
    last = max((one.article for one, _ in pairs), key=lambda a: a.published)
    again = article("b1", last.outlet, "2026-03-12T08:00:00+01:00")
    copies = [
        (
            entry(
                again,
                e.speaker.name,
                e.statement.content[0].text,
                e.statement.act,
                [v.name for v in e.via],
                e.speaker.kind,
            ),
            s,
        )
        for e, s in pairs
        if e.article is last
    ]
    before, _, _ = outcome(pairs, [A1, A2, A3])
    after, _, _ = outcome(pairs + copies, [A1, A2, A3, again])
    if before:
        assert (after[-1].status, after[-1].origins) == (before[-1].status, before[-1].origins)
