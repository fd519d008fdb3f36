"""Things kept in sealed versions, added and never changed: who saved which of them, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models, transaction

from . import texts
from .randomness import Randomness
from .tables import ALIAS


class Stale(Exception):
    """Somebody else has saved the thing since: look at it again."""


class Thing(models.Model):
    """Whose it is, and who began it when. What it says lies in its versions."""

    code = models.CharField(max_length=16, primary_key=True)
    organisation = models.BigIntegerField(db_index=True)
    account = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Version(models.Model):
    """One saved state of a thing, the first of number 1. The last one counts."""

    number = models.IntegerField()
    account = models.BigIntegerField()
    at = models.DateTimeField()
    content = models.BigIntegerField()  # what it says and its file, by their ids in the table of texts
    file = models.BigIntegerField()

    class Meta:
        abstract = True


class Standing(NamedTuple):
    """A thing at one of its versions, and what that says. The rows are those of the app's own tables."""

    thing: Any
    version: Any
    content: Any


@dataclass(frozen=True)
class Shelf:
    """The tables of one sort of things; `of` is the field by which a version names its thing."""

    things: type[Thing]
    versions: type[Version]
    texts: type[texts.Text]
    of: str
    most: int  # versions of one thing

    def begin(self, thing: Thing, content: Any, file: bytes, *, randomness: Randomness, **more: Any) -> None:
        """A new thing with its first version; `more`: fields of the app's own version. Unopened."""
        with transaction.atomic(using=ALIAS):
            thing.save(force_insert=True)
            self._add(thing.code, 1, content, file, thing.account, thing.at, randomness, more)

    def add(
        self, code: str, before: int, content: Any, file: bytes | int, *, by: int, at: datetime,
        randomness: Randomness, **more: Any,
    ) -> None:  # fmt: skip
        """The version after number `before`; Stale where somebody was quicker or there are too many.

        A file that was kept before is named by its id.
        """
        with transaction.atomic(using=ALIAS):
            last = self._of(code).first()
            if last is None or last.number != before or last.number >= self.most:
                raise Stale(code)
            self._add(code, before + 1, content, file, by, at, randomness, more)

    def version(self, code: str, number: int | None = None) -> Standing:
        """One version, the last where none is named. LookupError."""
        thing = self.things._default_manager.filter(code=code).first()
        found = self._of(code).filter(number=number) if number else self._of(code)
        row = found.first()
        if thing is None or row is None:
            raise LookupError(code)
        return Standing(thing, row, texts.opened(self.texts, [row.content])[row.content])

    def of_organisations(self, organisations: Iterable[int], **standing: Any) -> list[Standing]:
        """The things of several organisations, each as it stands; only those whose last version says so."""
        wanted = self.things._default_manager.filter(organisation__in=list(organisations))
        things = {one.code: one for one in wanted}
        rows = self.versions._default_manager.filter(**{f"{self.of}__in": list(things)}).order_by("number")
        last = {getattr(row, self.of): row for row in rows}
        last = {code: row for code, row in last.items() if _says(row, standing)}
        said = texts.opened(self.texts, [row.content for row in last.values()])
        return [Standing(things[code], row, said[row.content]) for code, row in last.items()]

    def contents(self, code: str, most: int) -> list[Any]:
        """What the last versions of a thing say, the last first; its files are not read."""
        rows = list(self._of(code)[:most])
        said = texts.opened(self.texts, [row.content for row in rows])
        return [said[row.content] for row in rows]

    def history(self, code: str, *more: str, most: int | None = None) -> list[dict[str, Any]]:
        """Who saved which version when, the last first, and these fields of the app's own."""
        return list(self._of(code).values("number", "account", "at", *more)[:most])

    def drop(self, code: str) -> None:
        """Let a thing go with all its versions and texts."""
        with transaction.atomic(using=ALIAS):
            kept = [one for row in self._of(code) for one in (row.content, row.file)]
            self.texts._default_manager.filter(id__in=kept).delete()
            self._of(code).delete()
            self.things._default_manager.filter(code=code).delete()

    def _of(self, code: str) -> Any:
        return self.versions._default_manager.filter(**{self.of: code}).order_by("-number")

    def _add(
        self, code: str, number: int, content: Any, file: bytes | int, by: int, at: datetime,
        randomness: Randomness, more: dict[str, Any],
    ) -> None:  # fmt: skip
        said = texts.keep(self.texts, content, randomness)
        kept = file if isinstance(file, int) else texts.keep_file(self.texts, file, randomness)
        self.versions._default_manager.create(
            **{self.of: code}, number=number, account=by, at=at, content=said, file=kept, **more
        )


def _says(row: Any, standing: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in standing.items())
