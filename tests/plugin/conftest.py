"""Hosts with storage, and made-up colleagues in them."""

from datetime import UTC, datetime
from shutil import copytree

import pytest
from flask_wtf import CSRFProtect
from support.command_line import stegvis
from support.form_examples import CONTEXT
from support.hosts import mounted
from support.page_client import PageClient

from stegvis.forms import load_form
from stegvis.plugin import Identity
from stegvis.plugin.demo_server import prepare
from stegvis.plugin.exchange.cases import Mover
from stegvis.plugin.keys import Keyring, make_key_file
from stegvis.plugin.storage import open_store
from stegvis.plugin.storage.schema import upgrade

NAMND = "Arbetsmarknadsnämnden"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Office:
    """One application with a database of its own; *who* is at the keyboard."""

    def __init__(self, folder, **choices):
        self.who = Identity("kim", "Kim Konsulent", frozenset({"konsulent"}), (), NAMND)
        self.folder = folder
        self.at = NOW
        self.app = mounted(
            folder, identity=lambda: self.who, clock=lambda: self.at, config={"TESTING": True}, **choices
        )
        self.page = PageClient(self.app)

    @property
    def store(self):
        """Where it keeps its documents."""
        return self.app.extensions["stegvis"].store

    def become(self, subject, name, role="handlaggare", tenant=NAMND):
        """Somebody else sits down."""
        self.who = Identity(subject, name, frozenset({role}), (), tenant)

    def begin(self, form):
        """The page of a new draft."""
        return self.page.get("/stegvis/blanketter/").submit(f"/{form}/borja")

    def fill(self, form, answers, press="kontrollera"):
        """The page after a new draft has been filled in with raw answers and a button pressed."""
        draft = self.begin(form)
        return draft.submit("fyll-i", press=press, **self.typed(form, answers))

    @staticmethod
    def typed(form, answers):
        """What a browser sends for raw answers."""
        return controls(form, answers)

    def saved(self, form, answers):
        """The page of a saved document."""
        return self.fill(form, answers).submit("kontrollera")


def controls(form, answers):
    """What a browser sends for raw answers."""
    fields = load_form(form).page(answers).controls._fields
    values = {name: "y" if field.data is True else field.data for name, field in fields.items()}
    return {name: value for name, value in values.items() if value is not None and value is not False}


@pytest.fixture(scope="session")
def ready(tmp_path_factory):
    """A folder with a key and an empty database, to copy: making one takes longer than most tests."""
    folder = tmp_path_factory.mktemp("office")
    prepare(mounted(folder).extensions["stegvis"])
    return folder


@pytest.fixture
def office(ready, tmp_path):
    """A fresh office."""
    made = Office(copytree(ready, tmp_path / "instance"))
    yield made
    made.store.close()


@pytest.fixture
def hosted(ready, tmp_path):
    """An office in a host with a layout of its own, which checks every post for its own token."""
    made = Office(copytree(ready, tmp_path / "instance"), layout=_host_page)
    CSRFProtect(made.app)
    yield made
    made.store.close()


def _host_page(page):
    return f'<!doctype html><html lang="sv"><title>{page.title}</title>{page.head}<main>{page.body}</main></html>'


@pytest.fixture
def place(tmp_path):
    """The folder of an installation with a key and a database."""
    folder = tmp_path / "instance"
    folder.mkdir()
    make_key_file(folder / "keys")
    assert stegvis(folder, "db", "upgrade")[0] == 0
    return folder


@pytest.fixture
def mover(tmp_path):
    """A storage of its own to bring cases into."""
    url = f"sqlite:///{tmp_path / 'cases.sqlite3'}"
    upgrade(url)
    return Mover(open_store(url, Keyring({"a": bytes(32)}), lambda: NOW), tmp_path, CONTEXT)
