"""A province with an office of two and a deputy; closings of October 2026."""

import pytest


@pytest.fixture
def staffed(book):
    """`van.phong` prepares, `soat` reviews, `pho.bi.thu` approves; nobody has two parts."""
    from thenchot.access.events import Role
    from thenchot.snapshot.kept import KEPT

    KEPT.close()
    book.account("soat", (Role.OFFICE, book.top))
    yield book
    KEPT.close()


@pytest.fixture
def prepared(staffed):
    """A pending closing of the province; its code."""
    from thenchot.access import accounts
    from thenchot.access.tests.book import AT
    from thenchot.snapshot.closing import actions
    from thenchot.snapshot.period import month

    clerk = accounts.named("van.phong").id
    return actions.prepare(staffed.desk, staffed.top, month(2026, 10), by=clerk, at=AT)


@pytest.fixture
def approved(staffed, prepared):
    """The same, reviewed and approved."""
    from thenchot.access import accounts
    from thenchot.access.tests.book import AT
    from thenchot.snapshot.closing import actions

    actions.review(staffed.desk, prepared, by=accounts.named("soat").id, at=AT)
    actions.approve(staffed.desk, prepared, by=accounts.named("pho.bi.thu").id, at=AT)
    return prepared


@pytest.fixture
def statements():
    """How many statements a call puts to all the databases."""
    from contextlib import ExitStack

    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    def count(call):
        with ExitStack() as stack:
            seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
            call()
        return sum(len(one) for one in seen)

    return count
