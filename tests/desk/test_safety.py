"""Who is refused, on every route there is; and what every answer carries."""

import base64

import pytest

from sayso.desk.safety import HEADERS
from sayso.desk.serve import settings
from sayso.desk.settings import Settings
from sayso.errors import SaysoError
from sayso.ledger.ledger import Ledger
from tests.desk import serving
from tests.desk.routes import every

TOKEN = "correct-horse"
OPEN = ("/static/", "/login")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """A desk as on a network: with a token."""
    folder = tmp_path_factory.mktemp("guarded")
    with Ledger.open(folder / "sayso.db", create=True) as ledger:
        serving.fill(ledger, folder)
        with serving.served(ledger, settings("0.0.0.0", ["desk.example"], TOKEN)) as served:
            yield served


def sent(method):
    return {"form": {"x": "y"}} if method == "POST" else {}


def test_the_walk_meets_all_kinds_of_routes():
    walked = every()
    assert len(walked) > 30
    assert {method for method, _ in walked} == {"GET", "POST"}


@pytest.mark.parametrize(("method", "path"), every())
def test_a_foreign_host_is_refused(shared, method, path):
    for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "10.0.0.7:8470"):
        answer = shared.ask(path, method, read=False, Host=host, **sent(method))
        assert answer.status == 421, (host, answer.status)


@pytest.mark.parametrize(("method", "path"), every())
def test_without_the_token_nothing_is_given(guarded, method, path):
    if path.startswith(OPEN):
        return
    answers = [
        guarded.ask(path, method, read=False, **headers, **sent(method))
        for headers in (
            {},
            {"Authorization": "Bearer wrong"},
            {"Authorization": f"Basic {base64.b64encode(b'me:wrong').decode()}"},
            {"Authorization": "Basic %%%"},
            {"Cookie": f"sayso={TOKEN}"},
            {"Cookie": 'sayso="'},
        )
    ]
    assert {answer.status for answer in answers} == {401}


@pytest.mark.parametrize(("method", "path"), [one for one in every() if one[0] != "GET"])
def test_what_another_site_sends_is_refused(shared, method, path):
    before = shared.ask("/decisions").body
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": f"https://127.0.0.1.evil.example:{shared.port}"},
        {"Origin": f"http://127.0.0.1:{shared.port + 1}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": shared.url},
    ):
        assert shared.ask(path, form={"by": "x"}, **headers).status == 403, headers
    assert shared.ask("/decisions").body == before


@pytest.mark.parametrize(("method", "path"), every())
def test_every_answer_keeps_pages_from_harm(shared, method, path):
    for asked in (path, f"{path}/nothing"):
        answer = shared.ask(asked, method, read=False, **sent(method))
        assert answer.status < 500
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert "Cache-Control" in answer.headers
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_changes_but_by_post(served, method):
    def pulse():
        with served.desk.ledger.view() as view:
            return view.pulse()

    before, given = pulse(), {path for other, path in every() if other == "GET"}
    for other, path in every():
        answer = served.ask(f"{path}?by=x&name=y&speaker=ada-lunn", method, read=False, Origin=served.url)
        assert other == "GET" or path in given or answer.status in (404, 405)
    assert pulse() == before


def test_errors_that_nobody_foresaw_carry_the_headers_too(served, monkeypatch):
    def fail():
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(served.desk.ledger, "view", fail)
    for path in ("/", "/api/v1/claims"):
        answer = served.ask(path)
        assert answer.status == 500
        assert "secret" not in answer.body
        assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert served.ask("/api/v1/claims").json["error"]["status"] == 500


def test_the_token_lets_in_by_header_password_and_cookie(guarded):
    password = base64.b64encode(f"reader:{TOKEN}".encode()).decode()
    assert guarded.ask("/", Authorization=f"Bearer {TOKEN}").status == 200
    assert guarded.ask("/feed.atom", Authorization=f"Basic {password}").status == 200
    answer = guarded.ask("/login", form={"token": TOKEN, "next": "/decisions"})
    assert (answer.status, answer.headers["location"]) == (303, "/decisions")
    cookie = answer.headers["set-cookie"]
    assert TOKEN not in cookie
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert guarded.ask("/", Cookie=cookie.partition(";")[0]).status == 200
    assert guarded.ask("/login", form={"token": "wrong"}).status == 401


@pytest.mark.parametrize(
    "where", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_nobody_is_led_away_after_showing_the_token(guarded, where):
    assert guarded.ask("/login", form={"token": TOKEN, "next": where}).headers["location"] == "/"


def test_a_desk_on_a_network_goes_by_its_names_and_addresses(guarded):
    for host in ("desk.example", "desk.example:80", "127.0.0.1", "[::1]:9", "192.0.2.7:8470", "DESK.example"):
        assert guarded.ask("/", host=host, Authorization=f"Bearer {TOKEN}").status == 200
    assert guarded.ask("/", host="other.example", Authorization=f"Bearer {TOKEN}").status == 421


def test_nobody_but_this_machine_is_served_without_a_token():
    assert settings("127.0.0.1", [], None) == settings("::1", [], "x") == settings("localhost", [], None) == Settings()
    for host in ("0.0.0.0", "::", "192.0.2.7", "desk.example"):
        with pytest.raises(SaysoError, match="SAYSO_TOKEN"):
            settings(host, [], None)
        assert settings(host, [], "x").token == "x"


def test_what_is_too_large_is_not_taken(shared):
    assert shared.ask("/add", form={"text": "x" * 2_100_000}).status == 413


def test_a_page_is_light_and_asks_nobody_else(shared):
    page = shared.ask("/").body
    assets = {part.partition('"')[0] for part in page.split('="/static/')[1:]}
    sizes = [len(shared.ask(f"/static/{name}").body.encode()) for name in assets]
    assert len(page.encode()) + sum(sizes) < 200_000
    assert "http://" not in page
    assert "https://" not in page
    assert shared.ask("/static/..%2fapp.py").status == shared.ask("/static/htmx-2.0.11.LICENSE").status == 404
