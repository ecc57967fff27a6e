"""The table that acts are read from."""

from typing import NamedTuple

from sayso.records import Act

SAYS, DENIES, CONFIRMS = Act.SAYS, Act.DENIES, Act.CONFIRMS
DECLINES, QUESTIONS, RETRACTS = Act.DECLINES, Act.QUESTIONS, Act.RETRACTS


class Row(NamedTuple):
    """A row fits when `cue` fits the words of the cue and `content`, unless empty, the words of the content.

    Names in braces are from `act_words`. A row without an act leaves open what such words do not settle. `like` is an
    example: a cue and, behind the stroke, a content.
    """

    act: Act | None
    cue: str
    content: str
    like: str


# The first row that fits decides: a negated or withheld saying comes before the plain verbs that stand inside it.
# fmt: off
ROWS = (
    # Leaving unsaid
    Row(DECLINES, r"neither confirm.* n?or den|{not}.* confirm n?or deny", r"",
        "neither confirmed nor denied | the sale"),
    Row(None, r"{not}.* (?:refus|declin|fail)", r"", "did not refuse | to pay"),
    Row(DECLINES, r"refus|declin", r"", "refused to confirm | the visit"),
    Row(DECLINES, r"no (?:\w+ )?comment|(?:g[ai]ve|took|offer\w*) no\b", r"",
        "had no immediate comment | on the report"),
    Row(DECLINES, r"made no (?:\w+ )?(?:mention|reference|statement)", r"", "made no mention | of the fire"),
    Row(DECLINES, r"(?:take|took|g[ai]ve|offer)\w*$",
        r"^no (?:comment|questions?|details?|reasons?|answers?|figures?)\b", "took | no questions"),
    Row(DECLINES, r"(?:yet|fail\w*)(?: to\b|$)", r"", "has yet to comment | on the strike"),
    Row(DECLINES, r"silent|mum\b|tight-lipped|sa(?:id|ys?) nothing|nothing to (?:say|add)", r"",
        "said nothing | of the fire"),
    Row(DECLINES, r"st[ao]pp?\w* short", r"", "stopped short of | blaming the union"),
    Row(DECLINES, r"{dodge}", r"^(?:\S+ ){0,3}?{query}", "ignored | shouted questions"),
    Row(DECLINES, r"referr", r"^(?:\S+ ){0,2}?(?:{query}|them|us|me)", "referred | all questions to the ministry"),
    Row(SAYS, r"(?:{not}.* |no |without )(?:apolog|retract|withdr|recant|disavow|back (?:away|down|off))", r"",
        "never retracted | the remark"),
    Row(None, r"{not}.* (?:disput|contest|rebut|refut|challeng|object)", r"", "did not dispute | the date"),
    Row(DECLINES, r"{not}.* den[yi]", r"", "did not deny | the meeting"),
    Row(QUESTIONS, r"(?:{not}|less) .*(?:sure|certain|convinced|persuaded)", r"",
        "is not so sure | that it will float"),
    Row(DENIES, r"{not}.* (?:accept|recogni[sz]|buy|agree|having it)", r"", "does not accept | the findings"),
    Row(SAYS, r"{not} (?:\w+ ){0,3}?{think}", r"", "do not expect | a verdict"),
    Row(SAYS, r"could (?:not|n't) (?:\w+ )?(?:confirm|verify)", r"", "could not immediately confirm | the report"),
    Row(DECLINES, r"{not}.* {tell}", r"", "did not immediately respond | to a request"),
    Row(DECLINES, r"{not}(?: \w+)?$", r"^(?:\w+ )?{tell}", "would not | be drawn on the price"),
    # Taking back
    Row(RETRACTS, r"{recant}", r"", "walked back | her remark"),
    Row(RETRACTS, r"(?:was|were) {wrong}$", r"", "was mistaken | Our reporter"),
    Row(None, r"withdr", r"^(?:\S+ ){0,3}?(?:{favour}|{assets})", "withdrew | its troops"),
    Row(RETRACTS, r"withdr", r"", "withdrew | his statement of Monday"),
    Row(RETRACTS, r"{correct}", r"^(?:\S+ ){0,7}?\W?{words}", "apologised for | calling the jury fools"),
    Row(CONFIRMS, r"no longer (?:disput|contest|den)", r"", "no longer disputes | the debt"),
    Row(RETRACTS, r"no longer (?:blam|stand|claim|maintain|say|speak|argu|insist|defend)", r"",
        "no longer blames | the pilot"),
    # Granting
    Row(SAYS, r"confirm", r"^(?:as |to the |cases|who$|(?:an? |the |his |her )?(?:\w+ )?{office})",
        "was confirmed | as ambassador"),
    Row(SAYS, r"admit", r"^to (?:the )?(?:hospital|ward|union|club|bar)\b", "was admitted | to hospital"),
    Row(SAYS, r"acknowledg", r"^(?:the |his |her |their )?{ovation}", "acknowledged | the applause"),
    Row(SAYS, r"accept", r"^(?:\S+ ){0,3}?{gift}", "accepted | the nomination"),
    Row(RETRACTS, r"now accept", r"{wrong}|no such", "now accept | that this was wrong"),
    Row(CONFIRMS, r"{grant}", r"", "admitted | that the brakes were worn"),
    # Rejecting
    Row(DECLINES, r"den[yi]",
        r"^(?!(?:any|that|he|she|it|they|\w+ing)\b)(?:\S+ ){0,2}?{withheld}(?! (?:was|were|is|had|has))",
        "denied | bail"),
    Row(DENIES, r"den[yi]|plead\w* not guilty", r"", "denied | that it knew"),
    Row(None, r"(?:was|were|been|be) (?:\w+ )?(?:dismissed|rejected)", r"^(?!.*(?:{claim}|{untrue}))",
        "was dismissed | The coach"),
    Row(SAYS, r"dismiss|reject", r"^(?:him|them|me|us|her as)\b", "dismissed | him as a clown"),
    Row(DECLINES, r"(?:reject|rebuff|turn\w* down|spurn)(?!.*{claim})",
        r"^(?!(?:\S+ ){0,5}{claim})(?:\S+ ){0,8}?{favour}", "rejected | the union's offer"),
    Row(SAYS, r"(?:an?|the|\w+ed|bitter) dispute", r"", "in a heated dispute over | the lake"),
    Row(DENIES, r"{rebut}", r"", "dismissed as fiction | reports that he fled"),
    Row(DENIES, r"{scoff}", r"", "laughed off | the rumour"),
    Row(DENIES, r"(?:hit|push|fir)\w* back|struck down", r"{claim}", "hit back | at claims of a cover-up"),
    Row(DENIES, r"{brand}", r"^(?:(?:\S+ ){0,4}?{claim}.*|(?:it|that|this|them|these) .*){untrue}",
        "called | it “nonsense”"),
    Row(DENIES, r"{brand}", r"^(?:(?:the|his|her|their|its|such|all|\S+'s) (?:\S+ ){0,2}?)?{claim}.*[\"“‘']",
        "called | the figure of nine “a lottery number”"),
    # Asking
    Row(SAYS, r"(?:answer|respond|repl|take|took).* questions?", r"", "answered a question about | the budget"),
    Row(None, r"(?:said|told|repl|answer|respond).* asked", r"", "said when asked | that it would float"),
    Row(SAYS, r"ask", r"^(?!wh|how|if|about|on\b)[^?]*?\bto \w[^?]*$|^(?:for|to|that) [^?]*$",
        "asked | the guests to leave"),
    Row(SAYS, r"(?:no|without|little) (?:\w+ )?doubt", r"", "left no doubt | that she would stand"),
    Row(QUESTIONS, r"{ask}", r"", "wondered | whether it would float"),
    # Doing it by what is said
    Row(DECLINES, r"{say}", r"{wont} (?:be )?(?:going to )?(?:comment|discuss|speculat|elaborat|go into)",
        "said | it would not comment on clients"),
    Row(DECLINES, r"{say}", r"no comment|neither confirm|nothing (?:more )?to (?:say|add)", "said | “No comment.”"),
    Row(DECLINES, r"{say}", r"(?:unable|inappropriate|wrong|premature) to (?:comment|discuss|speculat|say)",
        "said | it was unable to discuss patients"),
    Row(DECLINES, r"{say}", r"a (?:matter|question) for", "said | that was a matter for the police"),
    Row(DECLINES, r"{say}", r"^(?:ask|you (?:will|would|should|must) have to ask)\b[^?]*$",
        "said | “Ask the doctors.”"),
    Row(SAYS, r"{say}", r"^(?:that )?(?:he|she|it|they|i|we) (?:d[oi]\w* not|d[oi]\w*n't) (?:know|remember)\b",
        "said | she did not know when"),
    Row(SAYS, r"{say}", r"^(?:that )?(?:he|she|it|they|i|we) ha\w+(?: not| never|n't) been (?:told|informed|shown)\b",
        "said | she had not been told of any arrest"),
    Row(SAYS, r"{say}", r"^(?:that )?(?:he|she|it|they|i|we) could(?: not|n't) confirm",
        "said | it could not confirm that"),
    Row(DECLINES, r"{say}", r"(?:\w+n't|would not|could not|cannot) (?:know|say)(?: who| why| how| whether|\W*$)",
        "said | she would not say who had signed"),
    Row(QUESTIONS, r"{say}", r"^(?:that )?(?:he|she|it|they|i|we) (?:doubt|wonder)",
        "said | he doubted that it floats"),
    Row(DENIES, r"insist|maintain|stress|repeat|reiterat|swore|swear", r"^(?:\S+ ){0,9}?{no}",
        "insisted | that no one was hurt"),
    Row(DENIES, r"{say}", r"^(?:\S+ ){0,6}?{untrue}", "said | the story was pure fiction"),
    Row(DENIES, r"{say}", r"^(?:no\b|not so|(?:it|that|he|she|i|we|they) (?:\w+n't|\w+ not))\W*$",
        "said | “She has not.”"),
    Row(DENIES, r"{say}", r"^(?:that )?no (?:\w+ ){1,4}(?:had|has|have|was|were|is|are|will)\b",
        "said | no offer had been made"),
    Row(DENIES, r"{say}", r"(?:not|n't) recogni[sz]e|no such", "said | she did not recognise that account"),
    Row(RETRACTS, r"{say}", r"(?:i|we|he|she|it|they) (?:was|were|had been) (?:mistaken|wrong|misinformed)",
        "said | “I was wrong about the date.”"),
    Row(RETRACTS, r"{say}", r"(?:i|we) (?:withdraw|take \w+ back)|no longer (?:st[ao]o?n?d|h[oe]ld|maint)",
        "said | it no longer stood by the figure"),
    Row(SAYS, r"{hope}", r"", "hopes | for a mild winter"),
)
# fmt: on
