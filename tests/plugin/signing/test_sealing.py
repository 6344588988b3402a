"""The seal: PAdES in the field that was made for it, valid as an archive file and for screen readers, and small;
whose it is, how much room it takes, and in which order its certificates stand.
"""

import dataclasses
import subprocess
from datetime import UTC, datetime, timedelta
from io import BytesIO
from types import SimpleNamespace as Made

import page
import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from support import seals, verapdf
from support.filled import COPIES
from support.samples import SAMPLES
from tools import find

from stegvis.exporters import export
from stegvis.plugin.signing import sealing, trial_key
from stegvis.plugin.signing.extra import SealError
from stegvis.plugin.signing.sealing import (
    PASSWORD,
    SealKey,
    name_of,
    read_key,
    seal,
    time_stamping,
)
from stegvis.plugin.signing.trial_key import make_trial_key
from stegvis.plugin.signing.verifying import verify


def flavour(audience):
    return "3a" if audience == "kommun" else "2a"


def pdfsig(tmp_path, data):
    """What poppler says of the seal."""
    file = tmp_path / "sealed.pdf"
    file.write_bytes(data)
    said = subprocess.run([find("pdfsig"), "-nocert", str(file)], capture_output=True, text=True, check=False).stdout
    return said.partition("Name: stampel")[2]


@pytest.mark.java
@pytest.mark.parametrize(("form", "audience"), COPIES)
def test_every_sealed_copy_is_valid_and_small(form, audience):
    data = seals.sealed(form, audience)
    assert verapdf.check(data, (flavour(audience), "ua1")) == []
    assert verify(data).holds
    assert len(data) <= 120_000


@pytest.mark.java
@pytest.mark.parametrize("name", seals.FIVE)
def test_so_is_every_key_and_level(name):
    form, audience, key, stamped = seals.FIVE[name]
    data = seals.sealed(form, audience, key, stamped)
    assert verapdf.check(data, (flavour(audience), "ua1")) == []
    assert len(data) <= 120_000


@pytest.mark.parametrize("name", seals.FIVE)
def test_the_fast_validator_agrees(name):
    report = page.validate_pdf_bytes(seals.sealed(*seals.FIVE[name]), profile=page.ValidationProfile.PDF_UA_1)
    assert [(each.rule_id, each.message) for each in report.failures] == []


@pytest.mark.pdf
@pytest.mark.parametrize("name", seals.FIVE)
def test_poppler_says_that_it_holds(name, tmp_path):
    said = pdfsig(tmp_path, seals.sealed(*seals.FIVE[name]))
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    assert "Signature Validation: Signature is Valid." in said


def test_what_was_there_is_untouched_and_nothing_may_change_after():
    before, after = seals.unsealed(), seals.sealed()
    assert after.startswith(before)
    with pikepdf.open(BytesIO(after)) as pdf:
        (field,) = [field for field in pdf.Root.AcroForm.Fields if field.T == "stampel"]
        assert field.V.Reference[0].TransformParams.P == 1
        assert pdf.Root.Perms.DocMDP.objgen == field.V.objgen
        assert str(field.V.Reason) == "Förseglat av kommunen"
        with pikepdf.open(BytesIO(before)) as plain:
            assert pdf.Root.Metadata.read_bytes() == plain.Root.Metadata.read_bytes()
    assert b"Courier" not in after


def test_the_same_file_is_sealed_alike_but_for_the_time_and_the_signature():
    one, other = seal(seals.unsealed(), seals.key_of("own")), seal(seals.unsealed(), seals.key_of("own"))
    assert len(one) == len(other)
    assert one[: len(seals.unsealed())] == other[: len(seals.unsealed())]


def test_a_file_without_the_field_is_refused():
    with pytest.raises(SealError, match="plats för stämpeln"):
        seal(export(SAMPLES["praktikavtal"](), "pdf"), seals.key_of("own"))


def test_a_sealed_file_is_not_sealed_again():
    with pytest.raises(SealError, match="plats för stämpeln"):
        seal(seals.sealed(), seals.key_of("own"))


