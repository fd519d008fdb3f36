"""Models of the app: which session is an account's."""

from .signin.sittings import Sitting

__all__ = ["Sitting"]
