"""The key for trials is one that we seal with, and that says of itself that it is for trials."""

from datetime import UTC, datetime

import pytest

from stegvis.plugin.signing.extra import SealError
from stegvis.plugin.signing.sealing import read_key
from stegvis.plugin.signing.trial_key import TRIAL_CERTIFICATE, TRIAL_FILE, make_trial_key

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_we_seal_with_it_and_give_its_certificate_to_others(tmp_path):
    file, certificate = make_trial_key(tmp_path, "Åviks kommun", NOW)
    assert (file.name, certificate.name) == (TRIAL_FILE, TRIAL_CERTIFICATE)
    assert read_key(file).name == "PROV Åviks kommun"
    assert file.read_bytes().endswith(certificate.read_bytes())


def test_a_folder_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(SealError, match="välj en annan mapp"):
        make_trial_key(tmp_path / "finns-inte", "Åviks kommun", NOW)
