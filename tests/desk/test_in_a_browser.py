"""The desk as people use it."""

import re

import pytest

from sayso.ledger.ledger import Ledger
from tests.desk import crowd, serving
from tests.desk.browsing import PHONE, WIDE, findings, tab
from tests.desk.routes import met
from tests.desk.routes import pages as every_page


def claim_of(served, word):
    return next(one for one in served.ask("/api/v1/claims").json["claims"] if word in one["gloss"])


def pages(served):
    return {
        "board": "/",
        "board-disputed": "/?status=disputed&outlet=The+Clarion",
        "claim": f"/claim/{claim_of(served, 'link')['id']}",
        "article": f"/article/a1#s13-{13 + len(serving.CUT)}",
        "changes": "/article/a0v2/changes",
        "speaker": "/speaker/ada-lunn",
        "search": "/search?q=link",
        "articles": "/articles",
        "decisions": "/decisions",
        "add": "/add",
        "check": "/check",
        "api": "/api/v1",
    }


LOOKS = pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"]
)


def is_fine(page, name):
    assert findings(page) == [], name
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{name} is wider than the screen"


def test_every_page_there_is_is_looked_at(shared):
    assert met([*pages(shared).values(), "/add/job"]) == every_page()


@LOOKS
def test_axe_finds_nothing_serious_and_nothing_goes_wrong(served, browser, size, scheme):
    served.ask(
        "/decide/rename", form={"speaker": "pim-rosk", "name": "Pim Rosk jr", "by": "Ines", "why": "so he signs"}
    )
    with tab(browser, served.url, size, color_scheme=scheme) as page:
        for name, path in pages(served).items():
            page.goto(path)
            page.wait_for_selector(".scripted")
            is_fine(page, name)


@LOOKS
def test_axe_finds_nothing_serious_in_what_is_done_on_pages(served, browser, size, scheme):
    with tab(browser, served.url, size, color_scheme=scheme) as page:
        page.goto(pages(served)["claim"])
        for summary in page.locator("main summary").all():
            summary.click()
        is_fine(page, "claim, unfolded")
        page.goto("/check")
        page.fill("textarea", "The minister refuted the claim, a spokesman said.")
        page.check("[name=every]")
        page.click("main button")
        page.wait_for_selector(".finding")
        is_fine(page, "a checked draft")
        page.goto("/add")
        page.fill("[name=text]", "Ada Lunn|denies|the Brannoch link was cut")
        page.click("main button")
        page.wait_for_selector("text=Read it")
        is_fine(page, "what was added")
        page.click("text=Read it")
        page.locator(".words .part.content").first.click()
        page.locator(".note.on summary").click()
        is_fine(page, "a note, unfolded")
        page.locator(".note.on [name=by]").fill("Ines")
        page.locator(".note.on button").click()
        page.wait_for_selector(".decided")
        is_fine(page, "what was decided")


@LOOKS
def test_axe_finds_nothing_serious_where_something_is_refused(ledger, browser, size, scheme):
    from sayso.desk.serve import settings

    with serving.served(ledger) as served, tab(browser, served.url, size, refused=404, color_scheme=scheme) as page:
        page.goto("/claim/none")
        is_fine(page, "not found")
        page.goto("/?status=denied&since=2031-01-01")
        is_fine(page, "no claim fits")
        page.goto("/search?q=xylophone")
        is_fine(page, "nothing found")
    with (
        serving.served(ledger, settings("0.0.0.0", [], "correct-horse")) as guarded,
        tab(browser, guarded.url, size, refused=401, color_scheme=scheme) as page,
    ):
        page.goto("/")
        is_fine(page, "the token")


@LOOKS
def test_a_claim_that_forty_outlets_carry_fits_every_screen(tmp_path, browser, size, scheme):
    with Ledger.open(tmp_path / "crowd.db", create=True) as ledger:
        crowd.fill(ledger, tmp_path)
        with (
            serving.served(ledger, reader=crowd.reader()) as served,
            tab(browser, served.url, size, color_scheme=scheme) as page,
        ):
            (claim,) = served.ask("/api/v1/claims").json["claims"]
            speaker = claim["positions"][0]["speaker"]
            for path in ("/", f"/claim/{claim['id']}", f"/speaker/{speaker}", "/article/a20", "/search?q=brannoch"):
                page.goto(path)
                page.wait_for_selector(".scripted")
                is_fine(page, path)


