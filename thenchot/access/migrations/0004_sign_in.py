"""Failed sign-ins, the end of sessions, who hands over a new password."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("access", "0003_log_checkpoints"),)
    operations = (
        migrations.AddField("Account", "sessions_end_at", models.DateTimeField(null=True)),
        migrations.AddField("Account", "reset_by", models.BigIntegerField(null=True)),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("account", models.BigIntegerField(db_index=True)),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "access_attempt"},
        ),
    )
