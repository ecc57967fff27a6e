"""All operations of the API."""

from sayso.desk.api import answers
from sayso.desk.api.operations import CURSOR, LIMIT, OUTLET, SINCE, STATUS, Operation, text

PREFIX = "/api/v1"
_PAGE = (LIMIT, CURSOR)
_SPEAKER = text("speaker", "Only what concerns the speaker with this id.")

OPERATIONS = (
    Operation("/claims", "Claims, what moved last first", "Claims", answers.claims,
              (STATUS, _SPEAKER, OUTLET, SINCE, *_PAGE)),
    Operation("/claims/{id}", "One claim with its statements", "ClaimAlone", answers.claim),
    Operation("/statements", "What a speaker said, the newest first", "Statements", answers.statements,
              (text("speaker", "Whose, by id."), *_PAGE)),
    Operation("/statements/{id}", "One statement, and the ids of its claims", "StatementAlone", answers.statement),
    Operation("/speakers", "Speakers by the words of a name", "Speakers", answers.speakers,
              (text("name", "Words of a name; the last may be unfinished."), LIMIT)),
    Operation("/speakers/{id}", "One speaker", "SpeakerAlone", answers.speaker),
    Operation("/articles", "Articles without their texts, the newest first", "Articles", answers.articles, _PAGE),
    Operation("/articles/{id}", "One version of an article with what was read in it", "ArticleAlone", answers.article),
    Operation("/search", "What fits some words, the best first", "Fitting", answers.search,
              (text("q", "Words; “phrases”; -without."), LIMIT)),
    Operation("/read", "Read a text or a page, and store nothing", "Reading", answers.read, method="POST",
              body="ToRead"),
)  # fmt: skip
"""In each, what a path names in braces is an id; `speaker`, `name` and `q` of lists that are by them are required."""

REQUIRED = {("/statements", "speaker"), ("/speakers", "name"), ("/search", "q")}
