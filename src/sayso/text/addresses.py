"""Addresses of articles: which of them lead to one article."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from sayso.text.patterns import pattern

_TRACKING = pattern(
    r"(?:utm_|at_|pk_|mtm_|hsa_|_hs|mc_|ns_|vero_|wt_|fb_|ga_).*|(?:fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|ttclid"
    r"|yclid|igshid|igsh|li_fat_id|mkt_tok|oly_anon_id|oly_enc_id|ocid|cmpid|icid|ncid|smid|smtyp|cmp|ito|sref|ref_src"
    r"|ref_url|spm|xtor|__twitter_impression|output_?type|amp|amp_js_v|usqp|amp_gsa)",
    re.IGNORECASE,
)
_MIRRORS = pattern(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_END = pattern(r"(?:/amp|\.amp)/?$|(?<=\.)amp\.(?=html?$)", re.IGNORECASE)
_AMP_START = pattern(r"^/amp/(?=.)", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=~-._"


@lru_cache(maxsize=4096)
def key(url: str) -> str:
    """What all addresses of one article have in common, as far as the address itself tells.

    Left out are what follows a click (`utm_source`, `fbclid`), the fragment, the scheme, and that a copy is for
    telephones or in AMP. An address that is not of the web is its own key.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return url.strip()
    host = _MIRRORS.sub("", parts.hostname.rstrip("."))
    place = "" if port in {None, _PORTS[parts.scheme.lower()]} else f":{port}"
    return f"https://{host}{place}{_path(parts.path)}{_query(parts.query)}"


def site(url: str) -> str:
    """The host that `url` leads to, whichever copy of its pages it is; nothing where it is not of the web."""
    return urlsplit(key(url)).hostname or ""


def _path(path: str) -> str:
    plain = quote(unquote(path, errors="surrogateescape"), safe=_SAFE, errors="surrogateescape")
    return _AMP_START.sub("/", _AMP_END.sub("", plain)).rstrip("/")


def _query(query: str) -> str:
    kept = sorted((name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _tracks(name))
    return f"?{urlencode(kept)}" if kept else ""


def _tracks(name: str) -> bool:
    return bool(_TRACKING.fullmatch(name))
