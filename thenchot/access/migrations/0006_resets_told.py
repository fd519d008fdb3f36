"""Resets of accounts, told to the auditor until he marks them seen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("access", "0005_drafts"),)
    operations = (
        migrations.CreateModel(
            name="ResetAsked",
            fields=[
                ("request", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("account", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "access_reset_asked"},
        ),
        migrations.CreateModel(
            name="ResetSeen",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "auditor", "request", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("auditor", models.BigIntegerField()),
                ("request", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "access_reset_seen"},
        ),
    )
