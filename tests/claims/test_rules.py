from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.copies import copies
from sayso.claims.decisions import Apart, Joined, decided
from sayso.claims.features import features
from sayso.claims.gloss import gloss, words
from sayso.claims.group import clusters
from sayso.claims.matters import Place, kin, months_around, share
from sayso.claims.models import Models
from sayso.claims.nearest import Nearest
from sayso.claims.origins import components, joins
from sayso.claims.related import source_of
from sayso.claims.stance import beside, sides
from sayso.records import Act, Kind, Span, Stance
from tests.claims.entries import article, entry

A1 = article("a1", "Tribune", "2026-03-09T08:00:00+01:00", byline="Gab Torr")
A2 = article("a2", "Wire", "2026-03-10T08:00:00+01:00")


def origins(*entries, copied=None):
    part = components(map(source_of, entries), joins(entries, copied or {}))
    return len({part[source_of(one)] for one in entries})


def test_what_an_outlet_reported_is_what_its_sources_said():
    assert origins(entry(A1, "sources"), entry(A2, "Tribune")) == 1
    assert origins(entry(A1, "sources"), entry(A2, "sources", via=["Tribune"])) == 1


def test_a_circle_of_outlets_is_one():
    assert origins(entry(A1, "Wire"), entry(A2, "Tribune")) == 1
    assert (
        origins(entry(A1, "Wire"), entry(A2, "Tribune"), entry(A1, "sources"), entry(A2, "officials", via=["Tribune"]))
        == 1
    )


def test_two_named_speakers_are_two():
    assert origins(entry(A1, "Oona Tresk"), entry(A2, "Pim Rosk")) == 2


def test_a_person_who_passes_on_is_no_second_origin():
    assert origins(entry(A1, "Oona Tresk"), entry(A2, "sources", via=["Oona Tresk"])) == 1


def test_a_body_and_the_person_introduced_as_its_own_are_one():
    told = article("a3", "Lantern", "2026-03-11", text="Grid Authority chief Oona Tresk said the link was cut.")
    body = entry(A1, "Grid Authority", kind=Kind.ORGANIZATION)
    assert origins(body, entry(told, "Oona Tresk")) == 1


def test_a_person_told_of_in_one_breath_with_a_body_does_not_speak_for_it():
    told = article("a3", "Lantern", "2026-03-11", text="Oona Tresk said the Grid Authority had cut the link.")
    body = entry(A1, "Grid Authority", kind=Kind.ORGANIZATION)
    assert origins(body, entry(told, "Oona Tresk")) == 2


def test_an_outlet_is_one_by_the_name_of_its_paper_and_its_report():
    assert origins(entry(A1, "sources", via=["Tribune"]), entry(A2, "the Tribune newspaper", kind=Kind.OUTLET)) == 1
    assert origins(entry(A1, "sources", via=["Tribune"]), entry(A2, "a Tribune report", kind=Kind.DOCUMENT)) == 2
    assert origins(entry(A1, "sources", via=["Tribune"]), entry(A2, "the Tribune report", kind=Kind.DOCUMENT)) == 1
    assert origins(entry(A1, "sources", via=["Tribune"]), entry(A2, "Evening Tribune", kind=Kind.ORGANIZATION)) == 1
    assert origins(entry(A1, "sources", via=["Tribune"]), entry(A2, "Trident", kind=Kind.ORGANIZATION)) == 2


def test_a_name_spelled_in_two_ways_is_not_shown_to_be_two():
    assert origins(entry(A1, "Al-Zemara Observatory"), entry(A2, "Al Zemaara Observatory")) == 1
    assert origins(entry(A1, "Ada Lunn"), entry(A2, "Ada Rosk")) == 2


def test_whom_an_article_describes_first_it_names_below():
    first, later = entry(A1, "a member of the council", kind=Kind.UNNAMED), entry(A1, "Oona Tresk")
    assert origins(first, later) == 1
    assert origins(later, first) == 2
    assert origins(entry(A1, "an anonymous source at the council", kind=Kind.UNNAMED), later) == 2


