"""Nothing leaves the machine: the whole line is gone through with the network shut."""

import socket

import pytest
from bs4 import BeautifulSoup
from support.form_examples import EXAMPLES, FORMS, example, form_of
from support.hosts import BERIT, SAME_ORIGIN, mounted

from stegvis.exporters import FORMATS, compose, export
from stegvis.forms import Context, load_form
from stegvis.plugin.demo_server import prepare


class CalledOut(Exception):
    """Something asked for the network."""


@pytest.fixture
def shut(monkeypatch):
    def refuse(*_, **__):
        raise CalledOut

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def begun(app, name):
    """The address of a draft with the answers of an example."""
    form, store = form_of(name), app.extensions["stegvis"].store
    store.put_definition(form.sha256, form.snapshot())
    payload = {"answers": example(name), "saved_by": BERIT.name}
    draft = store.start_draft(BERIT.tenant, form.id, form.sha256, payload, by=BERIT.subject, request_key=name)
    return f"/stegvis/dokument/{draft.id}"


def test_the_gate_is_shut(shut):
    with pytest.raises(CalledOut):
        socket.create_connection(("127.0.0.1", 9))


@pytest.mark.parametrize("name", FORMS)
def test_pages_and_files_need_no_network(tmp_path, shut, name):
    app = mounted(tmp_path)
    app.testing = True
    prepare(app.extensions["stegvis"])
    client, draft = app.test_client(), begun(app, name)
    for address in (
        "/stegvis/",
        "/stegvis/blanketter/",
        "/stegvis/tillganglighet",
        f"{draft}/fyll-i",
        f"{draft}/kontrollera",
    ):
        page = BeautifulSoup(client.get(address).text, "html.parser")
        fetched = [tag.get("src") or tag.get("href") for tag in page.select("script, link, img, iframe")]
        assert fetched and all(each.startswith(("/stegvis/", "data:")) for each in fetched)
    reader = "deltagare" if "deltagare" in load_form(name).audiences else "kommun"
    for address in (f"{draft}.pdf?kopia={reader}", f"/stegvis/blanketter/{name}/tom.pdf?kopia={reader}"):
        assert client.get(address).data.startswith(b"%PDF")
    sent = {"gor": "kontrollera", "version": "1"}
    assert client.post(f"{draft}/fyll-i", data=sent, headers=SAME_ORIGIN).status_code == 422


@pytest.mark.parametrize("name", EXAMPLES)
def test_judging_and_exporting_need_no_network(shut, name):
    form = form_of(name)
    answers = form.schema().load(example(name))
    for audience in form.audiences:
        document = compose(form, answers, audience, Context(protected_review="Granne Granskarsson"))
        assert all(export(document, format_name) for format_name in FORMATS)
