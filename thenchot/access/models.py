"""Models of the app: accounts, requests for a second person, the viewing log."""

from .accounts import Account
from .requests import Request
from .viewing import Viewed, Viewing

__all__ = ["Account", "Request", "Viewed", "Viewing"]
