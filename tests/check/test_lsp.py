"""The language server, started as an editor starts it and spoken to by a real client."""

import asyncio
import sys

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

DRAFT = "# News 🌧\n\n🌧 The mayor reportedly left.\n"


class Editor(LanguageClient):
    """A client that keeps what it is told of each document."""

    def __init__(self):
        super().__init__("editor", "1")
        self.told = asyncio.Queue()
        self.listen(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self.told)

    def listen(self, kind, queue):
        """Keep what comes of a kind in `queue`."""
        self.feature(kind)(lambda params: queue.put_nowait(params))


async def talk(folder, say):
    editor = Editor()
    await editor.start_io(sys.executable, "-m", "sayso", "lsp", cwd=folder)
    await editor.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
    )
    editor.initialized(types.InitializedParams())
    try:
        return await asyncio.wait_for(say(editor, (folder / "d.md").as_uri()), 60)
    finally:
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()


def opened(editor, uri, text=DRAFT):
    item = types.TextDocumentItem(uri, "markdown", 1, text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))


def typed(editor, uri, number, text):
    document = types.VersionedTextDocumentIdentifier(number, uri)
    change = types.TextDocumentContentChangeWholeDocument(text)
    editor.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sayso.toml").write_text('[check]\nenable = ["B003"]')
    return tmp_path


def test_findings_come_while_typing(folder):
    async def say(editor, uri):
        opened(editor, uri)
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
        opened(editor, uri)
        told = await editor.told.get()
        return told, await said.get()

    told, said = asyncio.run(talk(folder, say))
    assert not told.diagnostics
    assert "no key 'enabel'" in said.message
