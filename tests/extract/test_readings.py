import base64
import json
import zlib

import pytest

from sayso.errors import BadLine
from sayso.exports.format1 import to_json
from sayso.extract import readings
from sayso.records import Article, Raw
from tests.fakes import analyse

READING = analyse(Article(id="a1", url="https://clarion.example/", text='"It rained," said Anna Brook.'))


def raw(value):
    return Raw("file:///x.jsonl", "x.jsonl", json.dumps(value).encode())


def line(**changes):
    return {**to_json(READING), **changes}


def test_reading_comes_back():
    found = readings.found(raw(line(reading={"model": "m", "code": "1", "at": "2026-03-09T00:00:00Z"})), 1)
    assert found.reading == READING
    assert (found.made.model, found.made.code, found.raw) == ("m", "1", None)


def test_what_printed_readings_say_is_enough():
    assert readings.found(raw(line()), 1).made.model == "unknown"


@pytest.mark.parametrize(("value", "told"), [(line(), True), ({"url": "u", "sayso": 1}, False)])
def test_readings_are_told_from_articles(value, told):
    assert readings.is_reading(raw(value)) is told


def moved(start):
    value = line()
    value["statements"][0]["content"][0]["start"] = start
    return value


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (line(sayso=2), "another format than 1"),
        (line(article={}), "no reading of format 1"),
        (line(speakers=[]), "not among the speakers"),
        (line(statements=5), "no reading of format 1"),
        (moved(1), "does not read"),
        (moved(-1), "nothing from -1"),
        (moved(10**9), "nothing from"),
        (line(document={"url": "u", "name": "n", "fetched": "f", "headers": [], "data": "%"}), "cannot be unpacked"),
    ],
)
def test_what_does_not_hold_together_is_refused(value, problem):
    with pytest.raises(BadLine, match=problem):
        readings.found(raw(value), 7)


def test_bomb_is_not_unpacked():
    data = base64.b64encode(zlib.compress(bytes(readings.LARGEST + 1))).decode()
    document = {"url": "u", "name": "n", "fetched": "f", "headers": [], "data": data}
    with pytest.raises(BadLine, match="larger than any article"):
        readings.found(raw(line(document=document)), 1)