class TestTimeStamp:
    """Level B-T asks a service over HTTP, and the seal is not put on without its answer."""

    def test_over_http(self):
        with seals.time_stamp_service() as (url, answered):
            data = seal(seals.unsealed(), seals.key_of("own"), timestamper=time_stamping(url))
        assert answered
        report = verify(data)
        assert report.holds
        assert "B-T" in str(report.json()) and "B-B" not in str(report.json())

    @pytest.mark.parametrize("wrong", [{"status": 500}, {"kind": "text/html"}])
    def test_a_service_that_fails(self, wrong):
        with seals.time_stamp_service(**wrong) as (url, _), pytest.raises(SealError, match="STEGVIS_TIMESTAMP_URL"):
            seal(seals.unsealed(), seals.key_of("own"), timestamper=time_stamping(url))

    def test_a_service_that_is_not_there(self):
        with pytest.raises(SealError, match="STEGVIS_TIMESTAMP_URL"):
            seal(seals.unsealed(), seals.key_of("own"), timestamper=time_stamping("http://127.0.0.1:9/"))

    def test_no_address_is_no_service(self):
        assert time_stamping("") is None


class TestKey:
    """The key is read from one file, which is open to its owner alone."""

    def written(self, tmp_path, name, data, mode=0o600):
        file = tmp_path / name
        file.write_bytes(data)
        file.chmod(mode)
        return file

    def test_pem_in_any_order(self, tmp_path):
        key, certificate = seals.KEYS["rsa"][0]
        file = self.written(tmp_path, "a.pem", seals.pem(key, [seals.ROOT[1], certificate]))
        assert read_key(file).name == "Åviks kommun stämpel"

    @pytest.mark.parametrize("password", ["hemligt åäö", ""])
    def test_pkcs12(self, tmp_path, password):
        key, certificate = seals.KEYS["rsa"][0]
        kept = BestAvailableEncryption(password.encode()) if password else seals.NoEncryption()
        file = self.written(
            tmp_path, "a.p12", serialize_key_and_certificates(b"s", key, certificate, [seals.ROOT[1]], kept)
        )
        read = read_key(file, {PASSWORD: password})
        assert verify(seal(seals.unsealed(), read)).holds

    def test_pem_with_a_password(self, tmp_path):
        key, certificate = seals.KEYS["own"][0]
        locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"hemligt"))
        file = self.written(tmp_path, "a.pem", locked + seals.pem(None, [certificate]))
        assert read_key(file, {PASSWORD: "hemligt"}).name == "PROV Åviks kommun"
        with pytest.raises(SealError, match=PASSWORD):
            read_key(file, {PASSWORD: "fel"})
        with pytest.raises(SealError, match=PASSWORD):
            read_key(file, {})

    def test_open_to_others(self, tmp_path):
        file = self.written(tmp_path, "a.pem", seals.pem(*_first("own")), 0o640)
        with pytest.raises(SealError, match="chmod 600"):
            read_key(file)

    @pytest.mark.parametrize("data", [b"", b"x" * 1000, seals.pem(None, [seals.ROOT[1]]), seals.pem(seals.ROOT[0], [])])
    def test_something_else(self, tmp_path, data):
        with pytest.raises(SealError, match="Kontrollera"):
            read_key(self.written(tmp_path, "a.pem", data))

    def test_a_certificate_of_another_key(self, tmp_path):
        with pytest.raises(SealError, match="Kontrollera"):
            read_key(self.written(tmp_path, "a.pem", seals.pem(seals.ROOT[0], [seals.KEYS["own"][0][1]])))

    def test_none(self, tmp_path):
        with pytest.raises(SealError, match="går inte att läsa"):
            read_key(tmp_path / "saknas.pem")

    def test_for_trials(self, tmp_path):
        file, certificate = make_trial_key(tmp_path, "Åviks kommun", datetime.now(UTC))
        assert file.stat().st_mode & 0o777 == 0o600
        assert b"PRIVATE" not in certificate.read_bytes()
        key = read_key(file)
        assert key.name == "PROV Åviks kommun"
        assert verify(seal(seals.unsealed(), key), [certificate.read_bytes()]).holds
        with pytest.raises(SealError, match="finns redan"):
            make_trial_key(tmp_path, "Åviks kommun", datetime.now(UTC))


def _first(name):
    key, certificate = seals.KEYS[name][0]
    return key, [certificate]


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
