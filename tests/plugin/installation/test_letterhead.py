"""The municipality's own letterheads: found beside the forms, read anew when they change, replaced by ours when
broken. The neutral name of the unit is neutral, or nothing starts: an employer reads it.
"""

import os
from dataclasses import replace

import pytest
from click.testing import CliRunner
from support.hosts import mounted
from support.word_letterheads import letterhead

from stegvis.forms import Letterhead
from stegvis.plugin import SetupError
from stegvis.plugin.cli import main
from stegvis.plugin.documents.kept_letterheads import kept_letterhead, to_keep
from stegvis.plugin.installation.letterhead import NEUTRAL, OWN


@pytest.fixture
def app(tmp_path):
    app = mounted(tmp_path, config={"STEGVIS_NAMND": "Socialnämnden"})
    app.extensions["stegvis"].folder.mkdir(parents=True, exist_ok=True)
    return app


def put(app, name, data):
    path = app.extensions["stegvis"].folder / name
    path.write_bytes(data)
    os.utime(path, ns=(len(data), len(data)))


def test_they_are_used_as_soon_as_they_are_there(app):
    state = app.extensions["stegvis"]
    assert (state.letterhead.word, state.letterhead.word_neutral) == (b"", b"")
    put(app, OWN, letterhead())
    put(app, NEUTRAL, letterhead("Lillköping"))
    assert state.letterhead.word == letterhead() and state.letterhead.word_neutral == letterhead("Lillköping")
    assert state.letterhead_problems == ()


def test_a_broken_one_is_told_of_once_and_ours_is_used(app, caplog):
    state = app.extensions["stegvis"]
    put(app, OWN, b"inget")
    assert state.letterhead.word == b"" == state.letterhead.word
    assert len(caplog.records) == 1 and f"{OWN}: Filen är inget Word-dokument" in caplog.text


@pytest.mark.parametrize("words", ["Socialnämnden i Lillköping", "Enheten för missbruksvård"])
def test_a_neutral_one_that_tells_an_employer_too_much_is_not_used(app, words):
    state = app.extensions["stegvis"]
    put(app, NEUTRAL, letterhead(words))
    assert state.letterhead.word_neutral == b""
    assert "berättar för mycket" in state.letterhead_problems[0]


def test_a_document_keeps_the_one_it_was_saved_under(office):
    state = office.app.extensions["stegvis"]
    put(office.app, OWN, letterhead())
    with office.app.app_context():
        then = state.letterhead
        state.store.put_definition(*to_keep(then))
        put(office.app, OWN, letterhead("Lillköping"))
        assert then.word and kept_letterhead(to_keep(then)[0]) == then != state.letterhead


def test_the_health_page_says_that_one_is_broken(office):
    put(office.app, OWN, b"inget")
    answer = office.app.test_client().get("/stegvis/halsa")
    assert (answer.status_code, answer.json) == (200, {"status": "limited", "database": "ok", "letterhead": "broken"})
    put(office.app, OWN, letterhead())
    assert office.app.test_client().get("/stegvis/halsa").json == {"status": "ok", "database": "ok"}


@pytest.fixture
def check(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(data, *more):
        (tmp_path / "mall.docx").write_bytes(data)
        done = CliRunner().invoke(main, ["forms", "check-template", "mall.docx", *more])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


class TestCheckTemplate:
    def test_a_good_one(self, check, tmp_path):
        code, says = check(letterhead(), "--preview", "prov.docx")
        assert code == 0 and "Brevhuvudet kan användas." in says
        assert (tmp_path / "prov.docx").read_bytes().startswith(b"PK")

    def test_something_to_mend(self, check):
        code, says = check(letterhead(header=""))
        assert code == 1 and "rätta: Skriv i sidhuvudet" in says

    def test_one_that_tells_an_employer_too_much(self, check, tmp_path):
        code, says = check(letterhead("Missbruksvården"), "--neutral", "--preview", "prov.docx")
        assert code == 1 and "används inte: Ta bort ”Missbruk" in says
        assert not (tmp_path / "prov.docx").exists()

    def test_what_cannot_be_read(self, check):
        assert check(b"hej")[0] == 2
        done = CliRunner().invoke(main, ["forms", "check-template", "finns-inte.docx"])
        assert done.exit_code == 2 and "finns-inte.docx" in done.output

    def test_its_help_is_swedish_and_forms_still_takes_a_form(self, check):
        assert "brevhuvud" in CliRunner().invoke(main, ["forms", "check-template", "--help"]).output
        assert "check-template" in CliRunner().invoke(main, ["forms", "--help"]).output
        assert CliRunner().invoke(main, ["forms", "samtycke"]).exit_code == 0
        assert CliRunner().invoke(main, ["forms", "--json", "samtycke"]).output.startswith("{")
        assert CliRunner().invoke(main, ["forms", "finns-inte"]).exit_code == 2


def test_a_unit_name_that_tells_the_reason_is_refused(tmp_path):
    app = mounted(tmp_path, config={"STEGVIS_ANORDNARE": "Försörjningsstöd och missbruksvård"})
    with pytest.raises(SetupError, match="Choose another neutral name"):
        _ = app.extensions["stegvis"].letterhead


def test_so_is_a_hosts_own_letterhead(tmp_path):
    state = mounted(tmp_path).extensions["stegvis"]
    with pytest.raises(SetupError, match="missbruks"):
        _ = replace(state, own_letterhead=Letterhead(anordnare="Enheten för missbruksvård")).letterhead
