"""Models of the app: the viewing log; accounts and roles join here."""

from .viewing import Viewed, Viewing

__all__ = ["Viewed", "Viewing"]
