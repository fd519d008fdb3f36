"""An index from which the roll of a whole province on a past day is read without touching the table."""

from django.db import migrations, models

TRACKS = ("cell", "exempt", "guest", "residence", "standing", "temporary", "transit")


class Migration(migrations.Migration):
    dependencies = (("ledger", "0001_the_book"),)

    operations = (
        migrations.AddIndex(
            model_name="period",
            index=models.Index(
                fields=["track", "value", "since", "until", "subject"],
                name="period_who_where",
                condition=models.Q(track__in=TRACKS),
            ),
        ),
    )
