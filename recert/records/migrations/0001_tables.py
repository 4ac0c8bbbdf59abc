"""The first tables."""

from __future__ import annotations

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import recert.records.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("entries", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="KeptMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("to", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("html", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("sent_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="OperatorKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("used_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RulesInForce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("credential", models.CharField(max_length=40)),
                ("edition", models.CharField(max_length=40)),
                ("rules", recert.records.fields.PackedDocumentField()),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name_plural": "rules in force",
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail address")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Español")],
                        default="en",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("time_zone", models.CharField(default="America/New_York", max_length=64, verbose_name="time zone")),
                ("is_operator", models.BooleanField(default=False)),
                ("transcript_revision", models.PositiveBigIntegerField(default=0, editable=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verb", models.CharField(max_length=40)),
                ("noun", models.CharField(max_length=40)),
                ("object_id", models.BigIntegerField(null=True)),
                ("before", recert.records.fields.DocumentField(null=True)),
                ("after", recert.records.fields.DocumentField(null=True)),
                ("at", models.DateTimeField()),
                ("salt", models.CharField(blank=True, max_length=32)),
                ("content_digest", models.CharField(max_length=64)),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="audit_entries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "audit entries",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Holding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("credential", models.CharField(max_length=40)),
                ("certified_on", models.DateField(null=True)),
                ("cycle_starts", models.DateField()),
                ("cycle_ends", models.DateField()),
                ("first_cycle", models.BooleanField(default=False)),
                ("closed_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holdings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ImportDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("content", models.BinaryField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="JobRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=300)),
                ("failed", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["name", "-started_at"], name="latest_run_of_job")],
            },
        ),
        migrations.CreateModel(
            name="RuleNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old_edition", models.CharField(max_length=40)),
                ("new_edition", models.CharField(max_length=40)),
                ("old_digest", models.CharField(max_length=64)),
                ("new_digest", models.CharField(max_length=64)),
                ("change", recert.records.fields.DocumentField()),
                ("noted_at", models.DateTimeField(auto_now_add=True)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "holding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rule_notices", to="records.holding"
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="StoredVerdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.CharField(max_length=40)),
                ("fingerprint", models.CharField(max_length=64)),
                ("cycle_starts", models.DateField()),
                ("cycle_ends", models.DateField()),
                ("first_cycle", models.BooleanField()),
                ("as_of", models.DateField()),
                ("holds_until", models.DateField(null=True)),
                ("document", recert.records.fields.PackedDocumentField()),
                ("transcript", recert.records.fields.PackedDocumentField()),
                ("is_current", models.BooleanField(default=True)),
                ("computed_at", models.DateTimeField()),
                ("shown_at", models.DateTimeField(null=True)),
                ("frozen_at", models.DateTimeField(null=True)),
                (
                    "holding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="records.holding"
                    ),
                ),
                (
                    "rules",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.rulesinforce"
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("earned_on", models.DateField()),
                ("title", models.CharField(blank=True, max_length=300)),
                ("provider", models.CharField(blank=True, max_length=300)),
                ("kind", models.CharField(default="course", max_length=20)),
                ("quantity", recert.records.fields.ExactField()),
                ("unit", models.CharField(max_length=20)),
                ("minutes", models.PositiveIntegerField(null=True)),
                ("category", models.CharField(blank=True, max_length=300)),
                ("approved_by", models.CharField(blank=True, max_length=200)),
                ("approval_number", models.CharField(blank=True, max_length=100)),
                ("certificate", models.CharField(blank=True, max_length=500)),
                ("relevant", models.BooleanField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "source",
                    models.CharField(
                        choices=[("typed", "typed"), ("imported", "imported")], default="typed", max_length=10
                    ),
                ),
                ("request_key", models.CharField(editable=False, max_length=64, null=True)),
                ("trashed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["person", "trashed_at", "earned_on"], name="activity_of_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "request_key"), name="one_activity_per_request"),
                    models.CheckConstraint(condition=models.Q(("quantity__gte", 0)), name="a_quantity_is_zero_or_more"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="holding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("person", "credential"),
                name="one_open_cycle_per_credential",
            ),
        ),
        migrations.AddConstraint(
            model_name="holding",
            constraint=models.CheckConstraint(
                condition=models.Q(("cycle_starts__lte", models.F("cycle_ends"))), name="a_cycle_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="rulenotice",
            constraint=models.UniqueConstraint(
                fields=("holding", "old_digest", "new_digest"), name="one_notice_per_rule_change"
            ),
        ),
        migrations.AddConstraint(
            model_name="storedverdict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_current", True)), fields=("holding",), name="one_current_verdict"
            ),
        ),
    ]
