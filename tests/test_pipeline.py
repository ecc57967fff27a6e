import json

from sayso import pipeline
from sayso.errors import BadLine, MissingSource, NotAnArticle
from sayso.fetch.web import Web
from sayso.records import Reading
from tests.fakes import analyse


def test_readings_and_errors_come_in_order(tmp_path):
    line = json.dumps({"url": "u", "text": '"It rained," said Ann Lee.', "id": "a1"})
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.jsonl").write_text(f"{line}\n{{\n{line}\n")
    (tmp_path / "c.html").write_text('<p>"It snowed," said Ben Holt.</p>')
    found = list(pipeline.read([tmp_path, tmp_path / "d.txt"], analyse, Web))
    assert [type(one) for one in found] == [NotAnArticle, Reading, BadLine, Reading, Reading, MissingSource]
    assert [one.speakers[0].name for one in found if isinstance(one, Reading)] == ["Ann Lee", "Ann Lee", "Ben Holt"]
    assert str(found[2]).startswith(f"{tmp_path / 'b.jsonl'}, line 2: ")


def test_articles_are_read_as_they_are_asked_for(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"url": "u", "text": "x"}\n' * 3)
    seen = []

    def watch(article):
        seen.append(article)
        return analyse(article)

    found = pipeline.read([tmp_path / "a.jsonl"], watch, Web)
    assert seen == []
    next(found)
    assert len(seen) == 1


def test_title_line_reaches_plain_text(tmp_path):
    (tmp_path / "a.txt").write_text("Mayor denies deal\n\nIt rained.")
    [reading] = pipeline.read([tmp_path], analyse, Web, title_line=True)
    assert reading.article.title == "Mayor denies deal"


def test_threads_change_nothing(tmp_path):
    good = [json.dumps({"url": f"u{n}", "text": f'"It rained {n} times," said Ann Lee.'}) for n in range(9)]
    (tmp_path / "a.jsonl").write_text("\n".join([*good[:5], "{", *good[5:]]))
    one, two, eight = (
        [str(found) for found in pipeline.read([tmp_path, "no.txt"], analyse, Web, threads=n)] for n in (1, 2, 8)
    )
    assert one == two == eight
    assert len(one) == 11
