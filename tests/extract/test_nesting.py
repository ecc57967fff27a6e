import time

import pytest

from sayso.extract.nesting import attributes, depth


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


@pytest.mark.parametrize(
    ("markup", "most"),
    [
        ("<p a=1 b c=2>", 0),
        ("<p " + " ".join(f"a{n}=1" for n in range(3000)) + ">x</p>", 3000),
        ("<p " + " ".join(f"a{n}" for n in range(3000)) + ">x</p>", 3000),
        ("<p x='<b>' " + " ".join(f"a{n}=1" for n in range(3000)) + ">x</p>", 3000),
        ("<p>" + "It rained. " * 3000 + "</p>", 0),
        ("<p title='" + "x" * 9000 + "'>", 1),
    ],
)
def test_attributes(markup, most):
    assert attributes(markup) == most


@pytest.mark.parametrize("markup", ["x" * 5_000_000, ("<p" + "x" * 3990) * 1000, ("x" * 3999 + ">") * 1000])
def test_attributes_take_linear_time(markup):
    started = time.process_time()
    assert attributes(markup) == 0
    assert time.process_time() - started < 2
