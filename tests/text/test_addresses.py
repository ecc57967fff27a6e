import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.addresses import key

BRIDGE = "https://clarion.example/news/bridge-deal"


@pytest.mark.parametrize(
    "url",
    [
        BRIDGE,
        "http://clarion.example/news/bridge-deal",
        "https://www.clarion.example/news/bridge-deal/",
        "HTTPS://Clarion.Example:443/news/bridge-deal#comments",
        "https://clarion.example./news/bridge%2Ddeal?utm_source=feed&utm_medium=rss",
        "https://clarion.example/news/bridge-deal?fbclid=IwAR0&gclid=1",
        "https://m.clarion.example/news/bridge-deal",
        "https://amp.clarion.example/news/bridge-deal?amp=1",
        "https://clarion.example/news/bridge-deal/amp/",
        "https://clarion.example/amp/news/bridge-deal",
        "  https://clarion.example/news/bridge-deal  ",
    ],
)
def test_addresses_of_one_article_have_one_key(url):
    assert key(url) == key(BRIDGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, BRIDGE + "-off"),
        (BRIDGE, BRIDGE.replace("clarion", "tribune")),
        (BRIDGE + "?id=1", BRIDGE + "?id=2"),
        (BRIDGE, BRIDGE.replace("deal", "Deal")),
        (BRIDGE, BRIDGE.replace("example/", "example:8080/")),
        ("https://clarion.example/a%2Fb", "https://clarion.example/a%252Fb"),
        ("https://news.clarion.example/a", "https://clarion.example/a"),
        ("file:///news/a.txt", "file:///news/b.txt"),
    ],
)
def test_addresses_of_two_articles_have_two(one, other):
    assert key(one) != key(other)


def test_order_of_parameters_does_not_matter():
    assert key(BRIDGE + "?b=2&a=1") == key(BRIDGE + "?a=1&b=2")


@pytest.mark.parametrize(
    "url", ["file:///News/A.txt#x", "stdin:0123456789ab", "text:ff", "http://[", "http://a:b/", "x"]
)
def test_what_is_not_of_the_web_is_its_own_key(url):
    assert key(url) == url


@given(st.text(alphabet="aZ0/%?&=#:.[]@ é-_2Fmw", max_size=40))
def test_key_of_a_key_is_the_key(rest):
    once = key("https://www.clarion.example/" + rest)
    assert key(once) == once
