"""Articles and readings to fill ledgers with; `fakes.analyse` reads them."""

from sayso.records import Article, Found, Made, Raw
from tests import fakes

MADE = Made("fake_v1_0", "0.1.0")
TEXT = '"There was no call at all that night," said Anna Brook.\n\n"We heard nothing of it," said Tom Reed.'


def article(text=TEXT, *, id="a1", url="https://clarion.example/call", **facts):
    return Article(id=id, url=url, text=text, outlet="The Clarion", **facts)


def found(of=None, made=MADE):
    of = of or article()
    return Found(fakes.analyse(of), made, Raw(of.url, of.url, of.text.encode()))
