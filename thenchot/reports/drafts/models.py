"""Tables of drafts: whose, of which period, its versions; every text as ciphertext in one table."""

from __future__ import annotations

from django.db import models


class Draft(models.Model):
    """One report being written. What it says lies in its versions."""

    code = models.CharField(max_length=16, primary_key=True)
    organisation = models.BigIntegerField(db_index=True)
    # As `parse_period` reads it, with the day its data reach.
    period = models.CharField(max_length=64)
    line = models.CharField(max_length=16, blank=True)
    account = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "drafts_draft"


class Version(models.Model):
    """One saved state. Versions are added, never changed."""

    draft = models.CharField(max_length=16)
    number = models.IntegerField()
    account = models.BigIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    closing = models.CharField(max_length=16, blank=True)
    content = models.BigIntegerField()  # its texts, by their ids in drafts_text
    file = models.BigIntegerField()

    class Meta:
        db_table = "drafts_version"
        constraints = (models.UniqueConstraint(fields=["draft", "number"], name="drafts_version_number"),)


class Text(models.Model):
    """Sealed bytes: what a version says, or its Word file. Rotation seals them anew."""

    id = models.BigIntegerField(primary_key=True)
    generation = models.IntegerField()
    blob = models.BinaryField()

    class Meta:
        db_table = "drafts_text"
