"""A storage of its own to bring cases into."""

from datetime import UTC, datetime

import pytest
from form_examples import CONTEXT

from stegvis.plugin.cases.moving import Mover
from stegvis.plugin.keys import Keyring
from stegvis.plugin.storage import open_store
from stegvis.plugin.storage.schema import upgrade


@pytest.fixture
def mover(tmp_path):
    url = f"sqlite:///{tmp_path / 'cases.sqlite3'}"
    upgrade(url)
    return Mover(
        open_store(url, Keyring({"a": bytes(32)}), lambda: datetime(2026, 11, 21, 12, tzinfo=UTC)), tmp_path, CONTEXT
    )
