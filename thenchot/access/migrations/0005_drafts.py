"""Forms half filled in, sealed, for a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("access", "0004_sign_in"),)
    operations = (
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "account", "form", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("account", models.BigIntegerField()),
                ("form", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("generation", models.IntegerField()),
                ("blob", models.BinaryField()),
            ],
            options={"db_table": "access_draft"},
        ),
    )
