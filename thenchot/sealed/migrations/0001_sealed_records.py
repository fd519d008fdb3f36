"""Sealed records, tags of numbers, the counter of changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Change",
            fields=[
                ("one", models.IntegerField(primary_key=True, serialize=False)),
                ("counter", models.BigIntegerField()),
                ("generation", models.IntegerField()),
            ],
            options={"db_table": "sealed_change"},
        ),
        migrations.CreateModel(
            name="Number",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "tag", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("tag", models.BinaryField(max_length=16)),
                ("generation", models.IntegerField()),
                ("person", models.BigIntegerField(db_index=True)),
            ],
            options={"db_table": "sealed_number"},
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                ("subject", models.BigIntegerField(primary_key=True, serialize=False)),
                ("purpose", models.CharField(max_length=16)),
                ("version", models.IntegerField()),
                ("generation", models.IntegerField()),
                ("blob", models.BinaryField()),
                ("change", models.BigIntegerField()),
                ("written_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "sealed_record",
                "indexes": [
                    models.Index(fields=["purpose", "change"], name="sealed_record_change"),
                    models.Index(fields=["generation"], name="sealed_record_generation"),
                ],
            },
        ),
        migrations.RunSQL(
            "INSERT INTO sealed_change (one, counter, generation) VALUES (1, 0, 0)",
            migrations.RunSQL.noop,
            hints={"database": "personal"},
        ),
    )
