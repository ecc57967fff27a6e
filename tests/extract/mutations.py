"""Damages pages, each time in the same way for the same seed."""

import random
from collections.abc import Callable

TAGS = [
    b"<div>",
    b"</div>",
    b"<p>",
    b"</p>",
    b"<table><tr><td>",
    b"<script>",
    b"<!--",
    b"-->",
    b"<svg><a>",
    b"<a href='",
    b"<![CDATA[",
]


def _flip(page: bytes, chance: random.Random) -> bytes:
    data = bytearray(page)
    for _ in range(chance.choice([1, 10, 100, 1000])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _cut(page: bytes, chance: random.Random) -> bytes:
    return page[: chance.randrange(len(page))]


def _drop(page: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(page))
    return page[:start] + page[start + chance.randrange(2000) :]


def _repeat(page: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(page))
    return page[:start] + page[start : start + chance.randrange(3000)] * chance.choice([2, 20]) + page[start:]


def _insert(page: bytes, what: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + what + page[at:]


def _tags(page: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 5, 50])):
        page = _insert(page, chance.choice(TAGS), chance)
    return page


def _nul(page: bytes, chance: random.Random) -> bytes:
    return _insert(page, b"\0" * chance.choice([1, 100]), chance)


def _nest(page: bytes, chance: random.Random) -> bytes:
    deep = chance.choice([100, 1_000, 50_000])
    tag = chance.choice([b"div", b"span", b"b", b"blockquote", b"ul><li", b"table><tr><td", b"font"])
    return _insert(page, (b"<" + tag + b">") * deep, chance)


def _attribute(page: bytes, chance: random.Random) -> bytes:
    return page.replace(b"<p", b'<p data-x="' + b"x" * chance.choice([10_000, 5_000_000]) + b'"', 1)


def _attributes(page: bytes, chance: random.Random) -> bytes:
    return page.replace(b"<p", b"<p " + b" ".join(b"a%d=1" % number for number in range(50_000)), 1)


def _encoding(page: bytes, chance: random.Random) -> bytes:
    text = page.decode(errors="replace")
    return text.encode(chance.choice(["utf-16", "utf-16-le", "cp1252", "shift_jis", "utf-7", "utf-32"]), "replace")


MUTATIONS: list[Callable[[bytes, random.Random], bytes]] = [
    *(_flip, _cut, _drop, _repeat, _tags, _nul, _nest, _attribute, _attributes, _encoding)
]


def mutated(page: bytes, seed: int) -> bytes:
    """One way, or several on top of each other, in which `page` may be broken."""
    chance = random.Random(seed)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        page = chance.choice(MUTATIONS)(page, chance) or b"<"
    return page
