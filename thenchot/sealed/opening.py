"""The keyring of this process: opened by the machine's secret, or left for a person to open."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from django.conf import settings

from .box import WrongKey
from .keyring import Keyring
from .slots import KeyFileRefused

_lock = Lock()
_ring: Keyring | None = None


def keyring_path() -> Path:
    """Where the keyring lies: the setting THENCHOT_KEYRING, else in the data folder."""
    return Path(getattr(settings, "THENCHOT_KEYRING", settings.THENCHOT_HOME / "keyring.json"))


def keyring() -> Keyring:
    """The process's keyring; unopened without a usable machine secret; KeyringBroken if there is none."""
    global _ring
    with _lock:
        if _ring is None or _ring.path != keyring_path():
            _ring = _from_settings()
        return _ring


def use(ring: Keyring | None) -> None:
    """From now on this one: after a passphrase was typed, after a restore; nothing closes it."""
    global _ring
    with _lock:
        _ring = ring


def _from_settings() -> Keyring:
    try:
        return Keyring.open_with_machine(keyring_path(), settings.THENCHOT_KEY_FILE)
    except (KeyFileRefused, WrongKey):
        return Keyring.unopened(keyring_path())
