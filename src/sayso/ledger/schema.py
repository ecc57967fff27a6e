"""The tables as the code sees them. `migrations/` makes them, and says what each holds; a test compares the two."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _table(name: str, *columns: "Column[object]") -> Table:
    return Table(name, metadata, Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True), *columns)


def _texts(*names: str) -> "list[Column[object]]":
    return [Column(name, Text) for name in names]


def _numbers(*names: str) -> "list[Column[object]]":
    return [Column(name, BigInteger) for name in names]


documents = _table(
    "documents",
    *_texts("digest", "url", "name", "fetched_at", "headers", "sha256"),
    Column("size", BigInteger),
    Column("data", LargeBinary),
)
articles = _table("articles", *_texts("url", "added_at"))
addresses = _table("addresses", *_texts("key", "url", "added_at"), *_numbers("article_id"))
versions = _table(
    "versions",
    *_numbers("article_id", "document_id"),
    *_texts("key", "text", "sha256", "url", "outlet", "title", "byline", "published", "updated", "language"),
    *_texts("credits", "notes", "names", "at", "added_at"),
)
readings = _table(
    "readings", *_numbers("version_id"), *_texts("model", "code", "read_at", "superseded_at", "at", "placed_at")
)
decisions = _table(
    "decisions", *_texts("kind", "made_by", "made_at", "reason", "data"), *_numbers("after_reading", "undone_by")
)
speakers = _table("speakers", *_texts("slug", "name", "kind", "heard_by", "added_at"), *_numbers("number"))
appearances = _table(
    "appearances",
    *_numbers("reading_id"),
    *_texts("local", "name", "kind", "aliases", "roles", "heard_by", "anonymity"),
)
links = _table(
    "links",
    *_numbers("appearance_id", "speaker_id", "decision_id"),
    *_texts("reason", "linked_at"),
    Column("live", Boolean),
)
merges = _table(
    "merges", *_numbers("speaker_id", "into_id", "decision_id"), *_texts("reason", "merged_at"), Column("live", Boolean)
)
names = _table("names", *_numbers("speaker_id", "uses"), *_texts("name", "key", "sound"))
statements = _table(
    "statements",
    *_numbers("reading_id", "appearance_id"),
    *_numbers("source_start", "source_end", "cue_start", "cue_end", "said_start", "said_end"),
    *_texts("key", "form", "act", "content", "said_date", "candidates", "why", "quoted", "words"),
    Column("hedged", Boolean),
    Column("confidence", Float),
)
carriers = _table("carriers", *_numbers("statement_id", "place", "appearance_id"))
feeds = _table("feeds", *_texts("url", "title", "etag", "modified", "problem"), *_numbers("next_at", "failures"))
pages = _table(
    "pages", *_texts("key", "url", "etag", "modified"), *_numbers("found_at", "next_at", "visits", "failures")
)
robots = _table("robots", *_texts("origin", "body", "etag", "modified"), *_numbers("stale"))
hosts = _table("hosts", *_texts("name"), *_numbers("free_at"))
matters = _table("matters", Column("stale", Boolean))
places = _table(
    "places",
    *_numbers("version_id", "reading_id", "matter_id"),
    *_texts("month", "at"),
    Column("point", LargeBinary),
)
sights = _table(
    "sights",
    *_numbers("statement_id"),
    *_texts("model"),
    Column("point", LargeBinary),
    Column("positions", LargeBinary),
)
claims = _table(
    "claims",
    *_numbers("matter_id"),
    *_texts("key", "gloss", "status", "moved_at", "data"),
    Column("live", Boolean),
)
positions = _table("positions", *_numbers("claim_id"), *_texts("statement", "speaker", "stance", "outlet", "moved_at"))
dropped = _table("dropped", *_numbers("decision_id"), *_texts("statement"))
claim_log = _table("claim_log", *_texts("at", "kind", "claim", "other", "reason"))
