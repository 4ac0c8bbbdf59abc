"""Whatever arrives, a field is read or refused in a sentence; nothing else can happen, and what is read can be kept."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from recert.actions.read_fields import FIELDS, FieldRefused, described, read_fields
from recert.records.fields import canonical, ten_thousandths
from recert.rules.transcript import category_text, parse_category

STATED = {"earned_on": "2025-06-11", "quantity": "3", "unit": "cme"}
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.decimals(), st.dates(), st.datetimes(), st.binary(),
    st.lists(st.text(), max_size=3),
)  # fmt: skip
CATEGORIES = st.text(alphabet="abc=;|.0123456789 -", max_size=20)


@given(st.sampled_from(FIELDS), ANYTHING)
@example("quantity", "1e999999999")
@example("quantity", "-0")
@example("minutes", "²")
@example("minutes", "9" * 5000)
@example("approved_by", 7)
@example("category", "a=1e999999999;b=1")
@example("category", "a=NaN")
def test_any_value_is_read_or_refused(field: str, value: Any) -> None:
    with suppress(FieldRefused):
        fields = read_fields({**STATED, field: value})
        assert set(fields) == set(FIELDS)
        assert ten_thousandths(fields["quantity"]) >= 0
        assert canonical(described(fields))


@given(CATEGORIES)
def test_a_category_that_is_kept_can_be_read_again(text: str) -> None:
    try:
        kept = read_fields({**STATED, "category": text})["category"]
    except FieldRefused:
        return
    assert parse_category(category_text(parse_category(kept))) == parse_category(kept)


@given(
    st.fixed_dictionaries({"quantity": st.decimals(0, 100, places=4), "relevant": st.sampled_from([True, False, None])})
)
def test_reading_twice_is_reading_once(stated: dict[str, Any]) -> None:
    once = read_fields({**STATED, **stated})
    assert read_fields(once) == once