def test_a_reporter_is_one_with_the_paper():
    assert origins(entry(A1, "Tribune"), entry(A1, "Gab Torr")) == 1


def test_copied_words_have_one_origin():
    text = "the minister signed a secret letter on the eve of the vote"
    one, two = entry(A1, "sources", text), entry(A2, "officials", text)
    found = copies([one, two])
    assert found == {two.statement.id: one.statement.id}
    assert origins(one, two) == 2
    assert origins(one, two, copied=found) == 1


def test_other_words_are_no_copy():
    assert not copies(
        [
            entry(A1, "sources", "the minister signed a letter in May"),
            entry(A2, "officials", "no letter was ever sent by him"),
        ]
    )


EVEN = dict.fromkeys((Stance.AFFIRMS, Stance.DENIES, Stance.UNDECIDED), 1 / 3)


@pytest.mark.parametrize(
    ("act", "kind", "content", "expected"),
    [
        (Act.DENIES, Kind.PERSON, "the link was cut", Stance.DENIES),
        (Act.DECLINES, Kind.PERSON, "to comment", Stance.UNDECIDED),
        (Act.CONFIRMS, Kind.PERSON, "the link was cut", Stance.AFFIRMS),
        (Act.SAYS, Kind.PERSON, "the link was cut", Stance.AFFIRMS),
        (Act.SAYS, Kind.PERSON, "she did not know whether the link was cut", Stance.UNDECIDED),
    ],
)
def test_a_side_goes_by_act_and_words(act, kind, content, expected):
    found = sides(entry(A1, "Oona Tresk", content, act, kind=kind), EVEN, EVEN, EVEN, Models().rules.sides)
    assert max(found, key=found.__getitem__) is expected
    assert sum(found.values()) == pytest.approx(1)


def test_a_side_goes_by_what_the_models_make_of_it_where_the_act_is_open():
    said, denied = entry(A1, "Oona Tresk", "the cable is whole"), {**EVEN, Stance.DENIES: 9.0}
    weights = Models().rules.sides
    found = sides(said, denied, denied, denied, weights)
    assert max(found, key=found.__getitem__) is Stance.DENIES
    for looks in ((denied, denied, EVEN), (denied, EVEN, denied), (EVEN, denied, denied)):
        assert found[Stance.DENIES] > sides(said, *looks, weights)[Stance.DENIES]


@pytest.mark.parametrize(
    ("who", "where", "act", "side"),
    [
        ("Oona Tresk", A1, Act.DENIES, Stance.DENIES),
        ("Oona Tresk", A1, Act.CONFIRMS, Stance.AFFIRMS),
        ("Oona Tresk", A2, Act.DENIES, Stance.AFFIRMS),
        ("Pim Rosk", A1, Act.DENIES, Stance.AFFIRMS),
        ("officials", A1, Act.DENIES, Stance.AFFIRMS),
    ],
)
def test_what_a_speaker_says_beside_a_denial_leans_to_it(who, where, act, side):
    said = entry(A1, "officials" if who == "officials" else "Oona Tresk", "its water was tested and was clean")
    other = entry(where, who, "that the water was foul", act=act)
    likely = {
        said.statement.id: {Stance.AFFIRMS: 0.6, Stance.DENIES: 0.3, Stance.UNDECIDED: 0.1},
        other.statement.id: {Stance.AFFIRMS: 0.1, Stance.DENIES: 0.8, Stance.UNDECIDED: 0.1},
    }
    found = beside([said, other], likely)
    assert max(found[said.statement.id], key=found[said.statement.id].__getitem__) is side
    assert all(sum(shares.values()) == pytest.approx(1) for shares in found.values())
    if where == A1:
        assert found[other.statement.id] == likely[other.statement.id]


