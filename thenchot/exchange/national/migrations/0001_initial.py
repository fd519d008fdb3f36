"""Uploads for a day, what an office taught, the reconciliation list."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Identity",
            fields=[
                ("tag", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("person", models.BigIntegerField(db_index=True)),
            ],
            options={
                "db_table": "national_identity",
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "upload", "name", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("upload", models.CharField(max_length=16)),
                ("name", models.CharField(max_length=16)),
                ("generation", models.IntegerField()),
                ("blob", models.BinaryField()),
            ],
            options={
                "db_table": "national_part",
            },
        ),
        migrations.CreateModel(
            name="Remembered",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office",
                        "sort",
                        "digest",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("office", models.BigIntegerField()),
                ("sort", models.CharField(max_length=16)),
                ("digest", models.CharField(max_length=64)),
                ("value", models.CharField(max_length=32)),
            ],
            options={
                "db_table": "national_remembered",
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("code", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("office", models.BigIntegerField()),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("agreed", models.CharField(default="", max_length=64)),
                ("act_set", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "national_upload",
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("code", models.BigIntegerField(db_column="id", primary_key=True, serialize=False)),
                ("office", models.BigIntegerField()),
                ("sort", models.CharField(max_length=16)),
                ("column", models.CharField(default="", max_length=32)),
                ("person", models.BigIntegerField(db_index=True, null=True)),
                ("cell", models.BigIntegerField(null=True)),
                ("place", models.IntegerField()),
                ("state", models.CharField(max_length=16)),
                ("mender", models.CharField(default="", max_length=16)),
                ("until", models.DateField(null=True)),
                ("reason", models.CharField(default="", max_length=16)),
                ("since", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("generation", models.IntegerField()),
                ("blob", models.BinaryField()),
            ],
            options={
                "db_table": "national_line",
                "indexes": [models.Index(fields=["office", "state", "place"], name="national_line_list")],
            },
        ),
    ]
