"""What a person says of rows of a file that lack a day, an amount or a unit."""

from django.db import migrations

from recert.records.fields import DocumentField


class Migration(migrations.Migration):
    dependencies = [("records", "0011_provider_offers")]
    operations = [
        migrations.AddField(model_name="importdraft", name="repairs", field=DocumentField(default=dict)),
    ]
