import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.act import act, deciding_row, hedged
from sayso.analyse.act_table import ROWS
from sayso.analyse.act_words import opening, spelled_out
from sayso.analyse.draft import Range
from sayso.analyse.lead import with_lead
from sayso.records import Act

# The act, and a sentence with its cue in brackets and each piece of its content in braces.
SENTENCES = [
    # Negation decides
    ("declines", "Mayor Tolland [did not deny] {that he had met the builder}."),
    ("denies", "Mayor Tolland [denied] {that he had met the builder}."),
    ("declines", "The club [neither confirmed nor denied] {the sale}."),
    ("declines", "Orla Penn [would not confirm or deny] {that she was leaving}."),
    ("declines", "The hospital [said] {it could neither confirm nor deny the admission}."),
    ("declines", "The ferry line [refused to confirm] {how many were aboard}."),
    ("declines", "Farrow [has yet to comment] {on the ruling}."),
    ("declines", "The museum [is yet] {to comment}."),
    ("declines", "The airline [did not respond] {to a request for comment}."),
    ("declines", "The airline did not [immediately respond] {to two e-mails}."),
    ("declines", "The airline did not immediately [respond] {to two e-mails}."),
    ("declines", "The brothers could not [be reached] {for comment}."),
    ("declines", "The brothers [could not] {be reached for comment}."),
    ("declines", "Neither company [commented] {on the merger}."),
    ("declines", "No spokesman [would comment] {on the merger}."),
    ("declines", "Nobody at the depot [was available] {to comment}."),
    ("declines", "Neither Ruiz nor her deputy [acknowledged] {the letter}."),
    ("declines", "The report names nobody, nor did he [say] {who signed it}."),
    ("declines", "She [didn’t say] {who had paid}."),
    ("declines", "She [wouldn’t be drawn] {on the price}."),
    ("declines", "The treasurer [has not ruled out] {a second levy}."),
    ("declines", "The school [never mentioned] {the inspection}."),
    ("declines", "The union [failed to answer] {three letters}."),
    ("declines", "The agency [had no immediate comment] {on the raid}."),
    ("declines", "The bank [made no mention] {of the losses}."),
    ("declines", "Coach Hallam [took] {no questions}."),
    ("declines", "He [has said nothing] {about the fire}."),
    ("declines", "She [remained silent] {on the matter}."),
    ("declines", "The minister [stopped short of] {blaming the pilots}."),
    ("declines", "Pryce [ignored] {shouted questions}."),
    ("declines", "Pryce [dodged] {a question about his tax}."),
    ("declines", "The clerk [referred] {all inquiries to the county}."),
    ("declines", "The bank [said] {it does not comment on clients}."),
    ("declines", "An officer [said] {the border police do not comment on travellers}."),
    ("declines", "The clerk [said] {he would rather not discuss his habits}."),
    ("declines", "“{No comment},” [said] the coach."),
    ("declines", "[Said] the coach: “{I have nothing to add}.”"),
    ("declines", "Officials [said] {it was a matter for the courts}."),
    ("declines", "“{Ask the lawyers},” she [said]."),
    ("declines", "“{You would have to ask my brother},” she [told] reporters."),
    ("declines", "The clinic [said] {it was unable to discuss individual patients}."),
    ("says", "She [did not expect] {a verdict this week}."),
    ("says", "Sellers [don’t think] {the market will turn}."),
    ("questions", "Dr Amsel [is not so sure] {that the bridge will hold}."),
    ("questions", "She [was less certain] {about the date}."),
    ("denies", "The family [does not accept] {the coroner’s finding}."),
    ("denies", "The rector [did not recognise] {that description}."),
    ("says", "He [did not apologise] {for his remarks}."),
    ("says", "She [has never withdrawn] {the accusation}."),
    ("declines", "She [refused to retract] {the accusation}."),
    # Refused, not denied
    ("declines", "Judge Okoro [denied] {bail}."),
    ("declines", "Judge Okoro [denied] {the motion to dismiss}."),
    ("declines", "The border guard [denied] {him entry}."),
    ("declines", "The town [denied] {the developer permission}."),
    ("denies", "The town [denied] {that access had been blocked}."),
    ("denies", "The firm [denied] {seeking an extension}."),
    ("declines", "The players [rejected] {the owners’ latest offer}."),
    ("denies", "The players [rejected] {the claim that an offer was made}."),
    ("denies", "The players [rejected the notion] {that a deal was near}."),
    # Denied
    ("denies", "The envoy [dismissed as fiction] {reports that he had fled}."),
    ("denies", "The envoy [dismissed] {reports that he had fled as fiction}."),
    ("says", "Rivals [dismissed] {him as a lightweight}."),
    ("denies", "The actor [laughed off] {the rumour}."),
    ("denies", "The builder [hit back] {at claims that the roof was unsafe}."),
    ("denies", "Her office [called] {the report “nonsense”}."),
    ("denies", "Her office [branded] {it a “smear”}."),
    ("denies", "The factory [described] {the figure of ninety as “someone’s daydream”}."),
    ("denies", "The driver [pleaded not guilty] {to all counts}."),
    ("confirms", "The driver [pleaded guilty] {to all counts}."),
    ("denies", "The yard [insisted] {that no fuel had been spilled}."),
    ("denies", "The yard [reiterated] {it had never sold the boat}."),
    ("denies", "“{That is a lie},” [said] the goalkeeper."),
    ("denies", "“{She has not},” [said] her sister."),
    ("denies", "The council [said] {no contract had been signed}."),
    ("denies", "The council [said] {there was no such contract}."),
    ("denies", "The chef [strongly disputes] {the account}."),
    ("denies", "The governor [ruled out] {a recall vote}."),
    ("says", "The farms are [in a bitter dispute over] {the well}."),
    # Granted
    ("confirms", "The owner [admitted] {that the brakes were worn}."),
    ("confirms", "The palace [confirmed] {the engagement}."),
    ("confirms", "She [acknowledged] {having read the letter}."),
    ("confirms", "The firm [no longer disputes] {the debt}."),
    ("confirms", "He [owned up to] {the prank}."),
    ("says", "The senate [confirmed] {a judge} on Friday."),
    ("says", "She was [confirmed] {to the post}."),
    ("says", "The lab counts [confirmed] {cases of measles}."),
    ("says", "The victim was [admitted] {to hospital}."),
    ("says", "The singer [acknowledged] {the applause}."),
    ("says", "She [accepted] {the nomination}."),
    # Taken back
    ("retracts", "The senator [walked back] {her remark}."),
    ("retracts", "The weekly [retracted] {its story}."),
    ("retracts", "He [withdrew] {his statement}."),
    ("retracts", "The host [apologised for] {calling the jurors fools}."),
    ("retracts", "The paper [took it back] {the next day}."),
    ("retracts", "The lab [corrected] {its own figure}."),
    ("retracts", "The line [no longer blames] {the pilot}."),
    ("retracts", "“{I was wrong about the date},” [said] Mr Ilves."),
    ("retracts", "The bureau [said] {it no longer stood by the estimate}."),
    ("retracts", "{Our report} [was mistaken]."),
    # Asked
    ("questions", "A heckler [asked] {whether the hall was insured}."),
    ("questions", "He was [asked] {about the missing van}."),
    ("says", "She [asked] {the guests to leave}."),
    ("says", "The court [asked for] {that the files be sealed}."),
    ("says", "Moyo [answered a question about] {the budget}."),
    ("questions", "Critics [questioned] {the count}."),
    ("questions", "Some [wondered] {whether the tower would stand}."),
    ("questions", "Engineers [doubt] {the bridge will open}."),
    ("says", "She [left no doubt] {that she would run}."),
    # Only said or wished
    ("says", "The mayor [hopes] {for a dry summer}."),
    ("says", "The priest [called for] {calm}."),
]

