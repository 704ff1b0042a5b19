"""The codec of button payloads: what is written is read again, fits 64 bytes, and nothing else is ever read."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.payloads import LIMIT_BYTES, Payload, read, write

PARTS = st.text(string.ascii_letters + string.digits + "_.-", min_size=1, max_size=20)


@given(PARTS, st.lists(PARTS, max_size=4))
def test_what_is_written_is_read_again(verb: str, args: list[str]) -> None:
    try:
        text = write(verb, *args)
    except ValueError:
        assert len(":".join(["v1", verb, *args])) > LIMIT_BYTES
        return
    assert read(text) == Payload(verb, tuple(args))
    assert len(text.encode()) <= LIMIT_BYTES


@given(st.text(max_size=100))
def test_reading_never_raises_and_reads_only_what_can_be_written(text: str) -> None:
    payload = read(text)
    if payload is not None:
        assert write(payload.verb, *payload.args) == text


@given(PARTS, st.text(min_size=1, max_size=10))
def test_a_part_outside_the_alphabet_is_refused(verb: str, part: str) -> None:
    if set(part) <= set(string.ascii_letters + string.digits + "_.-"):
        assert read(write(verb, part)) is not None
    else:
        with pytest.raises(ValueError, match="payload"):
            write(verb, part)
