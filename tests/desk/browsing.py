"""Chromium on the desk, watched for what no page may do."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1.min.js"
_MISSING = "Chromium is not installed (Debian: apt-get install chromium); what needs it is left out"
WIDE, PHONE = (1280, 900), (390, 844)


def needed() -> str:
    """Where Chromium is; a test that needs it is skipped where there is none, and fails there in CI."""
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail(_MISSING)
        pytest.skip(_MISSING)
    return CHROMIUM


@contextmanager
def started() -> Iterator[object]:
    """A browser; `--no-sandbox` because Chromium refuses to run as root with one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needed(), args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def tab(browser, url: str, size=WIDE, *, refused: int = 0, **options) -> Iterator[object]:
    """A page of a fresh browser. In the end nothing may have been logged, thrown, opened or asked of another host.

    With `refused`, the browser may log that it was answered so.
    """
    host, wrong = urlsplit(url).netloc, []
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, base_url=url, reduced_motion="reduce", **options
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on(
        "console",
        lambda message: (
            message.type in ("error", "warning") and f" {refused} " not in message.text and wrong.append(message.text)
        ),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda sent: urlsplit(sent.url).netloc != host and wrong.append(f"asked {sent.url}"))
    yield page
    context.close()
    assert wrong == []


def findings(page) -> list[str]:
    """What axe-core finds serious or critical."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [
        f"{one['id']}: {json.dumps([node['html'][:200] for node in one['nodes'][:3]])}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
