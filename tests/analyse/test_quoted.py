from sayso.analyse.draft import Draft, Range
from sayso.analyse.quoted import adopt, align, share_out, signed
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import quotations


def at(text, words):
    start = text.index(words)
    return Range(start, start + len(words))


def draft(text, source, cue, *content):
    part = lambda words: at(text, words) if words else None
    return Draft(part(source), part(cue), tuple(at(text, piece) for piece in content), 0.9, 0.9)


def words(text, drafts):
    return [[text[a:b] for a, b in d.content] for d in drafts]


def marks(text):
    return quotations(text, paragraphs(text))


def test_content_grows_to_its_marks():
    text = "“It rained all day,” said Ada Voss."
    assert align(at(text, "It rained all"), marks(text)) == at(text, "“It rained all day,”")


def test_content_inside_a_long_quotation_stays():
    text = "“My mother said it would rain, and I packed nothing but sandals,” said Ada Voss."
    inside = at(text, "it would rain")
    assert align(inside, marks(text)) == inside


def test_a_quotation_goes_to_the_cue_in_its_sentence():
    text = "“I saw it,” said Ada. “We both saw it,” said Bela."
    drafts = [
        draft(text, "Ada", "said", "“I saw it,”", "“We both saw it,”"),
        Draft(
            at(text, "Bela"),
            Range(text.rindex("said"), text.rindex("said") + 4),
            (at(text, "“We both saw it,”"),),
            0.9,
            0.9,
        ),
    ]
    assert words(text, share_out(text, drafts)) == [["“I saw it,”"], ["“We both saw it,”"]]


def test_a_statement_within_another_keeps_its_words():
    text = "“It was late,” said Ada, who added that Bela had told her it would snow."
    outer = draft(text, "who", "added", "“It was late,”", "that Bela had told her it would snow")
    inner = draft(text, "Bela", "told", "it would snow")
    assert share_out(text, [outer, inner]) == [outer, inner]


def test_a_name_behind_a_dash_signs_its_quotation():
    text = "“Nobody asked us about the road.” — Ada Voss, Marrow\n\n“They never do ask us, do they?” — Bela Orr"
    wrong = draft(text, "Ada Voss", "—", "“Nobody asked us about the road.”", "“They never do ask us, do they?”")
    out = signed(text, [wrong], marks(text), paragraphs(text))
    assert words(text, out) == [["“Nobody asked us about the road.”"], ["“They never do ask us, do they?”"]]
    assert [text[d.source.start : d.source.end] for d in out] == ["Ada Voss", "Bela Orr"]


def test_a_dash_that_goes_on_signs_nothing():
    text = "“Nobody asked us about the road” — and nobody would, said Ada Voss."
    assert signed(text, [], marks(text), paragraphs(text)) == []


def test_a_quotation_that_runs_on_is_one_statement():
    text = (
        "“We began at dawn with four boats,” said Ada Voss. “There was fog.\n\n“By noon there were only three boats.”"
    )
    first = draft(text, "Ada Voss", "said", "“We began at dawn with four boats,”", "“There was fog.")
    out = adopt(text, [first], marks(text), paragraphs(text))
    assert words(text, out) == [
        ["“We began at dawn with four boats,”", "“There was fog.", "“By noon there were only three boats.”"]
    ]


def test_a_follow_on_paragraph_belongs_to_the_speaker_before():
    text = "“We began at dawn with four boats,” said Ada Voss.\n\n“By noon there were only three boats.”"
    first = draft(text, "Ada Voss", "said", "“We began at dawn with four boats,”")
    out = adopt(text, [first], marks(text), paragraphs(text))
    assert words(text, out)[1] == ["“By noon there were only three boats.”"]
    assert out[1].follows
    assert out[1].source is None
    assert out[1].cue is None


def test_scare_quotes_and_titles_are_no_statements():
    text = "The so-called “boat people” watched “The Long Night” in silence.\n\n“Boats”"
    assert adopt(text, [], marks(text), paragraphs(text)) == []
