"""Applications, those who asked to leave, what they did elsewhere, and the addresses they mail certificates to."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import recert.records.fields


def mine(name: str) -> models.OneToOneField:
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE, related_name=name, to=settings.AUTH_USER_MODEL
    )


def key() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def choice(*names: str, **options: Any) -> models.CharField:
    return models.CharField(choices=[(name, name) for name in names], max_length=10, **options)


WAYS = ("", "online", "mail", "email", "telephone", "exam")
STATES = ("preparing", "sent", "asked", "accepted", "returned", "dropped")
UNDER_WAY = models.Q(("state__in", ("preparing", "sent", "asked")))


def belongs(to: str, name: str, **options: Any) -> models.ForeignKey:
    return models.ForeignKey(related_name=name, to=f"records.{to}", **options)


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
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", key()),
                ("way", choice(*WAYS, blank=True)),
                ("state", choice(*STATES, default="preparing")),
                ("sent_on", models.DateField(null=True)),
                ("expected_by", models.DateField(null=True)),
                ("answer_by", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("holding", belongs("holding", "applications", on_delete=django.db.models.deletion.CASCADE)),
                ("packet", belongs("storedfile", "applications", on_delete=django.db.models.deletion.PROTECT, null=True)),
            ],
            options={"ordering": ("id",)},
        ),
        migrations.CreateModel(
            name="ApplicationStep",
            fields=[
                ("id", key()),
                ("state", choice(*STATES)),
                ("on", models.DateField()),
                ("words", models.TextField(blank=True)),
                ("noted_at", models.DateTimeField(auto_now_add=True)),
                ("application", belongs("application", "steps", on_delete=django.db.models.deletion.CASCADE)),
            ],
            options={"ordering": ("id",)},
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=UNDER_WAY, fields=("holding",), name="one_application_under_way"
            ),
        ),
    ]
