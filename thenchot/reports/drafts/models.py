"""Tables of drafts: whose, of which period, its versions; every text as ciphertext in one table."""

from __future__ import annotations

from django.db import models

from thenchot.sealed import texts, versions


class Draft(versions.Thing):
    """One report being written."""

    # As `parse_period` reads it, with the day its data reach.
    period = models.CharField(max_length=64)
    line = models.CharField(max_length=16, blank=True)

    class Meta:
        db_table = "drafts_draft"


class Version(versions.Version):
    """One saved state; its file is the Word file."""

    draft = models.CharField(max_length=16)
    what = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    closing = models.CharField(max_length=16, blank=True)

    class Meta:
        db_table = "drafts_version"
        constraints = (models.UniqueConstraint(fields=["draft", "number"], name="drafts_version_number"),)


class Text(texts.Text):
    """What a version says, or its Word file."""

    class Meta:
        db_table = "drafts_text"


TABLES: dict[str, type[models.Model]] = {"draft": Draft, "version": Version, "text": Text}
