"""The tables of the book. Only migrations and searching need them; `writing` and `reading` speak SQL.

Nothing has a foreign key to an entry: a key would let a delete cascade into the book.
"""

from __future__ import annotations

from django.db import models

# Where persons are and how they stand there.
WHERE_TRACKS = ("cell", "exempt", "guest", "residence", "standing", "temporary", "transit")


class Entry(models.Model):
    """One line of the book. The head is the truth; the columns repeat parts of it for searching."""

    server_may = "SELECT, INSERT"

    seq = models.BigIntegerField(primary_key=True)
    root = models.BigIntegerField()
    act_set = models.BigIntegerField()
    kind = models.TextField()
    about = models.BigIntegerField()
    organisation = models.BigIntegerField(null=True)
    effective_on = models.DateField()
    signed_on = models.DateField(null=True)
    does = models.TextField()
    written_at = models.TextField()
    head = models.TextField()

    class Meta:
        db_table = "ledger_entry"
        indexes = (
            models.Index(fields=["about"], name="entry_about"),
            models.Index(fields=["act_set"], name="entry_act_set"),
            models.Index(fields=["root"], name="entry_restated", condition=~models.Q(does="record")),
            models.Index(fields=["written_at"], name="entry_written_at"),
        )


class Fact(models.Model):
    """The facts of an entry, bound to its head by a salted hash; the only row of the book that can go."""

    server_may = "SELECT, INSERT, DELETE"

    seq = models.BigIntegerField(primary_key=True)
    salt = models.BinaryField()
    facts = models.TextField()

    class Meta:
        db_table = "ledger_fact"


class Checkpoint(models.Model):
    """A signed statement of the tree's root at a size; the frontier lets the next one start from here."""

    server_may = "SELECT, INSERT"

    number = models.BigIntegerField(primary_key=True)
    size = models.BigIntegerField()
    root = models.TextField()
    made_at = models.TextField()
    occasion = models.TextField()
    frontier = models.TextField()
    note = models.TextField()

    class Meta:
        db_table = "ledger_checkpoint"


class Period(models.Model):
    """A cache of the fold: kept in the same transaction as the entries, rebuilt by one command."""

    pk = models.CompositePrimaryKey("subject", "track", "key", "since")
    subject = models.BigIntegerField()
    track = models.TextField()
    key = models.TextField()
    value = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True)
    opened_by = models.BigIntegerField()
    closed_by = models.BigIntegerField(null=True)

    class Meta:
        db_table = "ledger_period"
        indexes = (
            models.Index(fields=["track", "value"], name="period_value"),
            # Rolls and scopes of any day are read from this index alone. Partial: a question is led here only
            # by the same list of tracks (`reading.WHO_WHERE`), so that no other is led astray by it.
            models.Index(
                fields=["track", "value", "since", "until", "subject"],
                name="period_who_where",
                condition=models.Q(track__in=WHERE_TRACKS),
            ),
        )
