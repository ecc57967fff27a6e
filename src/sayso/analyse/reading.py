"""What the tagger saw in an article, made by rules into its reading."""

from dataclasses import replace

from sayso.analyse.act import hedged
from sayso.analyse.acts import acts
from sayso.analyse.assemble import assemble
from sayso.analyse.chains import chained
from sayso.analyse.confidence import Confidence
from sayso.analyse.draft import Draft, Range
from sayso.analyse.form import form
from sayso.analyse.lead import with_lead
from sayso.analyse.model import Model
from sayso.analyse.readout import mentions_of, read_out
from sayso.analyse.said import said_dates
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.cast import Cast, cast
from sayso.analyse.speakers.whole import whole_names
from sayso.analyse.tagger import Tagging
from sayso.analyse.windows import Tokens
from sayso.records import Act, Article, Kind, Reading, Said, Span, Statement, Why


def reading(model: Model, confidence: Confidence, article: Article, tokens: Tokens, tagging: Tagging) -> Reading:
    """The statements of `article` and who made them, from what the tagger saw in it, in the order of its text."""
    text = article.text
    tagging = replace(tagging, names=whole_names(text, tagging.names))
    sentences = Sentences.of(text, tokens.paragraphs)
    found = chained(text, assemble(text, tokens, tagging.attributions), tagging.names, sentences)
    drafts = [draft for draft in found if confidence.keeps(draft, tokens.quotations)]
    if not drafts:
        return Reading(article, (), ())
    mentions = mentions_of(text, drafts)
    readout = read_out(model, tokens, tagging, mentions)
    cues = [with_lead(text, draft.cue, draft.content) for draft in drafts]
    hedges = [hedged(cue) for cue in cues]
    kinds = [Kind(kind) for kind in model.config["kinds"]]
    people = cast(article, drafts, hedges, tagging.names, mentions, readout, kinds, sentences)
    order = [Act(name) for name in model.config["acts"]]
    done = acts(text, drafts, cues, readout.acts, order)
    speakers = {speaker.id: speaker for speaker in people.speakers}
    dates = said_dates(text, drafts, [speakers[id_] for id_ in people.speaker], article, tokens.paragraphs, sentences)
    statements = tuple(
        _statement(confidence, article, i, draft, done[i][0], hedges[i], people, dates[i], tokens)
        for i, draft in enumerate(drafts)
    )
    why = tuple(Why(people.why[i], done[i][1], _why_said(dates[i])) for i in range(len(drafts)))
    return Reading(article, people.speakers, statements, why)


def _statement(
    confidence: Confidence,
    article: Article,
    i: int,
    draft: Draft,
    act: Act,
    hedge: bool,
    people: Cast,
    said: Said | None,
    tokens: Tokens,
) -> Statement:
    text = article.text
    return Statement(
        id=f"{article.id}.{i + 1}",
        form=form(draft.content, tokens.quotations),
        act=act,
        source=_span(text, draft.source) if draft.source else None,
        cue=_span(text, draft.cue) if draft.cue else None,
        content=tuple(_span(text, piece) for piece in draft.content),
        speaker=people.speaker[i],
        via=people.via[i],
        said=said,
        hedged=hedge,
        confidence=confidence.of(draft, tokens.quotations),
        candidates=people.candidates[i],
    )


def _why_said(said: Said | None) -> str:
    return f"“{said.text}”, counted from the article's day" if said else "the text gives no date for it"


def _span(text: str, span: Range) -> Span:
    return Span(text[span.start : span.end], span.start, span.end)
