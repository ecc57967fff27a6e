import ssl
from email.utils import formatdate

import pytest
import trustme

from sayso.errors import AskedToWait, NotFetched, Refused
from sayso.fetch.fetched import Validators
from sayso.fetch.manners import INTERVAL
from sayso.fetch.web import Web
from tests.fetch.outside import Canary, Outside

PAGE = "<p>It rained, said Ann.</p>"
AT = "http://clarion.example/a"


def test_what_is_sent(web, site):
    site.pages["clarion.example/a?b=c"] = PAGE
    web.get(AT + "?b=c#d")
    [(place, headers)] = site.asked
    assert place == "clarion.example/a?b=c"
    assert headers["user-agent"].startswith("sayso/0.")
    assert "if-none-match" not in headers
    assert "cookie" not in headers


def test_redirects_are_followed_and_every_address_is_kept(web, site):
    site.pages |= {
        "clarion.example/a": (301, {"Location": "/b?x=1"}, ""),
        "clarion.example/b?x=1": (302, {"Location": "http://m.clarion.example/ä".encode().decode("latin-1")}, ""),
        "m.clarion.example/%C3%A4": PAGE,
    }
    assert web.get(AT).addresses == ("http://m.clarion.example/%C3%A4", "http://clarion.example/b?x=1", AT)


@pytest.mark.parametrize(("hops", "reached"), [(5, True), (6, False)])
def test_five_redirects_are_followed(web, site, hops, reached):
    site.pages |= {f"clarion.example/{hop}": (302, {"Location": f"/{hop - 1}"}, "") for hop in range(1, hops + 1)}
    site.pages["clarion.example/0"] = PAGE
    if reached:
        assert web.get(f"http://clarion.example/{hops}").body == PAGE.encode()
    else:
        with pytest.raises(NotFetched, match="more than 5 times"):
            web.get(f"http://clarion.example/{hops}")
        assert "clarion.example/0" not in site.places()


@pytest.mark.parametrize("etag", ['"33a64df5"', 'W/"33a64df5"', "unquoted", '"with \\" quote"'])
def test_conditional_requests_echo_what_came(web, site, etag):
    modified = "Tue, 01 Feb 2022 10:00:00 GMT"

    def answer(headers):
        if headers["If-None-Match"] == etag and headers["If-Modified-Since"] == modified:
            return 304, {}, ""
        return 200, {"ETag": etag, "Last-Modified": modified}, PAGE

    site.pages["clarion.example/a"] = answer
    first = web.get(AT)
    assert first.body == PAGE.encode()
    assert first.validators == Validators(etag, modified)
    again = web.get(AT, first.validators)
    assert (again.body, again.validators) == (None, first.validators)


@pytest.mark.parametrize(
    ("header", "media"),
    [
        ("text/html; charset=ISO-8859-1", "text/html"),
        ('TEXT/HTML;charset="utf-8"', "text/html"),
        ("application/pdf", "application/pdf"),
        ("nonsense", "text/plain"),
        ("", "application/octet-stream"),
    ],
)
def test_content_type(web, site, header, media):
    site.pages["clarion.example/a"] = (200, {"Content-Type": header}, PAGE)
    assert web.get(AT).media == media


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (404, "there is no such page"),
        (410, "the page was taken away"),
        (403, "its host does not allow it"),
        (500, "its host answers with status 500"),
        (206, "its host answers with status 206"),
        (304, "its host answers with status 304"),
    ],
)
def test_other_statuses(web, site, status, problem):
    site.pages["clarion.example/a"] = (status, {}, PAGE)
    with pytest.raises(NotFetched) as caught:
        web.get(AT)
    assert (str(caught.value), caught.value.status) == (f"{AT}: {problem}", status)


def test_one_host_is_asked_no_sooner_than_it_likes(web, site, clock):
    site.pages |= {"clarion.example/a": PAGE, "m.clarion.example/a": PAGE}
    web.get(AT)
    web.get("http://m.clarion.example/a")
    assert clock.slept == [INTERVAL, INTERVAL]  # Between each robots.txt and the page.
    web.get(AT)
    web.get(AT)
    assert clock.slept == [INTERVAL, INTERVAL, INTERVAL]  # The other host's second has passed meanwhile.