def test_from_the_board_to_the_sentence_by_keyboard(shared, browser):
    with tab(browser, shared.url) as page:
        page.goto("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        gloss = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        page.wait_for_selector("h1")
        assert page.inner_text("h1") == gloss
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.className") == "quote":
                break
        words = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        page.wait_for_selector(".ref.on")
        assert "".join(page.locator(".part.content.on").all_inner_texts()) == words
        assert page.evaluate("document.activeElement.classList.contains('ref')")
        page.keyboard.press("Escape")
        page.wait_for_selector(".ref.on", state="detached")


def test_a_mark_of_the_time_line_leads_to_the_sentence(shared, browser):
    with tab(browser, shared.url) as page:
        page.goto(f"/claim/{claim_of(shared, 'link')['id']}")
        page.locator(".lane a[aria-label^=Against]").first.press("Enter")
        page.wait_for_selector(".note.on")
        assert "Pim Rosk" in page.inner_text(".note.on")


def test_the_note_of_the_statement_under_the_pointer_stands_out(shared, browser):
    with tab(browser, shared.url, PHONE) as page:
        page.goto("/article/a1")
        page.wait_for_selector(".scripted")
        assert not page.locator(".note").first.is_visible()
        page.locator(".words .part.content").first.click()
        note = page.locator(".note.on")
        assert note.is_visible()
        note.locator("summary").click()
        assert "confidence" in note.inner_text()


def test_search_follows_the_typing(shared, browser):
    with tab(browser, shared.url) as page:
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type("lun")
        page.keyboard.press("Enter")
        page.wait_for_selector("#results >> text=Ada Lunn")
        page.wait_for_selector(".scripted")
        page.fill("#seek", "")
        page.locator("#seek").press_sequentially("brann", delay=20)
        page.wait_for_selector("#results .card >> text=Brannoch")
        assert re.search(r"q=brann$", page.url)


def test_the_board_is_narrowed_to_a_speaker_while_typing(shared, browser):
    with tab(browser, shared.url) as page:
        page.goto("/")
        page.wait_for_selector(".scripted")
        page.locator(".narrow [name=speaker]").press_sequentially("rosk", delay=20)
        page.wait_for_selector("#speakers option", state="attached")
        assert page.locator("#speakers option").first.get_attribute("value") == "pim-rosk"
        page.click(".narrow button")
        page.wait_for_selector("text=Only claims of Pim Rosk")


def test_a_text_is_added_and_followed_until_it_stands_on_the_board(served, browser):
    with tab(browser, served.url) as page:
        page.goto("/add")
        page.fill("[name=text]", "Ada Lunn|denies|the Brannoch link was cut")
        page.fill("[name=title]", "There was no cut")
        page.fill("[name=outlet]", "The Crier")
        page.fill("[name=published]", "2026-03-14T10:00")
        page.click("main button")
        page.wait_for_selector("text=Read it")
        page.click("text=To the board")
        page.wait_for_selector(".card >> text=link was cut")
        page.select_option("[name=outlet]", "The Crier")
        page.click(".narrow button")
        page.wait_for_selector(".card")
        assert page.locator(".card").count() == 1


def test_a_draft_is_checked_and_what_is_found_stands_beside_it(shared, browser):
    before = shared.ask("/api/v1/articles").json
    with tab(browser, shared.url) as page:
        page.goto("/check")
        page.fill("textarea", "The minister refuted the claim, a spokesman said.\n\nNobody else spoke of it <b>.")
        page.check("[name=every]")
        page.click("main button")
        page.wait_for_selector(".finding")
        assert "refuted" in page.inner_text(".words .found")
        page.locator(".finding").first.focus()
        page.wait_for_selector(".found.on")
        assert page.input_value("textarea").endswith("Nobody else spoke of it <b>.")
        assert findings(page) == []
    assert shared.ask("/api/v1/articles").json == before


def test_a_merge_and_its_undo(served, browser):
    with tab(browser, served.url) as page:
        page.goto("/speaker/oona-tresk")
        page.click("text=Merge: somebody else is the same")
        form = page.locator("form[action='/decide/merge']")
        form.locator("[name=other]").press_sequentially("lun", delay=20)
        page.wait_for_selector("#others option", state="attached")
        form.locator("[name=other]").fill(page.locator("#others option").first.get_attribute("value"))
        form.locator("[name=why]").fill("one desk")
        form.locator("[name=by]").fill("Ines")
        form.locator("button").click()
        page.wait_for_selector(".decided")
        assert "Ada Lunn" in page.inner_text("header.head")
        page.click(".decided button")
        page.wait_for_selector("tr.undone")
        assert "Ines" in page.inner_text("tr.undone")
        assert page.locator("tbody tr").count() == 2
        page.goto("/speaker/ada-lunn")
        assert page.inner_text("h1") == "Ada Lunn"


def test_the_board_follows_while_another_process_adds(served, browser, ledger, tmp_path):
    with tab(browser, served.url) as page, Ledger.open(tmp_path / "sayso.db") as other:
        page.goto("/")
        page.wait_for_selector(".scripted")
        page.wait_for_timeout(1200)
        reader = serving.sayso()
        text = "Ada Lunn|denies|the fish were counted ever\nTom Wick|says|the fish were counted"
        serving.add(reader, other, tmp_path / "new.jsonl", "a9", "2026-03-15", "The Crier", text)
        list(reader.group(other))
        page.wait_for_selector(".card >> text=Tom Wick")


def test_who_reads_is_asked_before_the_page_changes(served, browser, ledger, tmp_path):
    with tab(browser, served.url) as page:
        page.goto("/")
        page.wait_for_selector(".scripted")
        page.keyboard.press("j")
        page.wait_for_timeout(1200)
        text = "Tom Wick|says|the fish were counted by Zemara"
        reader = serving.sayso()
        serving.add(reader, ledger, tmp_path / "new.jsonl", "a9", "2026-03-15", "The Crier", text)
        list(reader.group(ledger))
        page.wait_for_selector(".fresh")
        assert page.locator("text=Tom Wick").count() == 0
        page.click(".fresh")
        page.wait_for_selector(".card >> text=Tom Wick")


def test_the_token_is_asked_for_once(ledger, browser):
    from sayso.desk.serve import settings

    with serving.served(ledger, settings("0.0.0.0", [], "correct-horse")) as guarded, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{guarded.url}/decisions")
        page.fill("[name=token]", "correct-horse")
        page.click("main button")
        page.wait_for_selector("text=Nobody has settled anything yet")


@LOOKS
def test_an_empty_desk_offers_the_example(tmp_path, browser, size, scheme):
    with (
        Ledger.open(tmp_path / "empty.db", create=True) as ledger,
        serving.served(ledger) as served,
        tab(browser, served.url, size, color_scheme=scheme) as page,
    ):
        for path in ("/articles", "/decisions", "/"):
            page.goto(path)
            is_fine(page, path)
        assert page.locator("text=Try it with the example").is_visible()
