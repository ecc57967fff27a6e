"""Articles that are kept and not read: cut off by a paywall, or not in English."""

import json

import pytest

from sayso.extract import articles
from sayso.records import Raw

SAID = "<p>“There was no deal number {},” said Olive Tarn, the mayor of Dunmere, on Monday, and left the room.</p>"
PROMPT = "<div class='gate'><p>Subscribe now to continue reading this article.</p></div>"
CLOSED = {"@type": "NewsArticle", "isAccessibleForFree": False}
NEIN = (
    "<p>„Es gab keine Absprache {}“, sagte Olive Tarn, die Bürgermeisterin von Dunmere, am Montag vor der Presse.</p>"
)


def times(number, paragraph):
    return "".join(paragraph.format(index) for index in range(number))


def unread(body, linked=None):
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    page = f"<html lang=en><head>{script}</head><body><article><h1>No deal</h1>{body}</article></body></html>"
    return articles.article(Raw("https://clarion.example/a", "a", page.encode())).unread


PAID = "not all of it is there: the rest must be paid for"


@pytest.mark.parametrize(
    ("body", "linked", "found"),
    [
        (times(2, SAID) + PROMPT, CLOSED, PAID),
        (times(2, SAID) + PROMPT, CLOSED | {"isAccessibleForFree": "False"}, PAID),
        (times(2, SAID) + "<p>And then…</p>" + PROMPT, None, PAID),
        (times(20, SAID), CLOSED | {"wordCount": 900}, PAID),
        (times(20, SAID), CLOSED | {"wordCount": 340}, None),
        (times(20, SAID) + PROMPT, CLOSED, None),
        (times(2, SAID) + PROMPT, None, None),
        (times(2, SAID), CLOSED, None),
        (times(2, SAID), None, None),
        (times(3, NEIN), None, "it is not in English"),
    ],
)
def test_what_is_not_read(body, linked, found):
    assert unread(body, linked) == found


def test_it_is_named_and_kept(run, tmp_path):
    (tmp_path / "a.html").write_text(f"<html><body><h1>Nein</h1>{times(3, NEIN)}</body></html>", encoding="utf-8")
    done = run("read", "--jsonl", tmp_path / "a.html")
    assert done.stderr == f"sayso: {tmp_path / 'a.html'}: it is not in English\n"
    kept = json.loads(done.stdout)
    assert kept["article"]["text"].startswith("„Es gab keine Absprache")
    assert kept["statements"] == []
    assert done.exit_code == 1


def test_it_is_kept_in_the_ledger_and_named_once(run, tmp_path):
    (tmp_path / "a.html").write_text(f"<html><body><h1>Nein</h1>{times(3, NEIN)}</body></html>", encoding="utf-8")
    first = run("add", "--ledger", tmp_path / "s.db", tmp_path / "a.html")
    assert (first.exit_code, first.stdout) == (1, "1 article: 1 new; 0 new statements\n")
    again = run("add", "--ledger", tmp_path / "s.db", tmp_path / "a.html")
    assert (again.exit_code, again.stdout, again.stderr) == (0, "1 article: 1 known already; 0 new statements\n", "")