@pytest.mark.parametrize(
    ("who", "act", "leans"),
    [
        ("Oona Tresk", Act.SAYS, True),
        ("Pim Rosk", Act.SAYS, False),
        ("officials", Act.SAYS, False),
        ("Oona Tresk", Act.RETRACTS, False),
        ("Oona Tresk", Act.DECLINES, False),
    ],
)
def test_what_a_named_speaker_says_leans_to_what_they_say_in_other_articles(who, act, leans):
    said = entry(A1, "officials" if who == "officials" else "Oona Tresk", "it is somebody else's paper")
    other = entry(A2, who, "the report is false", act=act)
    likely = {
        said.statement.id: {Stance.AFFIRMS: 0.5, Stance.DENIES: 0.4, Stance.UNDECIDED: 0.1},
        other.statement.id: {Stance.AFFIRMS: 0.1, Stance.DENIES: 0.8, Stance.UNDECIDED: 0.1},
    }
    found = beside([said, other], likely)[said.statement.id]
    assert (max(found, key=found.__getitem__) is Stance.DENIES) is leans
    assert (found == likely[said.statement.id]) is not leans
    assert sum(found.values()) == pytest.approx(1)


def test_a_gloss_is_a_sentence_with_names_and_dates():
    one = entry(A1, "Oona Tresk", "that he had spoken to the Brannoch cabinet yesterday")
    assert words(one) == "Oona Tresk had spoken to the Brannoch cabinet on 8 March 2026."


