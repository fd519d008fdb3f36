"""Models of the app: accounts, requests for a second person, the viewing log."""

from .accounts import Account
from .requests import Request
from .viewing import LogCheckpoint, Viewed, Viewing

__all__ = ["Account", "LogCheckpoint", "Request", "Viewed", "Viewing"]
