"""The language server, started as an editor starts it and spoken to by a real client."""

import asyncio
import json

import pytest
from click.testing import CliRunner
from lsprotocol import types

from sayso.cli import main
from sayso.core import Sayso
from tests.check.editor import opened, talk, typed
from tests.check.ledgers import filled
from tests.check.tables import table

DRAFT = "# News 🌧\n\n🌧 The mayor reportedly left.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sayso.toml").write_text('[check]\nenable = ["B003"]')
    return tmp_path


def test_findings_come_while_typing(folder):
    async def say(editor, uri):
        opened(editor, uri, DRAFT)
        first = await editor.told.get()
        for number in range(2, 6):
            typed(editor, uri, number, "It rained.\n" * number)
        second = await editor.told.get()
        typed(editor, uri, 6, "")
        third = await editor.told.get()
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        return first, second, third, await editor.told.get()

    first, second, third, fourth = asyncio.run(talk(folder, say))
    (found,) = first.diagnostics
    assert (found.code, found.source, found.severity) == ("B003", "sayso", types.DiagnosticSeverity.Warning)
    # Editors count in UTF-16.
    assert (found.range.start, found.range.end) == (types.Position(2, 13), types.Position(2, 23))
    assert (second.version, len(second.diagnostics)) == (5, 0)
    assert (third.version, len(third.diagnostics)) == (6, 0)
    assert not fourth.diagnostics


def test_a_config_that_cannot_be_read_is_told_of(folder):
    (folder / "sayso.toml").write_text("[check]\nenabel = 1")

    async def say(editor, uri):
        said = asyncio.Queue()
        editor.listen(types.WINDOW_LOG_MESSAGE, said)
        opened(editor, uri, DRAFT)
        told = await editor.told.get()
        return told, await said.get()

    told, said = asyncio.run(talk(folder, say))
    assert not told.diagnostics
    assert "no key 'enabel'" in said.message


def test_what_is_typed_is_found_as_in_a_file(folder):
    rows = table("A001")
    filled(Sayso(), folder / "news.db", rows["ledger"]).close()
    (folder / "sayso.toml").write_text('[check]\nledger = "news.db"\nenable = ["all"]')
    text = "# News\n"

    async def say(editor, uri):
        nonlocal text
        opened(editor, uri, text)
        for number, words in enumerate([DRAFT, *rows["found"][:12], "A source said no."], 2):
            # At the top and at the end, in turn: what is read already moves, and stays.
            text = f"{words}\n\n{text}" if number % 2 else f"{text}\n\n{words}"
            typed(editor, uri, number, text)
            while (told := await editor.told.get()).version != number:
                pass
        return told

    told = asyncio.run(talk(folder, say))
    (folder / "d.md").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--json", str(folder / "d.md")])
    (report,) = json.loads(result.stdout)
    found = [(one["rule"], one["line"] - 1, f"{one['message']} {one['mend']}") for one in report["findings"]]
    assert len(found) > 10
    assert [(one.code, one.range.start.line, one.message.split("\n")[0]) for one in told.diagnostics] == found
