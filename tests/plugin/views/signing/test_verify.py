"""The page that looks at a sealed file: what it says, what it refuses, and that it keeps nothing."""

from pathlib import Path

import pytest
from support import seals
from support.page_client import SAME_ORIGIN

from stegvis.plugin import Identity

PAGE = "/stegvis/verifiera"


def send(office, data, certificate=b""):
    page = office.page.get(PAGE)
    values = page.values()
    if certificate:
        from io import BytesIO

        from werkzeug.datastructures import FileStorage, MultiDict
        from werkzeug.test import encode_multipart

        files = [
            ("fil", FileStorage(BytesIO(data), "a.pdf")),
            ("certifikat", FileStorage(BytesIO(certificate), "a.pem")),
        ]
        boundary, body = encode_multipart(MultiDict([*values.items(), *files]))
        kind = f"multipart/form-data; boundary={boundary}"
        return office.page._seen(office.page.client.post(PAGE, data=body, headers=SAME_ORIGIN, content_type=kind))
    return office.page.upload(PAGE, values, [(data, "a.pdf")])


def test_a_file_that_holds(office):
    page = send(office, seals.sealed())
    assert page.status == 200 and page.soup.find(id="st-svar").get_text() == "Filen håller"
    assert "Det här visar filen inte" in page.text and "Det här är fel" not in page.text


def test_with_the_kommuns_certificate(office):
    page = send(office, seals.sealed(), seals.pem(None, [seals.KEYS["own"][0][1]]))
    assert "med ett certifikat som du litar på: PROV Åviks kommun" in page.text


def test_a_file_that_has_been_changed(office):
    data = bytearray(seals.sealed())
    data[4000] ^= 1
    page = send(office, bytes(data))
    assert page.status == 200 and page.soup.find(id="st-svar").get_text() == "Filen håller inte"


@pytest.mark.parametrize(("data", "words"), [(b"", "Välj en PDF"), (b"PK\x03\x04", "Välj en PDF")])
def test_what_is_no_pdf(office, data, words):
    page = send(office, data)
    assert (page.status, words in page.errors["st-fil"]) == (422, True)


def test_a_certificate_that_is_none(office):
    assert "Välj ett certifikat" in send(office, seals.sealed(), b"hej").errors["st-fil"]


def test_nothing_chosen(office):
    page = office.page.get(PAGE).submit()
    assert (page.status, page.errors) == (422, {"st-fil": "Välj filen som du vill kontrollera."})


def test_nothing_is_kept(office):
    def there():
        return {
            path: path.stat().st_size
            for path in Path(office.folder).rglob("*")
            if path.is_file() and path.suffix not in (".sqlite3-shm", ".sqlite3-wal")
        }

    before = there()
    send(office, seals.sealed())
    assert there() == before


def test_it_asks_for_a_login(office):
    office.who = None
    assert office.page.client.get(PAGE).status_code == 401
    office.who = Identity("it", "It", frozenset({"admin"}), (), "IT")
    assert office.page.get(PAGE).status == 200


def test_what_is_too_large_is_refused(office):
    response = office.page.send(PAGE, {}, [(b"%PDF-" + b"\0" * 12_100_000, "a.pdf")])
    assert response.status_code == 413


def test_what_a_name_in_a_certificate_says_is_text_and_nothing_else(office, tmp_path):
    from stegvis.plugin.signing.sealing import read_key, seal
    from stegvis.plugin.signing.trial_key import make_trial_key

    file, _ = make_trial_key(tmp_path, "<script>alert(1)</script>", seals.NOW)
    page = send(office, seal(seals.unsealed(), read_key(file)))
    assert "&lt;script&gt;" in page.text and "<script>alert" not in page.text
