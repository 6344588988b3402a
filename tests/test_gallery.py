"""docs/gallery shows every form as it looks now."""

import gallery
import pytest

from stegvis.forms import list_forms


def test_every_form_has_an_example_to_be_shown_with():
    assert [form.id for form in gallery.pictured()] == [form.id for form in list_forms()]


def test_the_page_names_each_picture():
    assert gallery.PAGE.read_text("utf-8") == gallery.text(), "run: python tests/gallery.py"


@pytest.mark.pdf
@pytest.mark.parametrize("form", gallery.pictured(), ids=lambda form: form.id)
def test_the_picture_is_of_the_form_as_it_is(form):
    """Printers of pages differ by a shade at the edges of letters; a moved line differs by more."""
    assert gallery.difference(form) < 3, "run: python tests/gallery.py"