@pytest.mark.parametrize("joint", [" and ", ", but "])
def test_a_gloss_has_the_word_that_joins_its_pieces(joint):
    text = f"Water, he said, had seeped in since June{joint}that letters went unanswered."
    where = article("a9", "Tribune", text=text)
    pieces = ("Water", "had seeped in since June", "that letters went unanswered")
    spans = tuple(Span(piece, text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    one = entry(where, "officials")
    one = replace(one, statement=replace(one.statement, content=spans))
    assert words(one) == f"Water had seeped in since June{joint}that letters went unanswered."


def test_a_gloss_is_taken_from_the_affirming_side():
    one = entry(A1, "sources", "the Brannoch Link was shut down by Zemara in March")
    two = entry(A2, "Oona Tresk", "“I know of no such thing and we did not do it”", act=Act.DENIES)
    stances = {one.statement.id: Stance.AFFIRMS, two.statement.id: Stance.DENIES}
    near = {one.statement.id: 0.5, two.statement.id: 0.5}
    assert gloss([one, two], stances, near) == "The Brannoch Link was shut down by Zemara in March."


def test_clusters_join_by_average_likeness():
    likely = np.array([[1, 0.9, 0.2, 0.1], [0.9, 1, 0.3, 0.1], [0.2, 0.3, 1, 0.6], [0.1, 0.1, 0.6, 1]])
    assert clusters(likely, 0.5) == [[0, 1], [2, 3]]
    assert clusters(likely, 0.95) == [[0], [1], [2], [3]]
    assert clusters(likely, 0.1) == [[0, 1, 2, 3]]


@given(st.integers(1, 12), st.floats(0.05, 0.95), st.randoms(use_true_random=False))
def test_every_item_is_in_one_cluster(count, cut, random):
    table = np.array([[random.random() for _ in range(count)] for _ in range(count)])
    found = clusters((table + table.T) / 2, cut)
    assert sorted(i for group in found for i in group) == list(range(count))


def test_numbers_that_differ_keep_apart():
    one, two, three = (entry(A1, "sources", f"{n} people died", id=str(n)) for n in (12, 30, 12))
    found = features([one, two, three], np.eye(3), np.eye(3))["numbers"]
    assert (found[0, 1], found[0, 2]) == (-1, 1)


def test_a_persons_decision_is_laid_over_the_groups():
    groups = [["a", "b"], ["c"], ["d"]]
    assert decided(groups, [Joined(("a", "c"))]) == [["d"], ["a", "b", "c"]]
    assert decided(groups, [Apart(("b",))]) == [["c"], ["d"], ["a"], ["b"]]
    assert sorted(map(sorted, decided(groups, [Joined(("a", "c")), Apart(("c",))]))) == [["a", "b"], ["c"], ["d"]]


def test_articles_are_kin_when_alike_and_near_in_time_and_names_are_shared():
    vector = np.array([1.0, 0.0])
    place = lambda id, at, v=vector, of="x", names=("brannoch",): Place(id, of, at, v, names)
    known = [
        place("near", "2026-03-01T00:00:00+00:00"),
        place("late", "2026-09-01T00:00:00+00:00"),
        place("other", "2026-03-01T00:00:00+00:00", np.array([0.0, 1.0])),
        place("stranger", "2026-03-01T00:00:00+00:00", names=("ondry",)),
        place("nameless", "2026-03-01T00:00:00+00:00", names=()),
        place("version", "2027-03-01T00:00:00+00:00", np.array([0.0, 1.0]), of="y"),
    ]
    assert kin(place("new", "2026-03-09T00:00:00+00:00", of="y"), known) == ["near", "version"]


@pytest.mark.parametrize(("shared", "alike"), [(1, False), (2, True)])
def test_articles_that_are_less_alike_are_kin_when_they_share_more_names(shared, alike):
    names = ("brannoch", "ondry", "tresk", "velm")
    one = Place("1", "x", None, np.array([1.0, 0.0]), names)
    other = Place(
        "2", "y", None, np.array([0.83, (1 - 0.83**2) ** 0.5]), (*names[:shared], *"ab"[: 4 - shared], *"cd"[shared:])
    )
    assert kin(one, [other]) == (["2"] if alike else [])


PLACES = st.lists(
    st.tuples(
        st.sampled_from("pqrstuvw"),
        st.sampled_from((0.7, 0.801, 0.85, 0.88, 1.0)),
        st.sets(st.sampled_from("abcdefgh")),
    ),
    max_size=12,
)


@given(PLACES, st.sets(st.sampled_from("abcdefgh")))
def test_no_kin_is_missed_when_places_are_asked_by_name(rows, names):
    places = [
        Place(id, id, None, np.array([alike, (1 - alike**2) ** 0.5]), tuple(sorted(own))) for id, alike, own in rows
    ]
    new = Place("new", "new", None, np.array([1.0, 0.0]), tuple(sorted(names)))
    nearest = Nearest()
    for place in places:
        nearest.add(place)
    last = list({place.id: place for place in places}.values())
    assert kin(new, nearest.near(new)) == kin(new, last)


NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(NAMES, NAMES)
def test_the_share_of_names_lies_between_none_and_all_and_is_mutual(one, other):
    assert 0 <= share(one, other) <= 1 + 1e-9
    assert share(one, other) == share(other, one)
    assert share(one, one) == pytest.approx(1.0 if one else 0.0)


def test_months_reach_as_far_as_kinship():
    assert months_around("2026-01-15T00:00:00+00:00") == ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]
    assert months_around(None) == [""]


def test_two_keep_company_where_the_same_others_are_near_both():
    said = [entry(A1, "Oona Tresk", f"the link number {n} was cut") for n in range(7)]
    vectors = np.random.default_rng(1).normal(size=(7, 384))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    alike = np.tile(np.full(384, 384**-0.5), (7, 1))
    for name, found in (
        ("company", features(said, vectors, alike)),
        ("company within", features(said, alike, vectors)),
    ):
        assert found[name] == pytest.approx(np.corrcoef(vectors @ vectors.T))


def test_what_is_all_alike_keeps_no_company():
    said = [entry(A1, "Oona Tresk", "the link was cut")] * 3
    alike = np.tile(np.full(384, 384**-0.5), (3, 1))
    assert not features(said, alike, alike)["company"].any()
