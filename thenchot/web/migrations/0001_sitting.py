"""Which session is an account's: since when, last seen when, locked or not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("account", models.BigIntegerField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=64)),
                ("began_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("device", models.CharField(max_length=8)),
                ("locked", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "web_sitting",
            },
        ),
    ]
