import re
import subprocess
import sys

import pytest

from sayso.text.patterns import pattern


def test_pattern_finds_what_a_compiled_one_finds():
    lazy, compiled = (make(r"(?P<word>s\w+)", re.IGNORECASE) for make in (pattern, re.compile))
    text = "She said so."
    assert lazy.findall(text) == compiled.findall(text)
    assert lazy.search(text, 3)["word"] == compiled.search(text, 3)["word"] == "said"
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


def test_pattern_of_bytes():
    assert pattern(rb"\d+").match(b"12 men").group() == b"12"


def test_pattern_is_compiled_only_when_used():
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_loading_the_rules_compiles_none_of_them():
    code = (
        "import re, sys; compile, made = re.compile, []\n"
        "def noted(*given): made.append(sys._getframe(1).f_globals['__name__']); return compile(*given)\n"
        "re.compile = noted\nimport sayso.analyse.reading\n"
        "print(*(name for name in made if name.startswith('sayso.analyse')))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
