import subprocess
import sys
from pathlib import Path

import pytest

import sayso

HEAVY = {
    "ssl",
    "http.client",
    "numpy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "lxml",
    "rich",
    "jinja2",
    "sqlalchemy",
    "rapidfuzz",
}


def loaded_by(code):
    """The heavy libraries that a fresh Python has loaded in the end."""
    script = f"import sys\n{code}\nprint(*sys.modules, sep=',', file=sys.stderr)"
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    return HEAVY & set(done.stderr.strip().split(","))


@pytest.mark.parametrize(
    "code",
    [
        "import sayso",
        "import sayso; sayso.Sayso(); sayso.read; sayso.__version__",
        "import sayso.cli",
        "from sayso.cli import main; main(['--help'], standalone_mode=False)",
        "from sayso.cli import main; main(['--version'], standalone_mode=False)",
        "from sayso.cli import main; main(['read', '--help'], standalone_mode=False)",
        "from sayso.cli import main; main(['who', '--help'], standalone_mode=False)",
        "from sayso.cli import main\ntry: main(['read', '--jsonl', 'no.txt'])\nexcept SystemExit: pass",
        "from tests.fakes import sayso; list(sayso().read('pyproject.toml', 'no.txt'))",
    ],
)
def test_nothing_heavy_is_loaded(code):
    assert loaded_by(code) == set()


def test_page_takes_trafilatura_and_no_more(tmp_path):
    (tmp_path / "a.html").write_text("<p>It rained.</p>")
    code = f"from tests.fakes import sayso; list(sayso().read({str(tmp_path)!r}))"
    assert loaded_by(code) - {"ssl", "http.client"} == {"trafilatura", "lxml"}


@pytest.mark.parametrize("arguments", [["--jsonl"], []])
def test_file_takes_no_network_and_no_terminal(tmp_path, arguments):
    (tmp_path / "a.txt").write_text("It rained.")
    command = ["read", *arguments, str(tmp_path)]
    code = f"from sayso.cli import main; main({command!r}, standalone_mode=False)"
    assert loaded_by(code) == {"numpy", "onnxruntime", "tokenizers"}


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_there(name):
    assert getattr(sayso, name) is not None
    assert name in dir(sayso)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="no attribute 'rede'"):
        sayso.rede  # noqa: B018
