"""The forms of this installation as they are now, and as they were when a document was begun."""

import pytest
from support.hosts import mounted
from werkzeug.exceptions import NotFound

from stegvis.forms import load_form
from stegvis.plugin.errors import FormUnavailable
from stegvis.plugin.installation import catalogue

BROKEN = 'form = "samtycke"\n[questions.syfte]\nrequired = false\n'
"""It loosens what the law asks for."""


@pytest.fixture
def here(tmp_path):
    """The folder of the municipality's own files, while a request is answered."""
    app = mounted(tmp_path)
    with app.test_request_context():
        folder = app.extensions["stegvis"].folder / "forms"
        folder.mkdir(parents=True)
        yield folder


def test_there_is_no_form_nor_programme_by_a_name_that_nobody_gave(here):
    for asked in (catalogue.form_now, catalogue.programme_now):
        with pytest.raises(NotFound):
            asked("finns-inte")
    assert catalogue.title_of("finns-inte") == "finns-inte"
    assert {form.id for form in catalogue.forms_now()} >= {"samtycke", "praktikavtal"}
    assert "kraft" in {programme.id for programme in catalogue.programmes_now()}


def test_a_mistake_makes_that_form_unavailable_under_its_title_and_is_logged_once(here, caplog):
    (here / "samtycke.toml").write_text(BROKEN, "utf-8")
    for _ in range(2):
        with pytest.raises(FormUnavailable) as told:
            catalogue.form_now("samtycke")
    assert told.value.title == catalogue.title_of("samtycke") == load_form("samtycke").title
    assert len([one for one in caplog.records if one.name == "stegvis"]) == 1
    assert "samtycke" not in {form.id for form in catalogue.forms_now()}


def test_mended_and_broken_again_it_is_logged_again(here, caplog):
    file = here / "samtycke.toml"
    for _ in range(2):
        file.write_text(BROKEN, "utf-8")
        assert [one.id for one in catalogue.broken_now()] == ["samtycke"]
        file.unlink()
        assert catalogue.broken_now() == ()
    assert len([one for one in caplog.records if one.name == "stegvis"]) == 2


def test_a_document_keeps_the_form_it_was_begun_with(office):
    form = load_form("samtycke")
    with office.app.test_request_context():
        office.store.put_definition(form.sha256, form.snapshot())
        then = catalogue.form_then(form.sha256)
        assert (then.id, then.sha256, list(then.questions)) == ("samtycke", form.sha256, list(form.questions))
