"""Models of the app: accounts, requests for a second person, the viewing log."""

from .accounts import Account, Attempt
from .requests import Request
from .viewing import LogCheckpoint, Viewed, Viewing

__all__ = ["Account", "Attempt", "LogCheckpoint", "Request", "Viewed", "Viewing"]
