"""Drafts, their versions, their sealed texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("code", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("organisation", models.BigIntegerField(db_index=True)),
                ("period", models.CharField(max_length=64)),
                ("line", models.CharField(blank=True, max_length=16)),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "drafts_draft"},
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("generation", models.IntegerField()),
                ("blob", models.BinaryField()),
            ],
            options={"db_table": "drafts_text"},
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
                ("draft", models.CharField(max_length=16)),
                ("number", models.IntegerField()),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("what", models.CharField(max_length=16)),
                ("state", models.CharField(max_length=16)),
                ("closing", models.CharField(blank=True, max_length=16)),
                ("content", models.BigIntegerField()),
                ("file", models.BigIntegerField()),
            ],
            options={
                "db_table": "drafts_version",
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "number"), name="drafts_version_number")
                ],
            },
        ),
    )
