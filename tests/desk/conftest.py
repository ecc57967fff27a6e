import pytest

from sayso.ledger.ledger import Ledger
from tests.desk import browsing, serving


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "sayso.db", create=True) as ledger:
        serving.fill(ledger, tmp_path)
        yield ledger


@pytest.fixture
def served(ledger):
    with serving.served(ledger) as served:
        yield served


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A desk for tests that change nothing."""
    folder = tmp_path_factory.mktemp("desk")
    with Ledger.open(folder / "sayso.db", create=True) as ledger:
        serving.fill(ledger, folder)
        with serving.served(ledger) as served:
            yield served


@pytest.fixture(scope="session")
def browser():
    browsing.needed()
    with browsing.started() as browser:
        yield browser
