import time

import pytest

from sayso.extract.nesting import depth


@pytest.mark.parametrize(
    ("markup", "deepest"),
    [
        ("", 0),
        ("no markup < at > all", 0),
        ("<div>", 1),
        ("<html><body><div>x</div><div>y</div></body></html>", 3),
        ("<DIV><div class='a'>x", 2),
        ("</div></div><div>", 1),
        ("<br><img src=a><div><hr></div>", 1),
        ("<svg><path/><path/><path /></svg>", 1),
        ("<p>a<p>b<p>c<ul><li>d<li>e</ul>", 1),
        ("<script>'<div><div>'</script><div>", 1),
        ("<style><div></style><!-- <div><div> --><div>", 1),
        ("<!-- <script> --><div>", 1),
        ("<div>" * 5000, 5000),
        ("<b>" * 300 + "x" + "</b>" * 300, 300),
    ],
)
def test_depth(markup, deepest):
    assert depth(markup) == deepest


@pytest.mark.parametrize("piece", ["<", "<a", "<script", "<!--", "<div ", "a", "<a '", "</", "<script><!--"])
def test_time_is_linear(piece):
    start = time.process_time()
    depth(piece * (2_000_000 // len(piece)))
    assert time.process_time() - start < 5
