"""Every setting is read once and judged; a misspelt one stops the start instead of being ignored."""

from dataclasses import fields
from pathlib import Path

import pytest
from support.hosts import mounted

from stegvis.plugin import SetupError
from stegvis.plugin.installation.settings import Settings

PNG = b"\x89PNG\r\n\x1a\n rest"
README = Path(__file__).parents[3] / "instance/config.example.py"


def test_only_keys_with_our_prefix_are_read():
    settings = Settings.from_config({"SECRET_KEY": "x", "STEGVIS_KOMMUN": "Åviks kommun"})
    assert settings == Settings(kommun="Åviks kommun")


def test_a_misspelt_key_is_refused_with_the_right_one(tmp_path):
    with pytest.raises(SetupError, match="Remove STEGVIS_FRAME_ANCESTOR .*Did you mean STEGVIS_FRAME_ANCESTORS"):
        mounted(tmp_path, config={"STEGVIS_FRAME_ANCESTOR": "'self'"})


@pytest.mark.parametrize("value", ["8000000", True, None, 8e6])
def test_a_value_of_the_wrong_type_is_refused(value):
    with pytest.raises(SetupError, match="STEGVIS_MAX_FORM_BYTES to a value of type int"):
        Settings.from_config({"STEGVIS_MAX_FORM_BYTES": value})


def test_a_later_change_of_the_configuration_changes_nothing(tmp_path):
    app = mounted(tmp_path)
    app.config["STEGVIS_KOMMUN"] = "Åviks kommun"
    assert "Åviks kommun" not in app.test_client().get("/stegvis/hjalp/").text


def test_the_letterhead_is_made_from_the_settings(tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)
    letterhead = Settings(kommun="Åviks kommun", logo=str(tmp_path / "logo.png"), logo_alt="Åvik").letterhead()
    assert (letterhead.kommun, letterhead.logo, letterhead.logo_alt) == ("Åviks kommun", PNG, "Åvik")


@pytest.mark.parametrize(("content", "why"), [(b"<svg/>", "is neither"), (None, "cannot be read")])
def test_a_logo_that_is_not_an_image_is_refused_with_its_name(tmp_path, content, why):
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SetupError, match=f"STEGVIS_LOGO to the path of a PNG or JPEG file: .*logo.png {why}"):
        Settings(logo=str(path)).letterhead()


def test_every_setting_is_in_the_example_configuration():
    text = README.read_text("utf-8")
    missing = [field.name for field in fields(Settings) if f"STEGVIS_{field.name.upper()} =" not in text]
    assert not missing
