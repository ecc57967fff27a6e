"""An editor: a client of the language server, which it starts as an editor starts it."""

import asyncio
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient


class Editor(LanguageClient):
    """A client that keeps what it is told of each document."""

    def __init__(self):
        super().__init__("editor", "1")
        self.told = asyncio.Queue()
        self.listen(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self.told)

    def listen(self, kind, queue):
        """Keep what comes of a kind in `queue`."""
        self.feature(kind)(lambda params: queue.put_nowait(params))


async def talk(folder, say, *options, seconds=60):
    """What `say` gives back, which is given an editor in `folder` and the address of a draft there."""
    editor = Editor()
    await editor.start_io(sys.executable, "-m", "sayso", "lsp", *options, cwd=folder)
    await editor.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
    )
    editor.initialized(types.InitializedParams())
    try:
        return await asyncio.wait_for(say(editor, (folder / "d.md").as_uri()), seconds)
    finally:
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()


def opened(editor, uri, text):
    """Open a document."""
    item = types.TextDocumentItem(uri, "markdown", 1, text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))


def typed(editor, uri, number, text):
    """Make `text` version `number` of a document."""
    document = types.VersionedTextDocumentIdentifier(number, uri)
    change = types.TextDocumentContentChangeWholeDocument(text)
    editor.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
