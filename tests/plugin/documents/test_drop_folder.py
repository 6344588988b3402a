"""The folder for another system: whole files, the metadata last, and a saved document that waits when it cannot be
reached.
"""

import hashlib
import json
import os
from datetime import UTC, datetime
from threading import Event
from uuid import UUID

import pytest
from support.form_examples import example
from support.hosts import mounted
from support.page_client import PageClient

from stegvis.plugin.documents import drop_folder
from stegvis.plugin.storage.atomic_file import write_whole

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def handing(office, tmp_path):
    """An office whose documents are laid in the folder *drop*."""
    office.drop = tmp_path / "inkorg"
    office.drop.mkdir()
    config = {"TESTING": True, "STEGVIS_DROP_FOLDER": str(office.drop)}
    office.app = mounted(office.folder, identity=lambda: office.who, clock=lambda: NOW, config=config)
    office.page = PageClient(office.app)
    return office


def names(handing):
    return sorted(path.name for path in handing.drop.iterdir())


def command(handing, *given):
    return handing.app.test_cli_runner().invoke(args=["stegvis", "db", "handover", *given])


def id_of(page):
    return UUID(page.path.rpartition("/")[2])


def test_a_saved_document_lies_there_with_its_checksum_and_what_it_is(handing):
    page = handing.saved("praktikavtal", example("praktikavtal"))
    name = f"praktikavtal_{id_of(page).hex}"
    assert names(handing) == [f"{name}.json", f"{name}.pdf", f"{name}.sha256"]
    told = json.loads((handing.drop / f"{name}.json").read_text("utf-8"))
    pdf = (handing.drop / f"{name}.pdf").read_bytes()
    assert pdf == handing.page.get(f"{page.path}.pdf").response.data
    assert told["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert (handing.drop / f"{name}.sha256").read_text() == f"{told['sha256']}  {name}.pdf\n"
    assert told == {
        "format": 1,
        "form": "praktikavtal",
        "code": "PRA-01",
        "version": told["version"],
        "document_id": str(id_of(page)),
        "replaces": None,
        "saved": "2026-11-21T12:00:00+00:00",
        "tenant": handing.who.tenant,
        "file": f"{name}.pdf",
        "sha256": told["sha256"],
    }
    assert "Lämnad över" in page.text
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in handing.drop.iterdir()} == {0o640}


def test_the_metadata_comes_last_and_nothing_is_handed_over_without_it(handing, monkeypatch):
    laid = []

    def lay(path, data, **given):
        laid.append(path.suffix)
        if path.suffix == ".json":
            raise OSError(28, "full")
        write_whole(path, data, **given)

    monkeypatch.setattr(drop_folder, "write_whole", lay)
    page = handing.saved("praktikavtal", example("praktikavtal"))
    assert laid == [".pdf", ".sha256", ".json"]
    assert "Sparat" in page.text and "Väntar på att lämnas över." in page.text


def test_without_the_folder_it_is_saved_and_waits_until_the_button_is_pressed(handing, caplog):
    handing.drop.rmdir()
    page = handing.saved("praktikavtal", example("praktikavtal"))
    assert "Sparat" in page.text and "Väntar på att lämnas över." in page.text
    assert not handing.drop.exists()
    assert str(id_of(page)) in caplog.text and example("praktikavtal")["deltagare_namn"] not in caplog.text
    again = page.submit("lamna-over")
    assert "går inte att nå" in again.text and "Väntar" in again.text
    handing.drop.mkdir()
    done = again.submit("lamna-over")
    assert "Handlingen är lämnad till verksamhetssystemet." in done.text and len(names(handing)) == 3


def test_a_fault_of_any_kind_is_not_in_the_way_of_saving(handing, monkeypatch):
    def fail(*_):
        raise ValueError

    monkeypatch.setattr(drop_folder, "export", fail)
    assert "Sparat" in handing.saved("praktikavtal", example("praktikavtal")).text


def test_a_folder_that_hangs_holds_up_nobody_and_is_logged_when_it_lets_go(handing, monkeypatch):
    let_go, laid = Event(), Event()

    def lay(path, data, **given):
        let_go.wait(30)
        write_whole(path, data, **given)
        if path.suffix == ".json":
            laid.set()

    monkeypatch.setattr(drop_folder, "write_whole", lay)
    monkeypatch.setattr(drop_folder, "PATIENCE", 0.2)
    first = handing.saved("praktikavtal", example("praktikavtal"))
    second = handing.saved("praktikavtal", example("praktikavtal"))
    assert all("Sparat" in page.text and "Väntar på att lämnas över." in page.text for page in (first, second))
    let_go.set()
    assert laid.wait(10)
    with handing.app.extensions["stegvis"].folder_busy:
        assert "Lämnad över" in handing.page.get(first.path).text
    assert "Väntar på att lämnas över." in handing.page.get(second.path).text


def test_the_command_leaves_what_is_older_when_it_is_told_from_when(handing):
    away = handing.drop.rename(handing.drop.with_name("borta"))
    handing.saved("praktikavtal", example("praktikavtal"))
    away.rename(handing.drop)
    assert command(handing, "--since", "2026-11-22").stdout == "Lämnade över nu: 0. Väntar än: 0.\n"
    assert command(handing, "--since", "2026-11-21").stdout == "Lämnade över nu: 1. Väntar än: 0.\n"
    assert command(handing, "--since", "igår").exit_code == 2


def test_the_command_hands_over_what_waits_and_nothing_twice(handing):
    handing.saved("praktikavtal", example("praktikavtal"))
    away = handing.drop.rename(handing.drop.with_name("borta"))
    for _ in range(2):
        handing.saved("praktikavtal", example("praktikavtal"))
    handing.begin("praktikavtal")
    first = command(handing)
    assert (first.exit_code, first.stdout) == (1, "Lämnade över nu: 0. Väntar än: 2.\n")
    away.rename(handing.drop)
    for path in handing.drop.iterdir():  # the receiver has fetched it
        path.unlink()
    done = command(handing)
    assert (done.exit_code, done.stdout) == (0, "Lämnade över nu: 2. Väntar än: 0.\n")
    assert len(names(handing)) == 6
    assert command(handing).stdout == "Lämnade över nu: 0. Väntar än: 0.\n"


def test_where_there_is_no_folder_there_is_no_button_and_the_command_says_what_to_set(office):
    page = office.saved("praktikavtal", example("praktikavtal"))
    assert "Lämna över" not in page.text
    assert (
        office.page.client.post(f"{page.path}/lamna-over", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404
    )
    done = office.app.test_cli_runner().invoke(args=["stegvis", "db", "handover"])
    assert done.exit_code == 2 and "STEGVIS_DROP_FOLDER" in done.stderr


def test_only_who_may_export_hands_over(handing):
    page = handing.saved("praktikavtal", example("praktikavtal"))
    handing.become("iris", "Iris It-ansvarig", "admin")
    sent = handing.page.client.post(f"{page.path}/lamna-over", headers={"Sec-Fetch-Site": "same-origin"})
    assert sent.status_code == 403
    handing.become("nils", "Nils Ny", "handlaggare", "En annan nämnd")
    assert (
        handing.page.client.post(f"{page.path}/lamna-over", headers={"Sec-Fetch-Site": "same-origin"}).status_code
        == 404
    )
