"""Tables of the viewing log: heads that are leaves of its Merkle tree, and what they say of whom."""

from __future__ import annotations

from django.db import models


class Viewing(models.Model):
    """One line. `head` is canonical JSON as hashed; the columns repeat parts of it for searching."""

    database = "log"
    server_may = "SELECT, INSERT"

    seq = models.BigIntegerField(primary_key=True)
    head = models.TextField()
    at = models.CharField(max_length=24, db_index=True)
    organisation = models.BigIntegerField()
    door = models.CharField(max_length=16)
    # Of a line that detaches: the last seq whose facts may go.
    until = models.BigIntegerField(null=True)

    class Meta:
        db_table = "access_viewing"


class Viewed(models.Model):
    """Who looked at whom, and why; bound to the head by a salted hash, detached after the time of keeping."""

    database = "log"
    server_may = "SELECT, INSERT, DELETE"  # guarded by a trigger: only after a line that detaches

    seq = models.BigIntegerField(primary_key=True)
    salt = models.BinaryField(max_length=16)
    facts = models.TextField()
    account = models.BigIntegerField()
    at = models.CharField(max_length=24)

    class Meta:
        db_table = "access_viewed"
        indexes = (models.Index(fields=["account", "at"], name="access_viewed_account"),)
