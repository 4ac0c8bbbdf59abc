"""Schools, their programs, state lists, and what was loaded of each."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import recert.records.fields


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedLoad",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("edition", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("loaded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Institution",
            fields=[
                ("lat", models.IntegerField(null=True)),
                ("lon", models.IntegerField(null=True)),
                ("unitid", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("city", models.CharField(max_length=100)),
                ("state", models.CharField(max_length=2)),
                ("zip", models.CharField(max_length=5)),
                ("county", models.CharField(blank=True, max_length=100)),
                ("url", models.CharField(blank=True, max_length=300)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("sector", models.CharField(blank=True, max_length=60)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("name", "unitid"),
                "indexes": [models.Index(fields=["lat", "lon"], name="institution_on_the_map")],
            },
        ),
        migrations.CreateModel(
            name="StateListing",
            fields=[
                ("lat", models.IntegerField(null=True)),
                ("lon", models.IntegerField(null=True)),
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("school", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(max_length=200)),
                ("cip", models.CharField(db_index=True, max_length=7)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("city", models.CharField(blank=True, max_length=100)),
                ("state", models.CharField(blank=True, max_length=2)),
                ("zip", models.CharField(blank=True, max_length=5)),
                ("url", models.CharField(blank=True, max_length=300)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("price", models.PositiveIntegerField()),
                ("clock_hours", models.PositiveIntegerField(null=True)),
                ("prepares_for", models.CharField(blank=True, max_length=200)),
                ("listed_on", models.DateField()),
                (
                    "institution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="state_listings",
                        to="records.institution",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Program",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cip", models.CharField(max_length=7)),
                ("cip_title", models.CharField(max_length=120)),
                ("award_code", models.PositiveSmallIntegerField()),
                ("award", models.CharField(max_length=80)),
                ("completions", recert.records.fields.DocumentField()),
                ("last_year", models.PositiveSmallIntegerField()),
                ("is_offered", models.BooleanField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="programs", to="records.institution"
                    ),
                ),
            ],
            options={
                "ordering": ("cip", "award_code"),
                "indexes": [models.Index(fields=["cip", "is_offered", "institution"], name="programs_of_a_field")],
                "constraints": [
                    models.UniqueConstraint(fields=("institution", "cip", "award_code"), name="one_program_per_award")
                ],
            },
        ),
    ]
