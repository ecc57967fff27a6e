import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.fit import refit
from sayso.records import Act
from tests.claims.entries import article, entry

TEXT = "the link was cut\nthe fish were counted\nno comment"
A1, A2 = article("a1", "Tribune", text=TEXT), article("a2", "Wire", text=TEXT)
LINK, FISH, NONE = TEXT.split("\n")
ENTRIES = [
    entry(A1, "Oona Tresk", LINK),
    entry(A2, "Pim Rosk", LINK),
    entry(A2, "Ada Lunn", FISH),
    entry(A1, "Pim Rosk", FISH),
    entry(A1, "Zemara", NONE, Act.DECLINES),
]
EVEN = np.full((5, 5), 0.5)


def near(*pairs, likely=0.9):
    found = np.full((5, 5), 0.1)
    for i, j in pairs:
        found[i, j] = found[j, i] = likely
    return found


def test_a_statement_moves_to_what_it_is_more_like():
    likely = near((0, 1), (2, 3), (1, 4), (0, 4))
    assert refit(ENTRIES, [[0, 1], [2, 3, 4]], likely, {"near": 1.0}) == [[0, 1, 4], [2, 3]]


def test_one_alone_joins_where_it_fits_best():
    assert refit(ENTRIES, [[0, 1], [2, 3], [4]], near((0, 1), (2, 3), (3, 4)), {"near": 1.0}) == [[0, 1], [2, 3, 4]]


def test_who_declines_is_heard_on_what_was_said_just_before():
    assert refit(ENTRIES, [[0, 1], [2, 3], [4]], near((0, 1), (2, 3)), {"near": 1.0, "declines before": 1.0}) == [
        [0, 1],
        [2, 3, 4],
    ]


def test_a_speaker_goes_on_about_the_same():
    weights = {"near": 1.0, "speaker": 2.0}
    assert refit(ENTRIES, [[0, 1], [2, 4], [3]], near((0, 1), (2, 4)), weights) == [[0, 1, 3], [2, 4]]


def test_one_cluster_stays_as_it_is():
    assert refit(ENTRIES, [[0, 1, 2, 3, 4]], EVEN, {"near": 1.0}) == [[0, 1, 2, 3, 4]]
    assert refit(ENTRIES, [], EVEN, {"near": 1.0}) == []


@given(st.lists(st.floats(0, 1), min_size=25, max_size=25), st.permutations(range(5)))
def test_nothing_is_lost_and_the_order_of_clusters_is_of_no_account(values, order):
    likely = np.array(values).reshape(5, 5)
    likely = (likely + likely.T) / 2 + np.arange(5) * 1e-6
    groups = [[0, 1], [2], [3, 4]]
    found = refit(ENTRIES, groups, likely, {"near": 1.0, "nearest": 0.31})
    assert sorted(i for group in found for i in group) == [0, 1, 2, 3, 4]
    assert refit(ENTRIES, [groups[k] for k in order if k < 3], likely, {"near": 1.0, "nearest": 0.31}) == found
