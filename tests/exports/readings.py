"""Readings made by hand over the articles of the example."""

import json
from dataclasses import replace
from pathlib import Path

from sayso.records import (
    Act,
    Article,
    Form,
    Kind,
    Note,
    NoteKind,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "the-call"


def span(text: str, words: str) -> Span:
    """The first place where `words` stand in `text`; `left|words` is the first one behind `left`."""
    left, _, wanted = words.rpartition("|")
    start = text.index(wanted, text.index(left) + len(left))
    return Span(wanted, start, start + len(wanted))


class Builder:
    """Collects the statements of one article, each given by the words of its parts."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.speakers: dict[str, Speaker] = {}
        self.statements: list[Statement] = []

    def speaker(self, name: str, kind: Kind, *aliases: str) -> str:
        key = f"p{len(self.speakers) + 1}"
        self.speakers[key] = Speaker(key, name, kind, aliases)
        return key

    def said(
        self,
        speaker: str,
        source: str | None,
        cue: str | None,
        *content: str,
        form: Form = Form.INDIRECT,
        act: Act = Act.SAYS,
        via: tuple[str, ...] = (),
        on: tuple[str, str] | None = None,
        hedged: bool = False,
        confidence: float = 0.93,
    ) -> None:
        text = self.article.text
        when = span(text, on[1]) if on else None
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}",
                form=form,
                act=act,
                source=span(text, source) if source else None,
                cue=span(text, cue) if cue else None,
                content=tuple(span(text, piece) for piece in content),
                speaker=speaker,
                via=via,
                said=Said(on[0], when.text, when.start, when.end) if on and when else None,
                hedged=hedged,
                confidence=confidence,
            )
        )

    def reading(self) -> Reading:
        return Reading(self.article, tuple(self.speakers.values()), tuple(self.statements))


def articles() -> dict[str, Article]:
    """The articles of the example's JSONL file."""
    lines = (EXAMPLE / "2-articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {article.id: article for article in map(_article, map(json.loads, lines))}


def _article(line: dict[str, str | None]) -> Article:
    return Article(
        id=line["id"] or "",
        url=line["url"] or "",
        text=line["text"] or "",
        outlet=line["publisher"],
        title=line["title"],
        byline=line["byline"],
        published=line["published"],
        updated=line["updated"],
        language="en",
    )


def agency() -> Reading:
    b = Builder(articles()["isn-0309"])
    officials = b.speaker("two unnamed officials", Kind.UNNAMED)
    tribune = b.speaker("Mardell Tribune", Kind.OUTLET, "The newspaper")
    isn = b.speaker("ISN", Kind.OUTLET)
    diplomat = b.speaker("A diplomat in Oltara", Kind.UNNAMED)
    weym = b.speaker("Lukas Weym", Kind.PERSON, "Opposition leader Lukas Weym")
    brandeck = b.speaker("Ilse Brandeck", Kind.PERSON, "Brandeck")
    offer = (
        "Vessmark's Prime Minister Ilse Brandeck offered Zemara's president to give up a claim to fishing grounds "
        "in exchange for electricity"
    )
    b.said(officials, "two unnamed officials", "citing", offer, via=(tribune,), on=("2026-03-08", "on Sunday"))
    b.said(
        tribune,
        "The newspaper",
        "The newspaper| said",
        "Brandeck had telephoned President Rafik Oduvan on Friday and asked him to keep the Brannoch Link, "
        "an undersea power cable, open when its contract ends in June",
    )
    b.said(isn, "June.|ISN", "could not independently verify", "the report", act=Act.DECLINES, confidence=0.41)
    b.said(
        diplomat,
        "A diplomat in Oltara",
        "told",
        'the two leaders "speak more often than either of them admits"',
        "she knew of no call on Friday",
        form=Form.MIXED,
    )
    b.said(weym, "Opposition leader Lukas Weym", "demanded", "Brandeck explain herself to parliament")
    b.said(
        weym,
        'kilowatts," |he',
        'kilowatts," he |said',
        '"If she has traded the Skerry Bank for kilowatts,"',
        '"the fishermen should not have to learn it from a newspaper."',
        form=Form.DIRECT,
    )
    b.said(weym, "Tuesday, |he", "added", "His party would put questions to her on Tuesday")
    b.said(brandeck, "Brandeck's office", "has declined to", "comment", act=Act.DECLINES)
    return b.reading()


def radio() -> Reading:
    b = Builder(articles()["oltara-0309"])
    office = b.speaker("The office of President Rafik Oduvan", Kind.ORGANIZATION)
    toliveh = b.speaker("Samra Toliveh", Kind.PERSON, "Toliveh", "the president's spokeswoman, Samra Toliveh")
    tribune = b.speaker("Mardell Tribune", Kind.OUTLET, "The outlet")
    officials = b.speaker("two officials", Kind.UNNAMED)
    dessa = b.speaker("Korin Dessa", Kind.PERSON, "the head of the coastguard, Korin Dessa")
    call = "he spoke by telephone last week with Ilse Brandeck, the prime minister of Vessmark"
    b.said(
        office,
        "The office of President Rafik Oduvan",
        "has dismissed as fiction",
        f"a foreign newspaper's report that {call}",
        act=Act.DENIES,
    )
    b.said(tribune, "a foreign newspaper", "report", call, confidence=0.38)
    b.said(
        toliveh,
        "the president's spokeswoman, Samra Toliveh",
        "told reporters",
        "“There was no call on Friday, and there was no offer,”",
        "“On Friday the president was at sea with the coastguard.",
        "“A man on a patrol boat does not bargain over a cable. What you have read is a novel, and not a good one.”",
        form=Form.DIRECT,
        act=Act.DENIES,
        on=("2026-03-09", "on Monday"),
    )
    b.said(
        toliveh,
        "other day, |Toliveh",
        "day, Toliveh |said",
        "she would not “read out the president's diary”",
        form=Form.MIXED,
        act=Act.DECLINES,
    )
    b.said(
        tribune,
        "The Mardell Tribune",
        "reported",
        "Brandeck had rung Oduvan to ask him to keep the Brannoch Link open",
        on=("2026-03-08", "on Sunday"),
    )
    b.said(tribune, "The outlet", "The outlet |said", "it had heard this from two officials, whom it did not name")
    b.said(officials, "two officials", "heard", "this", via=(tribune,), hedged=True)
    b.said(tribune, "name. |It", "did not respond", "a request for comment", act=Act.DECLINES)
    b.said(
        dessa,
        "The head of the coastguard, Korin Dessa",
        "confirmed",
        "Oduvan had boarded the patrol boat Gannet on Friday morning",
        act=Act.CONFIRMS,
    )
    b.said(dessa, "afternoon, |he", "afternoon, he |said", "It was back in port by four in the afternoon")
    return b.reading()


def trade() -> Reading:
    article = articles()["grid-0309"]
    start = article.text.index("Update, 10 March")
    b = Builder(replace(article, notes=(Note(NoteKind.UPDATE, article.text[start:], start, len(article.text)),)))
    authority = b.speaker("The Brannoch Link Authority", Kind.ORGANIZATION, "the authority")
    tresk = b.speaker("Oona Tresk", Kind.PERSON)
    paper = b.speaker("a note", Kind.DOCUMENT)
    tribune = b.speaker("Mardell Tribune", Kind.OUTLET, "The Tribune")
    radio_oltara = b.speaker("Radio Oltara", Kind.OUTLET)
    cabinet = b.speaker("a member of the cabinet", Kind.UNNAMED)
    oduvan = b.speaker("Rafik Oduvan", Kind.PERSON, "President Rafik Oduvan")
    office = b.speaker("His office", Kind.ORGANIZATION)
    traders = b.speaker("Two power traders", Kind.UNNAMED)
    annual = b.speaker("the authority's last annual report", Kind.DOCUMENT)
    ministry = b.speaker("Vessmark's energy ministry", Kind.ORGANIZATION)
    b.said(
        authority,
        "The Brannoch Link Authority",
        "says",
        "it was never told of an offer to trade fishing rights for power",
        act=Act.DENIES,
    )
    b.said(
        tresk,
        "Oona Tresk, who chairs the authority,",
        "authority, |told",
        "“We received no call, no letter and no note,”",
        "“What the two governments say to each other I do not know.”",
        form=Form.DIRECT,
        act=Act.DENIES,
    )
    answer = "he would extend it “for a year, if that stops the telephone from ringing”"
    b.said(paper, "citing |a note", "citing", "the authority was informed on Saturday", via=(tribune,))
    b.said(
        cabinet,
        "a member of the cabinet",
        "reported",
        f"President Rafik Oduvan had told ministers {answer}",
        form=Form.MIXED,
        via=(radio_oltara,),
    )
    b.said(
        oduvan,
        "President Rafik Oduvan",
        "had told ministers",
        answer,
        form=Form.MIXED,
        via=(radio_oltara, cabinet),
    )
    b.said(office, "His office", "denied", "he had said so", act=Act.DENIES)
    b.said(traders, "Two power traders", "traders |said", "Zemara had asked for quotes for July last week")
    b.said(
        traders, "One of them", "argued", "“you do not do that for a cable you plan to switch off”", form=Form.DIRECT
    )
    b.said(
        annual,
        "the authority's last annual report",
        "according to",
        "The link could run without a contract for up to ninety days",
    )
    on = ("2026-03-10", "on Tuesday")
    b.said(
        ministry,
        "Vessmark's energy ministry",
        "confirmed",
        "a meeting with the authority was planned for April",
        act=Act.CONFIRMS,
        on=on,
    )
    b.said(
        ministry,
        "Vessmark's energy ministry",
        "but |said",
        "it had “nothing to do with fish”",
        form=Form.MIXED,
        act=Act.DENIES,
        on=on,
    )
    return b.reading()


def dispatch() -> Reading:
    """A bare text: no title, outlet or date."""
    path = EXAMPLE / "3-dispatch.txt"
    b = Builder(
        Article(id="d", url="file:///home/reader/the%20call/3-dispatch.txt", text=path.read_text(encoding="utf-8"))
    )
    tribune = b.speaker("Mardell Tribune", Kind.OUTLET, "the Tribune", "the newspaper")
    zemara = b.speaker("Zemara", Kind.STATE)
    brandeck = b.speaker("Ilse Brandeck", Kind.PERSON)
    sollund = b.speaker("Marit Sollund", Kind.PERSON)
    official = b.speaker("an official of the fisheries office", Kind.UNNAMED, "The official")
    father = b.speaker("(unknown)", Kind.UNKNOWN, "My father")
    b.said(
        tribune,
        "the Mardell Tribune",
        "According to",
        "the prime minister rang the president of Zemara on Friday and offered him the Skerry Bank",
    )
    b.said(zemara, "Skerry Bank. |Zemara", "calls", "that a novel", act=Act.DENIES)
    tuesday = ("2026-03-10", "On Tuesday")
    b.said(
        brandeck,
        "she",
        "told parliament",
        "she had “spoken to many presidents this winter and sold fish to none of them”",
        form=Form.MIXED,
        act=Act.DENIES,
        on=tuesday,
    )
    b.said(brandeck, "opposition, |she", "neither confirmed nor denied", "the call", act=Act.DECLINES, on=tuesday)
    b.said(
        brandeck,
        "government, |she",
        "added",
        "Her government",
        "would “keep the lights on and the boats out”",
        form=Form.MIXED,
    )
    b.said(
        sollund,
        "Marit Sollund, who owns two boats and heads the harbour's fishing association",
        "answer,” |said",
        "“That's not an answer,”",
        "“My father would have called it the kind of thing you say when you have already signed.”",
        form=Form.DIRECT,
    )
    b.said(
        father,
        "My father",
        "would have called it",
        "the kind of thing you say when you have already signed",
        via=(sollund,),
        hedged=True,
        confidence=0.3,
    )
    b.said(
        official,
        "an official of the fisheries office",
        "had been told",
        "Vessmark's case over the bank was going ahead",
        via=(sollund,),
    )
    b.said(
        official,
        "The official",
        "questioned",
        "whether anyone in Mardell had asked the office at all",
        act=Act.QUESTIONS,
    )
    b.said(
        tribune,
        "Monday evening |the Tribune",
        "took back",
        "one sentence of its report",
        act=Act.RETRACTS,
        on=("2026-03-09", "On Monday evening"),
    )
    b.said(
        tribune,
        "note”, |the newspaper",
        "wrote",
        "It “could no longer stand by the note”",
        "it would not comment further",
        form=Form.MIXED,
        act=Act.RETRACTS,
    )
    return b.reading()


def every() -> tuple[Reading, ...]:
    return agency(), radio(), trade(), dispatch()
