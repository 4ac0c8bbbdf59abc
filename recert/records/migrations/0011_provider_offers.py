"""What a provider offers, as it was stated: for those of whom no course is listed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0010_feed_sources")]
    operations = [
        migrations.AddField(model_name="provider", name="offers", field=models.CharField(blank=True, default="", max_length=300)),
        migrations.AlterField(model_name="provider", name="offers", field=models.CharField(blank=True, max_length=300)),
    ]
