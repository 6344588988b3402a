"""A mistake in one file of the municipality's stops the form it is about, is told, and stops no other form."""

import pytest

from stegvis.forms import FormFileError, UnknownForm, broken_forms, list_forms, load_form

EVERY = list_forms()
SAMTYCKE = "Samtycke till att häva sekretess"


def ids(folder):
    return [form.id for form in list_forms(folder)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('form = "samtycke"\n[questions.syfte]\nrequired = false', 'a.toml, rad 3: frågan "syfte" har en källa i lag'),
        ('form = "samtycke"\n[questions.syfte]\nrequired = false"', "a.toml, rad 3: kontrollera raden"),
        ('form = "samtycke"\noff = 1', "a.toml, rad 2: skriv off som true eller false"),
        ('form = "samtycke"\n# \xe5'.encode("latin-1"), "a.toml, rad 2: spara filen som UTF-8"),
        ('id = "samtycke"\ntitle = "Vårt samtycke"', 'a.toml, rad 1: blanketten "samtycke" finns redan; byt id'),
    ],
    ids=["law", "toml", "shape", "utf-8", "a form that is shipped"],
)
def test_the_form_that_the_file_is_about_is_left_out_and_told(tmp_path, text, told):
    (tmp_path / "a.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert ids(tmp_path) == [form.id for form in EVERY if form.id != "samtycke"]
    assert load_form("praktikavtal", tmp_path).title == "Praktikavtal"
    [broken] = broken_forms(tmp_path)
    assert (broken.id, broken.title) == ("samtycke", SAMTYCKE)
    assert broken.problem.startswith(told)
    for _ in range(2):  # the second time out of what is kept
        with pytest.raises(FormFileError) as caught:
            load_form("samtycke", tmp_path)
        assert str(caught.value) == broken.problem


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('# vårt\nform = "samtyke"', 'a.toml, rad 2: Det finns ingen blankett som heter "samtyke". Välj en av: '),
        ("form = 3", "a.toml, rad 1: skriv form som text, inte 3"),
        ('title = "Eget"', 'a.toml: börja filen med form = "…"'),
        ('[questions.mote]\nid = "samtycke"\nhelp =\n', "a.toml, rad 3: kontrollera raden"),
        ("", 'a.toml: börja filen med form = "…"'),
    ],
)
def test_a_file_about_no_form_there_is_stops_none_and_is_told(tmp_path, text, told):
    (tmp_path / "a.toml").write_text(text, "utf-8")
    assert ids(tmp_path) == [form.id for form in EVERY]
    [broken] = broken_forms(tmp_path)
    assert (broken.id, broken.title) == ("", "")
    assert broken.problem.startswith(told)


def test_a_broken_form_of_ones_own_goes_by_its_title_or_its_id(tmp_path):
    (tmp_path / "a.toml").write_text('id = "eget"\ntitle = "Eget blad"')
    (tmp_path / "b.toml").write_text('id = "annat"\ntitle = ')
    assert [(one.id, one.title) for one in broken_forms(tmp_path)] == [("annat", "annat"), ("eget", "Eget blad")]
    assert ids(tmp_path) == [form.id for form in EVERY]


def test_one_id_is_one_form(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text('id = "eget"\ntitle = "Eget"')
    [broken] = broken_forms(tmp_path)
    assert broken.problem.startswith('b.toml, rad 1: blanketten "eget" finns redan')


def test_a_file_that_is_mended_is_read_again(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text('form = "samtycke"\ntitle = "X"')
    assert len(broken_forms(tmp_path)) == 1
    path.write_text('form = "samtycke"\nversion = "2"')
    assert broken_forms(tmp_path) == ()
    assert load_form("samtycke", tmp_path).local_version == "2"


def test_nothing_is_broken_where_nothing_is_changed(tmp_path):
    assert broken_forms() == broken_forms(tmp_path) == ()


def test_what_is_switched_off_is_not_there_whatever_else_its_files_say(tmp_path):
    (tmp_path / "a.toml").write_text('form = "samtycke"\noff = true')
    (tmp_path / "b.toml").write_text('form = "samtycke"\ntitle = "X"')
    assert broken_forms(tmp_path) == ()
    with pytest.raises(UnknownForm):
        load_form("samtycke", tmp_path)
