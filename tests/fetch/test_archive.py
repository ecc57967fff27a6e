import gzip
import io
import zlib

import brotli
import pytest

from sayso.errors import BadRecord, SourceError
from sayso.fetch import disk
from sayso.fetch.archive import pages
from tests.fetch.warcs import INFO, page, record, zipped

FOUR = [record(number) for number in range(4)]


def read(data):
    """The numbers of the pages that are found, and what is said to be wrong."""
    found = list(pages("a.warc", io.BytesIO(data)))
    problems = [error.problem for error in found if isinstance(error, SourceError)]
    raws = [raw for raw in found if not isinstance(raw, SourceError)]
    assert all(raw.data == page(int(raw.url.rpartition("/")[2])) for raw in raws)
    return [int(raw.url.rpartition("/")[2]) for raw in raws], problems


def test_what_is_taken_from_a_record():
    [raw] = pages("a.warc", io.BytesIO(record(3, headers='ETag: "x"\r\n')))
    assert (raw.url, raw.name) == ("http://clarion.example/3", "a.warc: http://clarion.example/3")
    assert raw.fetched == "2026-03-09T16:00:03Z"
    assert dict(raw.headers)["etag"] == '"x"'


@pytest.mark.parametrize(
    "data",
    [
        b"".join(FOUR),
        zipped(*FOUR),
        gzip.compress(b"".join(FOUR)),
        INFO + b"".join(FOUR),
        zipped(INFO, *FOUR) + bytes(512),
        b"".join(FOUR).replace(b"WARC/1.0", b"WARC/1.1"),
        b"".join(FOUR)[:-4],
    ],
    ids=["plain", "a member a record", "one member", "info first", "padded", "1.1", "no last lines"],
)
def test_forms(data):
    assert read(data) == ([0, 1, 2, 3], [])


@pytest.mark.parametrize(
    ("headers", "encode"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: br\r\n", brotli.compress),
        ("Transfer-Encoding: chunked\r\n", lambda body: b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)),
    ],
)
def test_encodings_are_undone(headers, encode):
    assert read(record(1, encode(page(1)), headers=headers)) == ([1], [])


@pytest.mark.parametrize(
    "passed_over",
    [
        record(9, kind="request"),
        record(9, kind="revisit"),
        record(9, status="404 Not Found"),
        record(9, status="301 Moved"),
        record(9, media="image/png"),
        record(9, url="dns:clarion.example"),
        record(9, url="file:///etc/passwd"),
    ],
    ids=["request", "revisit", "404", "301", "picture", "dns", "file"],
)
def test_what_is_no_page_is_passed_over(passed_over):
    assert read(FOUR[0] + passed_over + FOUR[1]) == ([0, 1], [])


def damaged(data, start, count=8):
    return data[:start] + b"\0" * count + data[start + count :]


ZIPPED = zipped(*FOUR)
FIRST = len(zipped(FOUR[0]))
SECOND = FIRST + len(zipped(FOUR[1]))


@pytest.mark.parametrize(
    ("data", "numbers", "problem"),
    [
        (ZIPPED[:-40], [0, 1, 2], "it is damaged at byte {third}: its end is missing"),
        (b"".join(FOUR)[:-60], [0, 1, 2], "its end is missing"),
        (damaged(ZIPPED, FIRST + 60), [0, 2, 3], "it is damaged at byte {first}: it cannot be decompressed"),
        (damaged(ZIPPED, FIRST), [0, 2, 3], "it is damaged at byte {first}: what is there is not gzip"),
        (
            ZIPPED[:FIRST] + b"junk" * 10 + ZIPPED[FIRST:],
            [0, 1, 2, 3],
            "it is damaged at byte {first}: what is there is not gzip",
        ),
        (FOUR[0] + b"junk\r\n" * 9 + b"\r\n\r\n" + FOUR[1], [0, 1], "something in it is no record"),
        (FOUR[0] + record(9, length=50) + FOUR[1], [0, 1], "a record in it is not as long as it says"),
        (
            FOUR[0] + record(9, length=700) + FOUR[1] + FOUR[2] + FOUR[3],
            [0, 1, 2, 3],
            "a record in it is not as long as it says",
        ),
        (FOUR[0] + record(9, length=100_000) + FOUR[1], [0, 1], "its end is missing"),
        (
            zipped(FOUR[0], record(9, length=700), FOUR[1], FOUR[2]),
            [0, 1, 2],
            "a record in it is not as long as it says",
        ),
        (
            FOUR[0] + record(9, length=10**12) + FOUR[1],
            [0, 1],
            "a record in it is larger than any page (1,000,000,000,000 bytes)",
        ),
        (FOUR[0] + record(9, length="x") + FOUR[1], [0, 1], "a record in it has no length"),
        (FOUR[0] + b"WARC/1.0\r\n" + b"x" * 200_000 + b"\r\n\r\n" + FOUR[1], [0, 1], "a record in it has no length"),
        (b"", [], "there are no records in it"),
        (b"plain words", [], "something in it is no record"),
        (b"\x1f\x8b\x08", [], "it is damaged at byte 0: its end is missing"),
    ],
)
def test_damage_is_named_and_the_next_record_is_read(data, numbers, problem):
    where = {"first": f"{FIRST:,}", "third": f"{len(zipped(*FOUR[:3])):,}"}
    assert read(data) == (numbers, [problem.format(**where)])


@pytest.mark.parametrize("cut", range(0, len(ZIPPED), 23))
def test_cut_off_anywhere_what_came_before_is_read(cut):
    numbers, problems = read(ZIPPED[:cut])
    whole = sum(cut >= len(zipped(*FOUR[:count])) for count in range(1, 5))
    # Where only the checksum is missing, all of the record is there.
    assert numbers in (list(range(whole)), list(range(whole + 1)))
    assert len(problems) == (0 if cut and cut == len(zipped(*FOUR[:whole])) else 1)


@pytest.mark.parametrize("at", range(0, SECOND - FIRST, 7))
def test_damaged_anywhere_the_others_are_read(at):
    numbers, problems = read(damaged(ZIPPED, FIRST + at, 3))
    assert set(numbers) | {1} == {0, 1, 2, 3}
    assert 1 in numbers or problems


def test_bombs_are_named_and_passed_over():
    inside = record(8, gzip.compress(bytes(50_000_000)), headers="Content-Encoding: gzip\r\n")
    large = record(9, bytes(50_000_000))
    numbers, problems = read(zipped(FOUR[0], inside, large, FOUR[1]))
    assert numbers == [0, 1]
    assert problems == [
        "http://clarion.example/8 in it is larger than 10 MB",
        "a record in it is larger than any page (50,000,044 bytes)",
    ]


def test_an_archive_in_an_archive_is_a_page_like_others():
    nested = record(9, FOUR[2] + FOUR[3], media="application/warc")
    assert read(FOUR[0] + nested + FOUR[1]) == ([0, 1], [])


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "A.WARC.GZ"])
def test_files(tmp_path, name):
    (tmp_path / name).write_bytes(ZIPPED)
    assert [raw.url[-1] for raw in disk.fetch(tmp_path)] == ["0", "1", "2", "3"]


def test_damage_of_a_file_is_about_the_file(tmp_path):
    (tmp_path / "a.warc").write_bytes(FOUR[0][:-60])
    [error] = disk.fetch(tmp_path)
    assert isinstance(error, BadRecord)
    assert error.where == str(tmp_path / "a.warc")
