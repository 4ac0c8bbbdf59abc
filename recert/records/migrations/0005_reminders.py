"""Reminders, the letters that carry them, and what calendar feeds said last."""

from __future__ import annotations

import django.db.models.deletion
import recert.records.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0004_certificates'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('message_id', models.CharField(max_length=200)),
                ('to', models.EmailField(max_length=254)),
                ('reply_to', models.EmailField(blank=True, max_length=254)),
                ('subject', models.CharField(max_length=300)),
                ('text', models.TextField()),
                ('html', models.TextField(blank=True)),
                ('headers', recert.records.fields.DocumentField(default=dict)),
                ('written_at', models.DateTimeField()),
                ('next_try_at', models.DateTimeField()),
                ('lease_until', models.DateTimeField(null=True)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('handed_at', models.DateTimeField(null=True)),
                ('refused_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('trouble', models.CharField(blank=True, max_length=300)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='letters', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200)),
                ('series', models.CharField(blank=True, max_length=200)),
                ('kind', models.CharField(max_length=30)),
                ('due_on', models.DateField()),
                ('wording', models.TextField()),
                ('values', recert.records.fields.DocumentField()),
                ('more', recert.records.fields.DocumentField(default=list)),
                ('link', models.CharField(blank=True, max_length=300)),
                ('planned_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reminders', to='records.letter')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-due_on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='ReminderWishes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_email', models.BooleanField(default=True)),
                ('in_app', models.BooleanField(default=True)),
                ('by_calendar', models.BooleanField(default=True)),
                ('unwanted', recert.records.fields.DocumentField(default=list)),
                ('stopped', recert.records.fields.DocumentField(default=list)),
                ('quiet_from', models.PositiveSmallIntegerField(default=21)),
                ('quiet_until', models.PositiveSmallIntegerField(default=8)),
                ('calendar_link', models.PositiveIntegerField(default=1)),
                ('refused_address', models.EmailField(blank=True, max_length=254)),
                ('planned_on', models.DateField(null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reminder_wishes', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='CalendarEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('stamped_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_entries', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'uid'), name='one_calendar_entry_per_uid')],
            },
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['handed_at', 'refused_at', 'withdrawn_at', 'next_try_at'], name='letters_out'),
        ),
        migrations.AddIndex(
            model_name='reminder',
            index=models.Index(fields=['person', 'withdrawn_at', 'letter'], name='reminders_to_tell'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('person', 'key'), name='one_reminder_per_occasion'),
        ),
    ]
