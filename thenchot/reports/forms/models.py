"""Tables of forms: whose, their versions, the files filled from them; what they say as ciphertext."""

from __future__ import annotations

from django.db import models

from thenchot.sealed import texts, versions


class Form(versions.Thing):
    """One form that an office uploaded. Its name, file and bindings lie in its versions."""

    class Meta:
        db_table = "forms_form"


class Version(versions.Version):
    """One saved binding of a form; its file is the workbook as it came."""

    form = models.CharField(max_length=16)
    bound = models.IntegerField()  # how many cells

    class Meta:
        db_table = "forms_version"
        constraints = (models.UniqueConstraint(fields=["form", "number"], name="forms_version_number"),)


class Filled(models.Model):
    """A form as it went out: for whom, of which period or closing, by whom; its bytes."""

    serial = models.CharField(max_length=16, primary_key=True)
    form = models.CharField(max_length=24, db_index=True)
    number = models.IntegerField()  # the version; 0 for a form of the house
    organisation = models.BigIntegerField(db_index=True)
    period = models.CharField(max_length=64)
    closing = models.CharField(max_length=16, blank=True)
    account = models.BigIntegerField()
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)  # SHA-256 of the file, as the viewing log names it
    file = models.BigIntegerField()

    class Meta:
        db_table = "forms_filled"


class Text(texts.Text):
    """A binding or a workbook."""

    class Meta:
        db_table = "forms_text"


TABLES: dict[str, type[models.Model]] = {"form": Form, "version": Version, "filled": Filled, "text": Text}
