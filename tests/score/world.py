"""One story of two statements, its gold, and a perfect reading of it."""

import json

TEXT = "Oona Tresk said on Monday the link was cut. Pim Rosk denied that the link was cut."


def span(words, start=0):
    at = TEXT.index(words, start)
    return {"text": words, "start": at, "end": at + len(words)}


ARTICLE = {"id": "a1", "url": "https://tribune.example/a1", "text": TEXT}
GOLD = {
    "speakers": {
        "tresk": {"name": "Oona Tresk", "kind": "person", "aliases": ["Tresk"]},
        "rosk": {"name": "Pim Rosk", "kind": "person", "aliases": []},
    },
    "claims": {"cut": {"gloss": "The link was cut."}},
    "statements": [
        {
            "article": "a1", "source": "Oona Tresk", "cue": "said", "content": ["the link was cut"], "form": "indirect",
            "speaker": "tresk", "via": [], "act": "says", "claim": "cut", "stance": "affirms", "said_on": "2026-03-09",
        },
        {
            "article": "a1", "source": "Pim Rosk", "cue": "denied", "content": ["that the link was cut"],
            "form": "indirect", "speaker": "rosk", "via": [], "act": "denies", "claim": "cut", "stance": "denies",
            "said_on": None,
        },
    ],
    "status": [{"claim": "cut", "after": "a1", "status": "disputed", "origins": 1}],
}  # fmt: skip
_SPEAKERS = [
    {"id": "p1", "name": "Tresk", "kind": "person"},
    {"id": "p2", "name": "Pim Rosk", "kind": "person"},
]
_STATEMENTS = [
    {
        "id": "s1", "form": "indirect", "act": "says", "content": [span("the link was cut")], "speaker": "p1", "via": [],
        "said": {"date": "2026-03-09"},
    },
    {
        "id": "s2", "form": "indirect", "act": "denies", "content": [span("that the link was cut")], "speaker": "p2",
        "via": [], "said": None,
    },
]  # fmt: skip
PERFECT = {
    "articles": [{**ARTICLE, "id": "x1"}],
    "speakers": _SPEAKERS,
    "statements": [{**one, "article": "x1"} for one in _STATEMENTS],
    "claims": [
        {
            "id": "c1",
            "positions": [{"statement": "s1", "stance": "affirms"}, {"statement": "s2", "stance": "denies"}],
            "history": [{"article": "x1", "status": "disputed", "origins": 1}],
        }
    ],
}
READ_LINE = {"article": {**ARTICLE, "id": "x1"}, "speakers": _SPEAKERS, "statements": _STATEMENTS}


def laid_out(folder):
    story = folder / "story"
    story.mkdir()
    (story / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    (story / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder
