from itertools import count

import pytest

from sayso.ledger.ledger import Ledger
from tests import databases

_numbers = count(1)


@pytest.fixture(scope="session")
def server():
    with databases.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """Where a ledger can be made: the contract is tested on both databases."""
    if request.param == "sqlite":
        return str(tmp_path / "sayso.db")
    return databases.fresh(request.getfixturevalue("server"), next(_numbers))


@pytest.fixture
def ledger(where):
    with Ledger.open(where, create=True) as ledger:
        yield ledger
