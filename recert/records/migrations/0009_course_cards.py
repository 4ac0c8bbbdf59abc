"""Courses are searched by narrow cards: one index over their words and facts, on either database."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import recert.records.fields

OLD_INDEX = {
    "sqlite": ["DROP TABLE records_course_search"],
    "postgresql": ["ALTER TABLE records_course DROP COLUMN search"],
}
COLUMNS = ("title", "words", "facts")
OLD, NEW = (", ".join(f"{row}.{name}" for name in ("number", *COLUMNS)) for row in ("old", "new"))
FORGET = (
    f"INSERT INTO records_course_search (records_course_search, rowid, {', '.join(COLUMNS)}) VALUES ('delete', {OLD});"  # noqa: S608 -- names of our own
)
LEARN = f"INSERT INTO records_course_search (rowid, {', '.join(COLUMNS)}) VALUES ({NEW});"  # noqa: S608 -- names of our own
INDEX = {
    "sqlite": [
        f"""CREATE VIRTUAL TABLE records_course_search USING fts5(
            {', '.join(COLUMNS)}, content='records_coursecard', content_rowid='number',
            tokenize='unicode61', prefix='2 3', detail=column)""",
        f"CREATE TRIGGER course_card_made AFTER INSERT ON records_coursecard BEGIN {LEARN} END",
        f"CREATE TRIGGER course_card_gone AFTER DELETE ON records_coursecard BEGIN {FORGET} END",
        f"CREATE TRIGGER course_card_changed AFTER UPDATE ON records_coursecard BEGIN {FORGET} {LEARN} END",
    ],
    "postgresql": [
        """ALTER TABLE records_coursecard ADD COLUMN search tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', words), 'B')
            || setweight(to_tsvector('simple', facts), 'C')) STORED""",
        "CREATE INDEX course_search ON records_coursecard USING gin (search)",
    ],
}


def drop_old_index(_apps: Any, schema_editor: Any) -> None:
    for statement in OLD_INDEX[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def make_index(_apps: Any, schema_editor: Any) -> None:
    for statement in INDEX[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def load_again(apps: Any, _schema_editor: Any) -> None:
    """The carried courses have no cards yet: at the next start they are loaded anew."""
    apps.get_model("records", "FeedLoad").objects.filter(name="curated").delete()


class Migration(migrations.Migration):
    dependencies = [("records", "0008_leads")]
    operations = [
        migrations.RunPython(drop_old_index),
        migrations.RemoveIndex(model_name="course", name="course_on_the_map"),
        migrations.RemoveField(model_name="course", name="words"),
        migrations.AddField(model_name="course", name="feed", field=models.CharField(default="curated", max_length=40)),
        migrations.AddField(model_name="course", name="starts_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="course", name="ends_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="course", name="language", field=models.CharField(blank=True, default="", max_length=10), preserve_default=False
        ),
        migrations.AddField(
            model_name="course", name="specialties", field=models.CharField(blank=True, default="", max_length=200), preserve_default=False
        ),
        migrations.AddIndex(model_name="course", index=models.Index(fields=["feed"], name="course_of_feed")),
        migrations.CreateModel(
            name="CreditKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("quantity", recert.records.fields.ExactField()),
                ("unit", models.CharField(max_length=20)),
                ("category", models.CharField(blank=True, max_length=100)),
                ("suggested", models.CharField(blank=True, max_length=200)),
                ("approved_by", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "quantity", "unit", "category", "suggested", "approved_by"), name="credit_kind_once"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="UsualFee",
            fields=[
                ("unit", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("known", models.PositiveIntegerField()),
                ("cents", models.PositiveIntegerField()),
                ("amount", recert.records.fields.ExactField()),
            ],
        ),
        migrations.CreateModel(
            name="CourseCard",
            fields=[
                ("lat", models.IntegerField(null=True)),
                ("lon", models.IntegerField(null=True)),
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("price", models.PositiveIntegerField(null=True)),
                ("hours", recert.records.fields.ExactField(null=True)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("x", models.IntegerField(null=True)),
                ("y", models.IntegerField(null=True)),
                ("z", models.IntegerField(null=True)),
                ("title", models.TextField()),
                ("words", models.TextField(blank=True)),
                ("facts", models.TextField()),
                ("course", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="card", to="records.course")),
                ("credit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="cards", to="records.creditkind")),
            ],
            options={"ordering": ("number",)},
        ),
        migrations.RunPython(make_index),
        migrations.RunPython(load_again),
    ]
