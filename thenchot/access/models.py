"""Models of the app: accounts, drafts, requests for a second person, the viewing log."""

from .accounts import Account, Attempt
from .drafts import Draft
from .requests import Request
from .resets_told import ResetAsked, ResetSeen
from .viewing import LogCheckpoint, Viewed, Viewing

__all__ = [
    "Account", "Attempt", "Draft", "LogCheckpoint", "Request", "ResetAsked", "ResetSeen", "Viewed", "Viewing",
]  # fmt: skip
