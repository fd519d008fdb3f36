"""Tables of forms: whose, their versions, the files filled from them; what they say as ciphertext."""

from __future__ import annotations

from django.db import models


class Form(models.Model):
    """One form that an office uploaded. Its name, file and bindings lie in its versions."""

    code = models.CharField(max_length=16, primary_key=True)
    organisation = models.BigIntegerField(db_index=True)
    account = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "forms_form"


class Version(models.Model):
    """One saved binding of a form. Versions are added, never changed; the last one counts."""

    form = models.CharField(max_length=16)
    number = models.IntegerField()
    account = models.BigIntegerField()
    at = models.DateTimeField()
    bound = models.IntegerField()  # how many cells
    content = models.BigIntegerField()  # name and bindings, by their id in forms_text
    file = models.BigIntegerField()  # the workbook as it came

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


class Text(models.Model):
    """Sealed bytes: a binding or a workbook. Rotation seals them anew."""

    id = models.BigIntegerField(primary_key=True)
    generation = models.IntegerField()
    blob = models.BinaryField()

    class Meta:
        db_table = "forms_text"
