"""The Word file: what Word, LibreOffice, a screen reader and an archivist find in it."""

from support.samples import every_node
from support.word_files import reopened


def test_headings_are_headings():
    file = reopened(every_node())
    named = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs if paragraph.text}
    assert named["Alla slags block"] == "Title"
    assert named["Tabell och grupp"] == "Heading 1"
    assert named["Företrädare 1"] == "Heading 2"
    assert named["Behörighet"] == "Heading 3"
