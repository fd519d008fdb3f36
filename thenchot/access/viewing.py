"""Tables of the viewing log: heads that are leaves of its Merkle tree, what they say of whom, signatures."""

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


class LogCheckpoint(models.Model):
    """A signed statement of the log's root at a size; the frontier lets the next one start from here."""

    database = "log"
    server_may = "SELECT, INSERT"

    number = models.BigIntegerField(primary_key=True)
    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    made_at = models.CharField(max_length=24)
    occasion = models.CharField(max_length=16)
    # How much of the book was signed then: the log is signed anew when the book has been.
    book = models.BigIntegerField()
    frontier = models.TextField()
    note = models.TextField()

    class Meta:
        db_table = "access_log_checkpoint"
