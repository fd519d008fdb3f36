"""Tables of the personal database: sealed records, tags of numbers, the counter of changes."""

from __future__ import annotations

from django.db import models


class Record(models.Model):
    """A person or a note, as ciphertext. The row is the only place where it is; it goes, and it is gone."""

    subject = models.BigIntegerField(primary_key=True)
    purpose = models.CharField(max_length=16)
    version = models.IntegerField()
    generation = models.IntegerField()
    blob = models.BinaryField()
    # The counter's value at the last change of content: directories fetch only what is newer than theirs.
    change = models.BigIntegerField()
    # When it was first written, in seconds of UTC: a record that no entry of the book names goes after a day.
    written_at = models.BigIntegerField()

    class Meta:
        db_table = "sealed_record"
        indexes = (
            models.Index(fields=["purpose", "change"], name="sealed_record_change"),
            models.Index(fields=["generation"], name="sealed_record_generation"),
        )


class Number(models.Model):
    """A number nobody can read: keyed tag and whose it is. The key makes two clerks at once one."""

    pk = models.CompositePrimaryKey("kind", "tag")
    kind = models.CharField(max_length=16)
    tag = models.BinaryField(max_length=16)
    generation = models.IntegerField()
    person = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "sealed_number"


class Change(models.Model):
    """One row, changed first by every writer: it counts changes and makes writers wait for each other."""

    one = models.IntegerField(primary_key=True)
    counter = models.BigIntegerField()
    # The newest generation anybody wrote under; a process whose keyring is older reads its file again.
    generation = models.IntegerField()

    class Meta:
        db_table = "sealed_change"
