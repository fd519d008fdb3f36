"""The viewing log and its guards, in a database of its own."""

from django.db import migrations, models

from thenchot.access.viewing_guards import put_guards


def guard(apps, schema_editor):
    put_guards(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Viewing",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("head", models.TextField()),
                ("at", models.CharField(db_index=True, max_length=24)),
                ("organisation", models.BigIntegerField()),
                ("door", models.CharField(max_length=16)),
                ("until", models.BigIntegerField(null=True)),
            ],
            options={"db_table": "access_viewing"},
        ),
        migrations.CreateModel(
            name="Viewed",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("salt", models.BinaryField(max_length=16)),
                ("facts", models.TextField()),
                ("account", models.BigIntegerField()),
                ("at", models.CharField(max_length=24)),
            ],
            options={
                "db_table": "access_viewed",
                "indexes": [models.Index(fields=["account", "at"], name="access_viewed_account")],
            },
        ),
        migrations.RunPython(guard, migrations.RunPython.noop, hints={"database": "log"}),
    )
