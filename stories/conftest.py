"""Stories told through pages start from the small book of the page tests, and sign in as they do."""

from thenchot.web.conftest import book, signed_in
from thenchot.web.figures.tests.conftest import no_engine_of_another_book

__all__ = ["book", "no_engine_of_another_book", "signed_in"]
