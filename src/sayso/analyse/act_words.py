"""The words that the table of acts calls by name. Most are stems: `confirm` stands for *confirmed* too."""

import re

from sayso.text.patterns import pattern

VOCABULARY = {
    # A negation of the cue, or of those who speak: "neither of them", "nobody".
    "not": r"(?:(?:not|never)(?! only| just| merely| stop)|nor|neither|nobody|none|no one|cannot|\w+n't)\b",
    # A negation within the content.
    "no": r"(?:not|no|never|nothing|none|nobody|neither|nor|\w+n't)\b",
    "wont": r"(?:(?:will|would(?: rather)?|could|can|do|does|did|was|were|is|are) not|\w+n't|cannot|never)",
    # Cues that say no more than that it was said; also no cue at all.
    "say": r"""(?:^$|sa(?:y|id)|t[eo]l[ld]|add|repl[iy]|answer|respond|writ|wrote|accord|snap|bark|shout|announc|insist|
        maintain|stress|repeat|went on)""",
    # Cues that leave a thing unsaid when they are negated.
    "tell": r"""(?:sa(?:y|id)|t[eo]ll?d?\b|speak|talk|state|g[ai]ve|offer|provid|answer|address|comment|confirm|
        corroborat|cit(?:e|ing)|discuss|disclos|reveal|divulg|releas|elaborat|explain|expand|clarif|detail|specif|
        identif|name|mention|refer|repeat|repl[iy]|respond|return|report|speculat|suggest|blam|accus|endors|renounc|
        commit|weigh in|go (?:further|into)|get back|c[ao](?:me|ll) back|be (?:\w+ ){0,2}(?:drawn|interviewed|reached)|
        (?:\w+ ){0,2}available|take (?:a view|questions)|rule[ds]? (?:\w+ )?out|wish to|forthcoming|acknowledg|admit|
        conced)""",
    "think": r"""(?:believ|think|thought|expect|want|know|knew|recall|remember|understand|share|s[ae][ew]n?\b|hear|like|
        plan|intend|appear|seem|satisfied)""",
    "hope": r"""(?:hop(?:e|ing)|believ|suspect|consider|regard|think|thought|expect|fear|want|wish|worr|plan|promis|vow|
        urg|warn|demand|thank|accus|call\w* (?:for|on))""",
    "ask": r"(?:ask|question|wonder|doubt|s[kc]eptic|quer[yi]|wants? to know|call\w* into|unconvinced|unsure)",
    "dodge": r"(?:ignor|dodg|sidestep|deflect|duck|evad|skirt|avoid|dismiss|reject|swat)",
    "grant": r"""(?:confirm|acknowledg|admi[ts]|conced|concess|own\w* up|c[ao]me clean|confess|accept|agrees? that|
        plead\w* guilty)""",
    "recant": r"""(?:retract|recant|(?:walk|row|roll)\w* (?:\w+ )?back|back-?(?:track|pedal)|back\w* (?:away|off)|
        climb\w* down|t[ao]o?k\w* (?:\w+ )?back)""",
    "correct": r"(?:abandon|dropp|delet|correct\b|corrected|revis|apolog|cut\b)",
    "rebut": r"(?:refut|rebut|repudiat|debunk|disput|contradict|disavow|reject|dismiss|disagree|rul\w* (?:\w+ )?out)",
    "scoff": r"""(?:(?:laugh|shrug)\w* off|brush\w* (?:off|aside)|wav\w* (?:away|aside)|slap\w* down|shot down|
        knock\w* (?:down|back)|pour\w* (?:cold|scorn)|scoff|scotch|quash|rubbish|pooh)""",
    "brand": r"(?:brand|call|describ|label|denounc|slam|blast|decr[iy])",
    # What is denied when it is rejected.
    "claim": r"""(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|speculations?|assertions?|
        charges?|stor(?:y|ies)|accounts?|figures?|findings?|theor(?:y|ies)|ideas?|notions?|talk|versions?|criticisms?|
        insinuations?|implications?|concerns?|complaints?|arguments?|characteri[sz]ations?|labels?|numbers?|estimates?|
        comparisons?)\b""",
    # What is refused, not denied, when it is rejected or denied.
    "favour": r"""(?:(?:offer|proposal|request|bid|motion|call|demand|plea|appeal|invitation|deal|bill|amendment|
        petition|application|question|resignation|advance|ultimatum|recount)s?|legislation|push|inquiry)\b""",
    "withheld": r"""(?:bail|entry|access|visas?|parole|asylum|permission|status|boarding|class-action|citizenship|
        motion|request|petition|appeal|application|plea|injunction|extension)\b""",
    "query": r"(?:(?:questions?|inquir(?:y|ies)|quer(?:y|ies)|calls?|e-?mails?|messages?)\b|requests? for)",
    # What is taken back when it is corrected or apologised for.
    "words": r"""(?:comment|remark|statement|report|claim|suggest|say|t[eo]l[ld]|call|descri|word|stor(?:y|ies)\b|
        column|tweet|post\b|letter|denial|accus|allegation|figure|estimate|evidence|account|prediction|article|challenge|
        counting|(?:it|that|this)\b)""",
    "assets": r"(?:troops|forces|soldiers|staff|money|funds|cash|savings|candidacy|ambassador|from)\b",
    "office": r"(?:judge|justice|nominee|nomination|ambassador|secretary|chief|appointment)s?\b",
    "ovation": r"(?:crowd|cheers|applause|victory|presence)\b",
    "gift": r"(?:offer|invitation|resignation|nomination|job|award|prize|gift|bribe|apology|role|post)\b",
    "wrong": r"(?:wrong|mistaken|incorrect|inaccurate|in error|untrue|not true)",
    "untrue": r"""(?:false(?!ly)|untrue|not true|fiction|fantas|fabricat|inventi|invented|nonsens|rubbish|ridiculous|
        absurd|baseless|groundless|unfounded|bogus|fake|hoax|lies?\b|fairy.?tale|gossip|inaccurate|misleading|slander|
        smear|malicious|preposterous|ludicrous|laughable|without (?:foundation|merit)|no truth)""",
}


def opening(words: str) -> str | None:
    """What `words` begin with, where that is called by name: they fit nowhere where it does not."""
    found = re.match(r"\{[a-z]+\}", words)
    return found.group() if found else None


def spelled_out(words: str) -> re.Pattern[str]:
    """`words` with those that it calls by name in braces. It fits from the start of a word, in lower case."""
    full = re.sub(r"\{([a-z]+)\}", lambda name: re.sub(r"\n\s+", "", VOCABULARY[name[1]]), words)
    return pattern(rf"(?:^|\b)(?:{full})")
