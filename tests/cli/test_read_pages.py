"""`sayso read https://…`, with servers on loopback in the place of the web."""

import json

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.core import Sayso
from sayso.fetch.web import Web
from tests import fakes
from tests.fetch.outside import Canary, FakeClock, Outside, Site

PAGE = '<html lang=en><body><h1>Rain</h1><p>"It rained," said Ann Lee.</p></body></html>'


@pytest.fixture
def site():
    site = Site()
    yield site
    site.close()


@pytest.fixture
def run(site):
    canary = Canary()
    outside = Outside(canary)
    outside.host(site, "clarion.example")

    def run(*arguments):
        sayso = Sayso(fakes.analyse, Web(outside, FakeClock()))
        return CliRunner().invoke(main, list(arguments), obj=sayso)

    yield run
    canary.close()
    assert canary.connections == 0


def test_page(run, site):
    site.pages |= {"clarion.example/a": (302, {"Location": "/b"}, ""), "clarion.example/b": PAGE}
    done = run("read", "--jsonl", "http://clarion.example/a")
    assert (done.exit_code, done.stderr) == (0, "")
    article = json.loads(done.stdout)["article"]
    assert (article["url"], article["title"]) == ("http://clarion.example/b", "Rain")


def test_what_cannot_be_had_is_named_and_the_rest_is_read(run, site):
    site.pages |= {"clarion.example/a": PAGE, "clarion.example/b.jpg": (200, {"Content-Type": "image/jpeg"}, "x")}
    addresses = ["http://clarion.example/none", "http://[::1]/a", "http://clarion.example/b.jpg", "http://x.example/"]
    done = run("read", "--jsonl", *addresses, "http://clarion.example/a")
    assert done.stderr.splitlines() == [
        "sayso: http://clarion.example/none: there is no such page",
        "sayso: http://[::1]/a: ::1 is a loopback address, and no host of the public web",
        "sayso: http://clarion.example/b.jpg: it is no page, but image/jpeg",
        "sayso: http://x.example/: its host is not known",
    ]
    assert len(done.stdout.splitlines()) == 1
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("charset", "encoding"), [("; charset=windows-1252", "cp1252"), ("; charset=utf-8", "utf-8"), ("", "utf-8")]
)
def test_charset_of_the_header(run, site, charset, encoding):
    site.pages["clarion.example/a"] = (
        200,
        {"Content-Type": f"text/html{charset}"},
        "<p>“No,” said Élise.</p>".encode(encoding),
    )
    done = run("read", "--jsonl", "http://clarion.example/a")
    assert json.loads(done.stdout)["article"]["text"] == "“No,” said Élise."


def test_own_network_is_read_when_allowed(site):
    site.pages[f"127.0.0.1:{site.port}/a"] = PAGE
    address = f"http://127.0.0.1:{site.port}/a"
    refused = CliRunner().invoke(main, ["read", "--jsonl", address], obj=fakes.sayso())
    assert refused.exit_code == 1
    assert "127.0.0.1 is a loopback address" in refused.stderr
    assert site.asked == []
    done = CliRunner().invoke(main, ["read", "--jsonl", "--allow-private", "127.0.0.1", address], obj=fakes.sayso())
    assert json.loads(done.stdout)["article"]["url"] == address
