"""Tables of the national member list in the personal database; what names anybody is ciphertext."""

from __future__ import annotations

from django.db import models


class Remembered(models.Model):
    """What an office said once of a header or an organisation's name; only its digest stands here."""

    database = "personal"

    pk = models.CompositePrimaryKey("office", "sort", "digest")
    office = models.BigIntegerField()
    sort = models.CharField(max_length=16)  # column, organisation
    digest = models.CharField(max_length=64)
    value = models.CharField(max_length=32)

    class Meta:
        db_table = "national_remembered"


class Identity(models.Model):
    """The file's own id of a person, as a keyed tag that cannot be read."""

    database = "personal"

    tag = models.CharField(max_length=32, primary_key=True)
    person = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "national_identity"


class Upload(models.Model):
    """A file that somebody looks at, for a day at most."""

    database = "personal"

    code = models.CharField(max_length=16, primary_key=True)
    office = models.BigIntegerField()
    account = models.BigIntegerField()
    at = models.DateTimeField()
    # SHA-256 of changes to numbers that a second person agreed to.
    agreed = models.CharField(max_length=64, default="")
    act_set = models.BigIntegerField(null=True)

    class Meta:
        db_table = "national_upload"


class Part(models.Model):
    """A part of an upload, sealed: the file, what was found in it, a hundred compared rows."""

    database = "personal"

    pk = models.CompositePrimaryKey("upload", "name")
    upload = models.CharField(max_length=16)
    name = models.CharField(max_length=16)
    generation = models.IntegerField()
    blob = models.BinaryField()

    class Meta:
        db_table = "national_part"


class Line(models.Model):
    """One line of the reconciliation list: who mends it, until when, how it ended; what differs is sealed."""

    database = "personal"

    code = models.BigIntegerField(primary_key=True, db_column="id")  # as rotation of the keys knows it
    office = models.BigIntegerField()
    sort = models.CharField(max_length=16)  # differs, in_file, in_book
    column = models.CharField(max_length=32, default="")
    person = models.BigIntegerField(null=True, db_index=True)
    cell = models.BigIntegerField(null=True)
    place = models.IntegerField()
    state = models.CharField(max_length=16)  # open, equal, closed
    mender = models.CharField(max_length=16, default="")  # book, national
    until = models.DateField(null=True)
    reason = models.CharField(max_length=16, default="")
    since = models.DateField()
    closed_on = models.DateField(null=True)
    generation = models.IntegerField()
    blob = models.BinaryField()

    class Meta:
        db_table = "national_line"
        indexes = (models.Index(fields=["office", "state", "place"], name="national_line_list"),)


# What the personal backup takes along; an upload lives a day and is brought again.
TABLES: dict[str, type[models.Model]] = {"line": Line, "remembered": Remembered, "identity": Identity}