OPEN = [
    "The mayor [said] {the bridge would open in May}.",
    "The mayor [said] {he had not seen the letter}.",
    "[According to] the clerk, {the roof was new}.",
    "He [did not dispute] {the date}.",
    "The king [withdrew] {his troops}.",
    "{The coach} [was dismissed] on Monday.",
    "She [did not refuse] {to pay}.",
    "He [said when asked] {that it would float}.",
    "He [not only said] {it was late}.",
    "[] {The boat was sound.}",
]


def parts(marked: str) -> tuple[str, str]:
    """The arguments of `act` from a sentence with its cue in brackets and its content in braces."""
    text, spans, opened = "", {"[": [], "{": []}, []
    for character in marked:
        if character in "[{":
            opened.append((character, len(text)))
        elif character in "]}":
            mark, start = opened.pop()
            spans[mark].append(Range(start, len(text)))
        else:
            text += character
    return with_lead(text, spans["["][0], spans["{"]), " ".join(text[s.start : s.end] for s in spans["{"])


@pytest.mark.parametrize(("expected", "marked"), SENTENCES)
def test_act(expected: str, marked: str) -> None:
    assert act(*parts(marked)) == Act(expected)


@pytest.mark.parametrize("marked", OPEN)
def test_what_words_do_not_settle_is_left_open(marked: str) -> None:
    assert act(*parts(marked)) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.like)
