"""A claim drawn as one SVG: its origins with the outlets that carry each, and its time line."""

from collections.abc import Iterator, Sequence
from html import escape

from sayso.exports.dossier import day, origins, turns
from sayso.records import Article, Claim, Status
from sayso.text.visible import visible

_COLORS = {
    Status.DISPUTED: "#b3261e",
    Status.DENIED: "#8c4a00",
    Status.RETRACTED: "#6a1b9a",
    Status.CONFIRMED: "#1b6e35",
    Status.CORROBORATED: "#33691e",
    Status.SINGLE_SOURCE: "#7a6200",
}
_WIDTH, _ROW, _LEFT, _RIGHT = 900, 26, 24, 430
_LONGEST = 52


def svg(claim: Claim, articles: Sequence[Article]) -> str:
    """The drawing of `claim`; `articles` are those of its matter."""
    known = {article.id: article for article in articles}
    parts = [_text(_LEFT, 34, claim.gloss, size=17, bold=True, longest=100)]
    now = claim.now
    parts.append(_text(_LEFT, 58, f"{now.status.value}, {origins(now)}", color=_COLORS[now.status], bold=True))
    y = 100
    parts.append(_text(_LEFT, y, "Where it comes from", bold=True))
    for origin in claim.origin_list:
        outlets = list(dict.fromkeys(known[a].outlet or known[a].url for a in origin.articles if a in known))
        middle = y + _ROW * (len(outlets) + 1) / 2
        name = origin.name + (f" (heard by {origin.heard_by})" if origin.heard_by else "")
        parts += [_text(_LEFT, middle + 5, name, strike=origin.withdrawn)]
        for i, outlet in enumerate(outlets):
            at = y + _ROW * (i + 1)
            parts.append(f'<path d="M360 {middle:.0f} C 395 {middle:.0f} 390 {at} 424 {at}" class="l"/>')
            parts.append(_text(_RIGHT, at + 5, outlet))
        y += _ROW * max(len(outlets), 1) + 8
    y += 2 * _ROW
    parts.append(_text(_LEFT, y, "How it went", bold=True))
    for row in turns(claim.history):
        y += _ROW
        where = known[row.article].outlet if row.article in known else None
        parts.append(f'<circle cx="{_LEFT + 6}" cy="{y - 5}" r="6" fill="{_COLORS[row.status]}"/>')
        parts.append(_text(_LEFT + 22, y, f"{day(row.at)}  {row.status.value}, {origins(row)}"))
        parts.append(_text(_RIGHT, y, where or row.article))
    return "\n".join(_page(parts, y + _ROW))


def _page(parts: Sequence[str], height: float) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" role="img">'
    yield "<style>text{font:14px system-ui,sans-serif}.l{fill:none;stroke:#9aa0a6;stroke-width:1.5}</style>"
    yield f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#fff"/>'
    yield from parts
    yield "</svg>\n"


def _text(
    x: float, y: float, words: str, *, size: int = 14, bold: bool = False, color: str = "#202124",
    strike: bool = False, longest: int = _LONGEST,
) -> str:  # fmt: skip
    clean = " ".join(visible(words).split())
    shown = clean if len(clean) <= longest else clean[: longest - 1] + "…"
    more = ' font-weight="bold"' * bold + ' text-decoration="line-through"' * strike
    title = f"<title>{escape(clean)}</title>" if shown != clean else ""
    return f'<text x="{x}" y="{y:.0f}" style="font-size:{size}px" fill="{color}"{more}>{title}{escape(shown)}</text>'
