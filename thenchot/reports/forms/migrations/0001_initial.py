"""Forms, their versions, what was filled from them, their sealed texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = (
        migrations.CreateModel(
            name="Filled",
            fields=[
                ("serial", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("form", models.CharField(db_index=True, max_length=24)),
                ("number", models.IntegerField()),
                ("organisation", models.BigIntegerField(db_index=True)),
                ("period", models.CharField(max_length=64)),
                ("closing", models.CharField(blank=True, max_length=16)),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("digest", models.CharField(max_length=64)),
                ("file", models.BigIntegerField()),
            ],
            options={
                "db_table": "forms_filled",
            },
        ),
        migrations.CreateModel(
            name="Form",
            fields=[
                ("code", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("organisation", models.BigIntegerField(db_index=True)),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "forms_form",
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("generation", models.IntegerField()),
                ("blob", models.BinaryField()),
            ],
            options={
                "db_table": "forms_text",
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(max_length=16)),
                ("number", models.IntegerField()),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("bound", models.IntegerField()),
                ("content", models.BigIntegerField()),
                ("file", models.BigIntegerField()),
            ],
            options={
                "db_table": "forms_version",
                "constraints": [
                    models.UniqueConstraint(fields=("form", "number"), name="forms_version_number")
                ],
            },
        ),
    )