def test_every_row_decides_its_own_example(row) -> None:
    cue, _, content = row.like.partition(" | ")
    assert deciding_row(cue, content) is row


@pytest.mark.parametrize(
    ("expected", "cue"),
    [
        (True, "reportedly"),
        (True, "is understood to"),
        (True, "It’s understood"),
        (True, "it is widely believed"),
        (True, "allegedly told"),
        (True, "seemed to acknowledge"),
        (True, "was said"),
        (False, "said"),
        (False, "was said by"),
        (False, "was first reported"),
        (False, "understands"),
    ],
)
def test_hedged(expected: bool, cue: str) -> None:
    assert hedged(cue) is expected


@pytest.mark.parametrize(
    ("expected", "text", "cue"),
    [
        ("did not immediately respond", "It rained. The firm did not immediately respond to us.", "respond"),
        ("nobody agreed", "Neither side agreed.", "agreed"),
        ("said", "It was neither dry nor warm, she said.", "said"),
        ("said", "It did not. He said so.", "said"),
        ("said", "said", "said"),
    ],
)
def test_the_lead_stays_within_the_sentence(expected: str, text: str, cue: str) -> None:
    start = text.index(cue)
    assert with_lead(text, Range(start, start + len(cue)), []) == expected


def test_the_lead_is_not_taken_from_the_content() -> None:
    text = "“I did not,” said Ames."
    start = text.index("said")
    assert with_lead(text, Range(start, start + 4), [Range(0, start)]) == "said"


def test_a_cue_opens_with_all_that_it_opens_with() -> None:
    assert opening("{not}.* den[yi]") == "{not}"
    assert opening("(?:{not}|less) .*sure") is None
    for row in filter(lambda row: opening(row.cue), ROWS):
        outside = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", row.cue))
        assert "|" not in outside
        assert spelled_out(opening(row.cue) or "").search(row.like.partition(" | ")[0])


@given(st.text(), st.text(), st.text())
def test_any_text_will_do(before: str, cue: str, content: str) -> None:
    text = before + cue + content
    span = Range(len(before), len(before) + len(cue))
    words = with_lead(text, span, [Range(span.end, len(text))])
    assert act(words, content) in {*Act, None}
    assert hedged(words) in {True, False}


@pytest.mark.parametrize("unit", ["not ", "to a? ", "n't", "“”", " ", "the report ", "nobody ", "a", "?”  ", "did "])
def test_long_texts_take_no_long_time(unit: str) -> None:
    long = unit * (100_000 // len(unit))
    start = time.perf_counter()
    for cue in ("said", "asked", "called", "denied", long):
        act(with_lead(long + cue, Range(len(long), len(long) + len(cue)), []), long)
        hedged(long)
    assert time.perf_counter() - start < 2
