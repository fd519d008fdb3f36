"""How a printed figure stands to a closed one, in words. Vietnamese is the source."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .against import Outcome

OUTCOMES = {
    Outcome.DIFFERS: _("chênh"),
    Outcome.AGREES: _("khớp"),
    Outcome.AS_PRINTED: _("khớp theo cách ghi"),
    Outcome.OTHER_PERIOD: _("khác kỳ, không so"),
    Outcome.ONE_OF_SEVERAL: _("nhiều tổ chức cùng tên, không so"),
    Outcome.ELSEWHERE: _("số của tổ chức khác, không so"),
    Outcome.NOT_SHOWN: _("không được xem số này, không so"),
    Outcome.NOT_RECORDED: _("chưa ghi sổ"),
    Outcome.NOT_IN_CATALOGUE: _("không có trong danh mục"),
}