@pytest.mark.parametrize(("asked", "kept"), [("5", 5), ("0.2", 1), ("86400", 60), ("nan", 1), ("x", 1)])
def test_crawl_delay(web, site, clock, asked, kept):
    site.pages |= {"clarion.example/a": PAGE, "clarion.example/robots.txt": f"User-agent: *\nCrawl-delay: {asked}"}
    web.get(AT)
    web.get(AT)
    assert clock.slept[-1] == kept


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (lambda now: "7200", 7200),
        (lambda now: formatdate(now + 7200, usegmt=True), 7200),
        (lambda now: "soon", 60),
        (lambda now: "99999999999999999", 60),
        (lambda now: "9999999999", 30 * 86400),
        (lambda now: "Fri, 31 Dec 9999 23:59:59 GMT", 30 * 86400),
    ],
)
def test_retry_after(web, site, clock, status, header, seconds):
    site.pages |= {"clarion.example/a": lambda _: (status, {"Retry-After": header(clock.now())}, "")}
    site.pages |= {"clarion.example/b": PAGE}
    with pytest.raises(AskedToWait) as caught:
        web.get(AT)
    assert caught.value.until == pytest.approx(clock.now() + seconds, abs=1)
    if seconds > 60:
        with pytest.raises(AskedToWait, match="its host asks to be left alone for"):
            web.get("http://clarion.example/b")
        assert site.places() == ["clarion.example/a"]
        clock.time += seconds
    web.get("http://clarion.example/b")
    assert clock.now() >= caught.value.until - 1


ROBOTS = """\
User-agent: *
Disallow: /

User-agent: Sayso
Disallow: /private
Disallow: /*.cgi$
Disallow: /a*b
Allow: /private/open
Allow: /abcde
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/a", True),
        ("/private", False),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/x.cgi", False),
        ("/x.cgi?y", True),
        ("/axb", False),
        ("/ab", False),
        ("/abcde", True),
        ("/%70rivate", False),
    ],
)
def test_robots_rules(web, site, path, allowed):
    site.pages |= {"clarion.example/robots.txt": ROBOTS, f"clarion.example{path}": PAGE}
    if allowed:
        web.get(f"http://clarion.example{path}")
    else:
        with pytest.raises(Refused, match=r"the robots.txt of its host does not allow it"):
            web.get(f"http://clarion.example{path}")
        assert site.asked == []


NOTHING = "User-agent: *\nDisallow: /"


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        ((200, {}, NOTHING), False),
        ((200, {}, "<html><body>No such page</body></html>"), True),
        ((404, {}, NOTHING), True),
        ((403, {}, NOTHING), True),
        ((410, {}, NOTHING), True),
        ((500, {}, ""), False),
        ((200, {}, "#" * 400_000 + "\n" + NOTHING), False),
        ((302, {"Location": "/elsewhere.txt"}, ""), False),
        ((302, {"Location": "/robots.txt"}, ""), True),
    ],
    ids=["200", "markup", "404", "403", "410", "500", "long", "moved", "moved for ever"],
)
def test_robots_answers(web, site, answer, allowed):
    site.pages |= {"clarion.example/robots.txt": answer, "clarion.example/elsewhere.txt": NOTHING}
    site.pages["clarion.example/a"] = PAGE
    if allowed:
        web.get(AT)
    else:
        with pytest.raises(NotFetched):
            web.get(AT)
    assert ("clarion.example/a" in site.places()) is allowed


def test_robots_are_kept_for_a_day(web, site, clock):
    site.pages |= {"clarion.example/a": PAGE, "clarion.example/robots.txt": ""}
    web.get(AT)
    site.pages["clarion.example/robots.txt"] = NOTHING
    clock.time += 86_000
    web.get(AT)
    clock.time += 1_000
    with pytest.raises(Refused):
        web.get(AT)


def test_robots_that_could_not_be_had_are_asked_for_again(web, site, clock):
    site.pages |= {"clarion.example/a": PAGE, "clarion.example/robots.txt": (500, {}, "")}
    with pytest.raises(NotFetched):
        web.get(AT)
    site.pages["clarion.example/robots.txt"] = ""
    clock.time += 601
    web.get(AT)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.mark.parametrize(("name", "trusted"), [("clarion.example", True), ("tribune.example", False)])
def test_certificate_must_be_good_for_the_name_that_was_asked_for(authority, clock, serve_tls, name, trusted):
    outside = serve_tls(authority.issue_cert("clarion.example"), name)
    web = Web(outside, clock)
    if trusted:
        assert web.get(f"https://{name}/a").body == b"ok"
    else:
        with pytest.raises(NotFetched, match="its certificate is not to be trusted"):
            web.get(f"https://{name}/a")


@pytest.fixture
def serve_tls(authority, serve, canary: Canary):
    def start(certificate, name):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        outside = Outside(canary, trust)

        def answer(connection):
            with context.wrap_socket(connection, server_side=True) as secured:
                secured.recv(65536)
                secured.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

        serve(answer)
        outside.doors = serve.outside.doors
        outside.names[name] = serve.outside.names["raw.example"]
        return outside

    return start
