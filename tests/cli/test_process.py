"""What can only be seen from outside of a process."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no such terminals and signals on this system")

ROOT = Path(__file__).parents[2]
SAYSO = [sys.executable, "-m", "tests.fakes"]
LINE = json.dumps({"url": "u", "text": '"It rained," said Zoë Noir.'}) + "\n"


def start(*arguments, **options):
    environment = {**os.environ, **options.pop("env", {})}
    return subprocess.Popen([*SAYSO, *map(str, arguments)], cwd=ROOT, env=environment, **options)


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(LINE * 2000)
    return path


@pytest.mark.parametrize("style", [["--jsonl"], ["--json"], []])
def test_output_is_utf8_whatever_the_locale(tmp_path, style):
    (tmp_path / "a.jsonl").write_text(LINE)
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    process = start("read", *style, tmp_path / "a.jsonl", "no.txt", env=plain, stdout=-1, stderr=-1)
    stdout, stderr = process.communicate()
    assert "Zoë Noir" in stdout.decode()
    assert stderr.decode() == "sayso: no.txt: there is no such file or folder\n"


@pytest.mark.parametrize("style", [["--jsonl"], ["--json"], []])
def test_closed_pipe_is_quiet(articles, style):
    process = start("read", *style, articles, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


def test_interrupt_is_quiet():
    process = start("read", "--jsonl", "-", stdin=-1, stdout=-1, stderr=-1)
    process.stdin.write(LINE.encode())
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate()
    assert (process.returncode, stderr) == (130, b"")


def seen_on_a_terminal(*arguments, stdout=None):
    """What a terminal shows that is stderr, and stdout unless that goes elsewhere."""
    ours, theirs = pty.openpty()
    process = start(*arguments, stdout=stdout or theirs, stderr=theirs, env={"TERM": "xterm", "COLUMNS": "80"})
    os.close(theirs)
    seen = b""
    try:
        while more := os.read(ours, 4096):
            seen += more
    except OSError:
        # How Linux tells that the other end is closed.
        pass
    os.close(ours)
    process.wait()
    return seen.decode()


def test_progress_is_shown_on_a_terminal_for_several_files(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(LINE)
    assert "0/2" in seen_on_a_terminal("read", "--jsonl", tmp_path, stdout=subprocess.DEVNULL)
    shown = seen_on_a_terminal("read", tmp_path)
    assert "0/2" in shown
    assert "Zoë Noir" in shown
    assert "0/" not in seen_on_a_terminal("read", tmp_path / "a.jsonl")


def test_progress_is_shown_on_a_terminal_for_an_archive(tmp_path):
    from tests.fetch.warcs import record

    (tmp_path / "a.warc").write_bytes(record(1) + record(2))
    assert "2 articles" in seen_on_a_terminal("add", "--ledger", tmp_path / "s.db", tmp_path / "a.warc")
