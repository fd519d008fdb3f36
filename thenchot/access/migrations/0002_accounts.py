"""Accounts and what waits for a second person, in the personal database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("access", "0001_viewing_log"),)
    operations = (
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=32, unique=True)),
                ("person", models.BigIntegerField(null=True)),
                ("blocked", models.BooleanField(default=False)),
                ("one_time_until", models.DateTimeField(null=True)),
            ],
            options={"db_table": "access_account"},
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("code", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=32)),
                ("account", models.BigIntegerField()),
                ("asked_at", models.DateTimeField()),
                ("contents", models.TextField()),
            ],
            options={"db_table": "access_request"},
        ),
    )
