"""JSON as RFC 8259 has it, and no more of it than a form can hold; all else is told in Swedish, with its line."""

import pytest

from stegvis.schemas.json_text import MOST_BYTES, Unreadable, read_json


def told(data, **more):
    with pytest.raises(Unreadable) as caught:
        read_json(data, **more)
    return str(caught.value)


def test_one_value_in_utf_8_is_read_with_or_without_a_byte_order_mark():
    """A parser may ignore the mark rather than treat it as an error (RFC 8259, 8.1)."""
    written = ' {"namn": "Åsa", "tal": [1, 2.5, null, true]}\r\n'.encode()
    assert read_json(written) == read_json(b"\xef\xbb\xbf" + written) == {"namn": "Åsa", "tal": [1, 2.5, None, True]}


def test_a_key_stands_once_in_each_object():
    """Names within an object should be unique, or what is read cannot be foretold (RFC 8259, 4)."""
    assert told(b'{"a": {"b": 1, "c": 2, "b": 3}}') == 'Ta bort ett av svaren på "b". Frågan står två gånger i filen.'
    assert read_json(b'[{"a": {"a": 1}}, {"a": 2}]') == [{"a": {"a": 1}}, {"a": 2}]
    assert len(told(b'{"%s": 1, "%s": 2}' % (b"x" * 1000, b"x" * 1000))) < 150


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_named(word):
    """Such values are not permitted (RFC 8259, 6), though Python's own reader takes them."""
    assert told(f'{{"a": {word}}}'.encode()) == f"Ta bort {word} ur filen. Det är inget tal."


@pytest.mark.parametrize(
    ("data", "line"), [(b'{\n"a": 1,\n}', 3), (b'{"a": 1}\n{"b": 2}', 2), (b"{'a': 1}", 1), (b'{"a": "x\ny"}', 1)]
)
def test_what_is_broken_is_told_with_its_line_counted_from_where_the_part_begins(data, line):
    assert told(data) == f"Kontrollera filen. Den går inte att läsa som JSON, se rad {line}."
    assert told(data, first=10) == f"Kontrollera filen. Den går inte att läsa som JSON, se rad {line + 9}."


def test_letters_of_another_encoding_are_told_with_their_line():
    assert told('{\n"namn": "Åsa"}'.encode("latin-1")) == "Spara filen som UTF-8. Tecken på rad 2 går inte att läsa."
    assert "rad 8 " in told(b"\xff", first=8)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" \n\t", "Skriv svar i filen. Den är tom."),
        (b"[" * 100_000, "Förenkla filen. Svaren ligger för många nivåer in."),
        (b"9" * 10_000, "Korta talen i filen. Ett av dem är för långt."),
        (b" " * (MOST_BYTES + 1), "Välj en mindre fil. Den får vara högst 5 megabyte."),
    ],
    ids=["empty", "deep", "digits", "large"],
)
def test_what_would_take_the_reader_down_is_refused(data, words):
    assert told(data) == words


def test_the_largest_file_there_may_be_is_read():
    assert read_json(b" " * (MOST_BYTES - 1) + b"1") == 1
