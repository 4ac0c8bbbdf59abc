"""Certificates, the files they lie in, and what was read from them."""

from __future__ import annotations

import django.db.models.deletion
import recert.records.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0003_courses'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('size', models.PositiveBigIntegerField()),
                ('media_type', models.CharField(max_length=60)),
                ('stored_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.AlterField(
            model_name='activity',
            name='source',
            field=models.CharField(choices=[('typed', 'typed'), ('imported', 'imported'), ('paper', 'paper')], default='typed', max_length=10),
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('came_by', models.CharField(choices=[('uploaded', 'uploaded'), ('mailed', 'mailed'), ('imported', 'imported')], default='uploaded', max_length=10)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('reading', 'reading'), ('read', 'read'), ('unreadable', 'unreadable')], default='waiting', max_length=10)),
                ('pages', models.PositiveIntegerField(null=True)),
                ('trouble', recert.records.fields.DocumentField(null=True)),
                ('warnings', recert.records.fields.DocumentField(default=list)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('tried_at', models.DateTimeField(null=True)),
                ('request_key', models.CharField(editable=False, max_length=64, null=True)),
                ('received_at', models.DateTimeField()),
                ('trashed_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='certificates', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='records.storedfile')),
            ],
            options={
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('first_page', models.PositiveIntegerField(default=1)),
                ('last_page', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(default='course', max_length=20)),
                ('fields', recert.records.fields.DocumentField(default=dict)),
                ('questions', recert.records.fields.DocumentField(default=list)),
                ('text', models.TextField(blank=True)),
                ('issuer_checked', models.BooleanField(default=False)),
                ('outcome', models.CharField(blank=True, choices=[('', ''), ('confirmed', 'confirmed'), ('set_aside', 'set_aside')], max_length=10)),
                ('settled_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('activity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proofs', to='records.activity')),
                ('certificate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='records.certificate')),
            ],
            options={
                'ordering': ('certificate', 'position'),
                'constraints': [models.UniqueConstraint(fields=('certificate', 'position'), name='one_draft_to_a_place'), models.CheckConstraint(condition=models.Q(('outcome__in', ('', 'confirmed', 'set_aside'))), name='a_draft_has_a_known_outcome')],
            },
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(fields=['person', 'trashed_at', 'state'], name='certificate_of_person'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(fields=['state', 'tried_at'], name='certificate_to_read'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('person', 'request_key'), name='one_certificate_per_request'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'reading', 'read', 'unreadable'))), name='a_certificate_has_a_known_state'),
        ),
    ]
