"""Those who asked to leave, what they did elsewhere, and the addresses they mail certificates to."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import recert.records.fields


def mine(name, **options):
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE, related_name=name, to=settings.AUTH_USER_MODEL, **options
    )


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("records", "0006_plans")]
    operations = [
        migrations.CreateModel(
            name="Leaving",
            fields=[
                ("id", key()),
                ("asked_at", models.DateTimeField()),
                ("erase_at", models.DateTimeField(db_index=True)),
                ("person", mine("leaving")),
            ],
        ),
        migrations.CreateModel(
            name="EarlierTrail",
            fields=[
                ("id", key()),
                ("entries", recert.records.fields.PackedDocumentField()),
                ("brought_at", models.DateTimeField(auto_now_add=True)),
                ("person", mine("earlier_trail")),
            ],
        ),
        migrations.CreateModel(
            name="ImportAddress",
            fields=[
                ("id", key()),
                ("word", models.CharField(max_length=40, unique=True)),
                ("is_on", models.BooleanField(default=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("person", mine("import_address")),
            ],
        ),
    ]
