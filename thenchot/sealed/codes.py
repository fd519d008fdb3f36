"""What stands for a name where names are closed: a code that follows from the id and says nothing."""

from __future__ import annotations

import hashlib

from django.utils.translation import gettext as _


def code(subject: int) -> str:
    """Six hex digits of a hash of the id, as `7F3A-21`; no secret, the same in every list."""
    digest = hashlib.sha256(f"thenchot/code/1|{subject}".encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:6]}"


def coded_label(person: int) -> str:
    """`Đảng viên 7F3A-21`."""
    return _("Đảng viên {code}").format(code=code(person))
