"""The language server: findings in an editor, when its user pauses."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from sayso.check.records import Finding, Severity
from sayso.check.shown.report import Report
from sayso.errors import SaysoError

PAUSE = 0.1
"""Seconds without a keystroke after which a draft is checked."""

Findings = Callable[[str, str, bool], Report]
"""Given the text of a draft, its path and whether it is Markdown: what is found. Raises `SaysoError`."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Server(LanguageServer):
    """Checks each open document with `find`, in one thread, and none while it is still being typed."""

    def __init__(self, find: Findings) -> None:
        super().__init__("sayso", version("sayso"))
        self._find = find
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._thread = ThreadPoolExecutor(1)

    def changed(self, uri: str) -> None:
        """Check a document once its user pauses."""
        self.forget(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri))

    def forget(self, uri: str) -> None:
        """Check a document no more."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()

    async def _check(self, uri: str) -> None:
        await asyncio.sleep(PAUSE)
        document = self.workspace.get_text_document(uri)
        name, text, number = to_fs_path(uri) or uri, document.source, document.version
        markdown = document.language_id == "markdown" or Path(name).suffix.lower() in {".md", ".markdown"}
        loop = asyncio.get_running_loop()
        try:
            report = await loop.run_in_executor(self._thread, self._find, text, name, markdown)
            found = [self._diagnostic(document, report, finding) for finding in report.findings]
        except SaysoError as error:
            # An empty draft is no error in an editor; anything else is said once, and typing goes on.
            found = []
            if text.strip():
                self.window_log_message(types.LogMessageParams(types.MessageType.Error, str(error)))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, number))

    def _diagnostic(self, document: TextDocument, report: Report, finding: Finding) -> types.Diagnostic:
        ends = (report.place(at) for at in (finding.start, finding.end))
        start, end = (types.Position(line - 1, column - 1) for line, column in ends)
        codec = self.workspace.position_codec
        rows = [f"{one.speaker}: {one.sentence} ({one.outlet or one.url})" for one in finding.evidence[:3]]
        return types.Diagnostic(
            range=codec.range_to_client_units(
                report.draft.article.text.splitlines(keepends=True), types.Range(start, end)
            ),
            message="\n".join([f"{finding.message} {finding.mend}", *rows]),
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            source="sayso",
        )


def server(find: Findings) -> Server:
    """A server that checks with `find`; `start_io` runs it over standard input and output."""
    made = Server(find)

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.changed(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.changed(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    return made
