"""The door of a draft's pages: an unknown code and somebody else's draft get the same answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from thenchot.access.actions import Action
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.sealed.versions import Stale
from thenchot.surface.troubles import sentences

from ..page import Asked, View, page_of

# Who may read a draft: those who write it, and the second person who is to confirm it.
READS = (Action.DRAFT_REPORT, Action.WRITE_SECTION, Action.CONFIRM)
WRITES = (Action.DRAFT_REPORT,)
CHANGED = _("Dự thảo vừa được người khác lưu. Đề nghị đồng chí xem lại rồi làm tiếp.")


def draft_page(*methods: str, actions: tuple[Action, ...] = READS) -> Callable[[View], View]:
    """A page about the draft in the address; the view gets it as `saved`."""
    return page_of(partial(_seen, actions), *actions, given="saved", methods=methods)


def _seen(actions: tuple[Action, ...], request: Asked, code: str) -> Saved:
    try:
        saved = keeping.latest(code)
    except LookupError:
        raise Http404(code) from None
    for action in actions:
        decision = request.here.may(action, organisation=saved.organisation)
        if not decision.refused:
            request.here.decision = decision
            return saved
    raise Http404(code)


def tell(request: Asked, error: Exception) -> bool:
    """Put what went wrong on the next page; False for a fault of ours."""
    if isinstance(error, Stale):
        messages.error(request, str(CHANGED))
        return True
    known = sentences(error)
    for sentence in known[1] if known else ():
        messages.error(request, sentence)
    return known is not None
