import json

import pytest

from sayso.errors import NotAVerdict
from sayso.extract.claimreview import verdicts
from sayso.records import Raw, Verdict

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checkers.example/call",
    "datePublished": "2026-03-12",
    "author": {"@type": "Organization", "name": "The Checkers"},
    "claimReviewed": "The prime minister  rang.",
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "Unproven"},
}
VERDICT = Verdict("The Checkers", "Unproven", "The prime minister rang.", "https://checkers.example/call", "2026-03-12")


def read(text):
    return verdicts(Raw("file:///r.json", "r.json", text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(REVIEW),
        json.dumps([REVIEW]),
        json.dumps({"@graph": [{"@type": "WebPage"}, REVIEW]}),
        json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}),
        f'<html><script type="application/ld+json">{json.dumps(REVIEW)}</script></html>',
    ],
)
def test_found_wherever_it_stands(text):
    assert read(text) == [VERDICT]


def test_a_number_is_a_rating_with_what_it_ranges_to():
    review = {**REVIEW, "reviewRating": {"ratingValue": 2, "bestRating": 5}}
    assert read(json.dumps(review))[0].rating == "2 of 5"


@pytest.mark.parametrize("lacking", ["author", "claimReviewed", "reviewRating"])
def test_none_without_its_author_its_rating_and_its_claim(lacking):
    with pytest.raises(NotAVerdict, match=r"r\.json: there is no ClaimReview"):
        read(json.dumps({key: value for key, value in REVIEW.items() if key != lacking}))


@pytest.mark.parametrize("text", ["", "no json", "[" * 5000, "<p>", '{"@type": ["ClaimReview"], "author": []}', "null"])
def test_other_files_are_none(text):
    with pytest.raises(NotAVerdict):
        read(text)
