"""Feeds an operator takes courses from, with a report of every reading; what publishers say to the six questions."""

import django.db.models.deletion
from django.db import migrations, models

import recert.records.fields


class Migration(migrations.Migration):
    dependencies = [("records", "0009_course_cards")]
    operations = [
        migrations.AddField(model_name="course", name="evidence", field=recert.records.fields.DocumentField(default=dict)),
        migrations.AddField(
            model_name="course", name="digest", field=models.CharField(blank=True, default="", max_length=16), preserve_default=False
        ),
        migrations.CreateModel(
            name="FeedSource",
            fields=[
                ("name", models.SlugField(max_length=30, primary_key=True, serialize=False)),
                ("format", models.CharField(max_length=20)),
                ("address", models.URLField(blank=True, max_length=500)),
                ("is_on", models.BooleanField(default=True)),
                ("every_hours", models.PositiveSmallIntegerField(default=24)),
                ("etag", models.CharField(blank=True, max_length=200)),
                ("last_modified", models.CharField(blank=True, max_length=200)),
                ("read_at", models.DateTimeField(null=True)),
            ],
            options={"ordering": ("name",)},
        ),
        migrations.CreateModel(
            name="FeedRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField()),
                ("new", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("same", models.PositiveIntegerField(default=0)),
                ("gone", models.PositiveIntegerField(default=0)),
                ("refused", recert.records.fields.DocumentField(default=list)),
                ("refused_count", models.PositiveIntegerField(default=0)),
                ("trouble", models.TextField(blank=True)),
                ("source", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="records.feedsource")),
            ],
            options={"ordering": ("-id",)},
        ),
    ]
