"""Plans: what a holder wishes, the plan they chose and its steps, courses of their own, and what was paid."""

from __future__ import annotations

import django.db.models.deletion
import recert.records.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0005_reminders'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChosenPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('goal', models.CharField(max_length=10)),
                ('wishes', recert.records.fields.DocumentField(default=dict)),
                ('document', recert.records.fields.PackedDocumentField()),
                ('basis', recert.records.fields.DocumentField()),
                ('chosen_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='OwnCourse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300)),
                ('provider', models.CharField(blank=True, max_length=300)),
                ('kind', models.CharField(default='course', max_length=20)),
                ('quantity', recert.records.fields.ExactField()),
                ('unit', models.CharField(max_length=20)),
                ('category', models.CharField(blank=True, max_length=300)),
                ('approved_by', models.CharField(blank=True, max_length=200)),
                ('price', models.PositiveIntegerField(null=True)),
                ('hours', recert.records.fields.ExactField(null=True)),
                ('format', models.CharField(blank=True, max_length=20)),
                ('ends_on', models.DateField(null=True)),
                ('zip', models.CharField(blank=True, max_length=5)),
                ('url', models.CharField(blank=True, max_length=500)),
                ('noted_on', models.DateField()),
                ('request_key', models.CharField(editable=False, max_length=64, null=True)),
                ('removed_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='Planning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wishes', recert.records.fields.DocumentField(default=dict)),
                ('choices', recert.records.fields.DocumentField(default=dict)),
                ('answer', recert.records.fields.PackedDocumentField(null=True)),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('computed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PlanShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PlanStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('offer', models.CharField(max_length=60)),
                ('do_by', models.DateField()),
                ('document', recert.records.fields.DocumentField()),
                ('done_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ('do_by', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Spending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paid', models.PositiveIntegerField()),
                ('noted_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='chosenplan',
            name='holding',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_plan', to='records.holding'),
        ),
        migrations.AddField(
            model_name='owncourse',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_courses', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='planning',
            name='holding',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='planning', to='records.holding'),
        ),
        migrations.AddField(
            model_name='planshare',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='records.chosenplan'),
        ),
        migrations.AddField(
            model_name='planstep',
            name='activity',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.activity'),
        ),
        migrations.AddField(
            model_name='planstep',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='records.chosenplan'),
        ),
        migrations.AddField(
            model_name='spending',
            name='activity',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='spending', to='records.activity'),
        ),
        migrations.AddConstraint(
            model_name='owncourse',
            constraint=models.UniqueConstraint(fields=('person', 'request_key'), name='one_own_course_per_request'),
        ),
        migrations.AddConstraint(
            model_name='planstep',
            constraint=models.UniqueConstraint(fields=('plan', 'offer'), name='an_offer_once_in_a_plan'),
        ),
    ]
