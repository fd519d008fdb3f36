"""Signed checkpoints of the viewing log, and their guards."""

from django.db import migrations, models

from thenchot.access.viewing_guards import put_guards


def guard(apps, schema_editor):
    put_guards(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = (("access", "0002_accounts"),)
    operations = (
        migrations.CreateModel(
            name="LogCheckpoint",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("root", models.CharField(max_length=64)),
                ("made_at", models.CharField(max_length=24)),
                ("occasion", models.CharField(max_length=16)),
                ("book", models.BigIntegerField()),
                ("frontier", models.TextField()),
                ("note", models.TextField()),
            ],
            options={"db_table": "access_log_checkpoint"},
        ),
        migrations.RunPython(guard, migrations.RunPython.noop, hints={"database": "log"}),
    )
