"""The values shipped with a release."""

from .values import SHIPPED, load_shipped, unmarked_gaps

__all__ = ["SHIPPED", "load_shipped", "unmarked_gaps"]
