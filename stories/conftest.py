"""Stories told through pages start from the small book of the page tests, and sign in as they do."""

from thenchot.web.conftest import book, signed_in

__all__ = ["book", "signed_in"]
