"""Whose seal it is, how much room it takes, and in which order its certificates stand."""

import dataclasses
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace as Made

import pytest
from cryptography import x509
from support import seals

from stegvis.plugin.signing import sealing, trial_key
from stegvis.plugin.signing.sealing import SealKey, name_of


@pytest.mark.parametrize(
    ("common", "organisation", "name"),
    [
        ("Stämpel", "Åviks kommun", "Stämpel (Åviks kommun)"),
        ("PROV Åviks kommun", "Åviks kommun", "PROV Åviks kommun"),
        ("Stämpel", None, "Stämpel"),
        (None, "Åviks kommun", "Åviks kommun"),
        (None, None, "utan namn"),
        ("Åviks kommun", "Åviks kommun", "Åviks kommun"),
    ],
)
def test_a_certificate_is_called_as_people_write_it(common, organisation, name):
    said = {key: value for key, value in (("common_name", common), ("organization_name", organisation)) if value}
    assert name_of(Made(subject=Made(native=said))) == name


def test_the_room_is_twice_the_bytes_of_everything_that_goes_in():
    one, other = Made(dump=lambda: b"x" * 100), Made(dump=lambda: b"x" * 30)
    key = SealKey(Made(signing_cert=one, cert_registry=[other]))
    assert key.room(False) == 2 * (1536 + 130)
    assert key.room(True) == 2 * (1536 + 8192 + 130)
    assert SealKey(Made(signing_cert=one, cert_registry=[None])).room(False) == 2 * (1536 + 100)


def test_the_chain_goes_from_the_keys_own_upwards_and_leaves_out_what_does_not_belong():
    own = seals.pair("Egen", seals.MIDDLE, "ec")
    certificates = [seals.ROOT[1], seals.MIDDLE[1], own[1]]
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        assert sealing._own_first(own[0], [certificates[n] for n in order]) == [own[1], seals.MIDDLE[1], seals.ROOT[1]]
    stranger = seals.pair("Annan", kind="ec")[1]
    assert sealing._own_first(own[0], [stranger, own[1]]) == [own[1]]
    with pytest.raises(ValueError, match="no certificate"):
        sealing._own_first(own[0], [stranger])


class TestTheTrialKey:
    NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

    @pytest.fixture
    def made(self, tmp_path):
        return trial_key.make_trial_key(tmp_path, "Åviks kommun", self.NOW)

    def test_it_is_good_for_two_years(self, made):
        certificate = x509.load_pem_x509_certificate(made[1].read_bytes())
        assert certificate.not_valid_before_utc == self.NOW
        assert certificate.not_valid_after_utc == self.NOW + timedelta(days=730)

    def test_it_says_what_it_is_and_may_only_sign(self, made):
        certificate = x509.load_pem_x509_certificate(made[1].read_bytes())
        assert certificate.subject == certificate.issuer and "PROV Åviks kommun" in certificate.subject.rfc4514_string()
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
        assert usage.critical and usage.value.digital_signature and usage.value.content_commitment
        asked = ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign")
        assert not any(getattr(usage.value, name) for name in asked)
        basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
        assert basic.critical and not basic.value.ca
        assert not certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).critical
        certificate.verify_directly_issued_by(certificate)

    def test_only_its_owner_reads_it_and_the_certificate_has_no_key(self, made):
        assert made[0].stat().st_mode & 0o777 == 0o600
        assert b"PRIVATE KEY" in made[0].read_bytes() and b"PRIVATE KEY" not in made[1].read_bytes()
        assert sealing.read_key(made[0]).name == "PROV Åviks kommun"

    def test_a_long_name_is_cut(self, tmp_path):
        certificate = x509.load_pem_x509_certificate(
            trial_key.make_trial_key(tmp_path, "Å" * 100, self.NOW)[1].read_bytes()
        )
        values = {name.oid._name: name.value for name in certificate.subject}
        assert (values["organizationName"], values["commonName"]) == ("Å" * 32, "PROV " + "Å" * 29)

    def test_it_is_never_written_over(self, made, tmp_path):
        with pytest.raises(sealing.SealError, match="finns redan"):
            trial_key.make_trial_key(tmp_path, "Åviks kommun", self.NOW)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o601, 0o610])
def test_a_key_that_others_can_reach_is_refused(tmp_path, mode):
    file = tmp_path / "seal.pem"
    file.write_bytes(b"x")
    file.chmod(mode)
    with pytest.raises(sealing.SealError, match="chmod 600"):
        sealing._content(file)


def test_a_seal_key_is_what_it_was_made_with():
    assert [field.name for field in dataclasses.fields(SealKey)] == ["signer"]
