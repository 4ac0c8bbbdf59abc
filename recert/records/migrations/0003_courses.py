"""Courses, their providers, and an index of their words on either database."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import recert.records.fields
from django.db import migrations, models


ON_SQLITE = [
    "CREATE VIRTUAL TABLE records_course_search USING fts5(course_id UNINDEXED, words, tokenize='unicode61', prefix='2 3')",
]
ON_POSTGRESQL = [
    "ALTER TABLE records_course ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX course_search ON records_course USING gin (search)",
]


def make_index(_apps: Any, schema_editor: Any) -> None:
    for statement in ON_SQLITE if schema_editor.connection.vendor == "sqlite" else ON_POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE records_course_search")
    else:
        schema_editor.execute("ALTER TABLE records_course DROP COLUMN search")


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0002_programs'),
    ]

    operations = [
        migrations.CreateModel(
            name='CourseWord',
            fields=[
                ('word', models.CharField(max_length=60, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('url', models.CharField(blank=True, max_length=300)),
                ('kind', models.CharField(blank=True, max_length=60)),
                ('cost_stated', models.CharField(blank=True, max_length=200)),
                ('relation', models.CharField(blank=True, max_length=300)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('checked_on', models.DateField()),
            ],
            options={
                'ordering': ('name', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('lat', models.IntegerField(null=True)),
                ('lon', models.IntegerField(null=True)),
                ('id', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('record_type', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=300)),
                ('provider_name', models.CharField(max_length=200)),
                ('url', models.CharField(blank=True, max_length=500)),
                ('is_own_page', models.BooleanField(default=False)),
                ('delivery', models.CharField(blank=True, max_length=100)),
                ('format', models.CharField(blank=True, max_length=20)),
                ('hours', recert.records.fields.ExactField(null=True)),
                ('credit_stated', models.CharField(blank=True, max_length=200)),
                ('kind', models.CharField(default='course', max_length=20)),
                ('quantity', recert.records.fields.ExactField(null=True)),
                ('unit', models.CharField(blank=True, max_length=20)),
                ('approved_by', models.CharField(blank=True, max_length=200)),
                ('approval_number', models.CharField(blank=True, max_length=200)),
                ('category', models.CharField(blank=True, max_length=100)),
                ('suggested', models.CharField(blank=True, max_length=200)),
                ('price', models.PositiveIntegerField(null=True)),
                ('price_stated', models.CharField(blank=True, max_length=200)),
                ('released', models.CharField(blank=True, max_length=30)),
                ('expires', models.CharField(blank=True, max_length=30)),
                ('held', models.CharField(blank=True, max_length=40)),
                ('has_ended', models.BooleanField(default=False)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('city', models.CharField(blank=True, max_length=100)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip', models.CharField(blank=True, max_length=5)),
                ('audience', models.CharField(blank=True, max_length=300)),
                ('topic', models.CharField(blank=True, max_length=60)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('checked_on', models.DateField()),
                ('words', models.TextField(blank=True)),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='courses', to='records.provider')),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['lat', 'lon'], name='course_on_the_map')],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
