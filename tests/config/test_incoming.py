"""IMPORT_MAIL says where to take mail in, or what is wrong with it."""

from __future__ import annotations

import pytest

from recert.config.incoming import ImportMailWrong, Incoming, incoming_from


def test_nothing_set_takes_nothing_in() -> None:
    assert incoming_from(None) is incoming_from("") is None


def test_a_place_to_listen_and_a_domain() -> None:
    assert incoming_from("smtp://[::1]:2525?domain=In.Example.org") == Incoming("::1", 2525, "in.example.org")
    assert incoming_from("smtp://10.0.0.1?domain=in.example.org") == Incoming("10.0.0.1", 25, "in.example.org")


@pytest.mark.parametrize(
    "value",
    ["2525", "http://a?domain=b", "smtp://a:2525", "smtp://?domain=b", "smtp://a:x?domain=b", "smtp://a?domain=a@b"],
)
def test_what_is_wrong_is_said_with_an_example(value: str) -> None:
    with pytest.raises(ImportMailWrong, match=r"certificates\.example\.org"):
        incoming_from(value)
