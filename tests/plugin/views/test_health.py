"""Whether the service can do its work, asked by machines."""

from support.hosts import mounted

from stegvis.plugin.keys import make_key_file
from stegvis.plugin.storage.schema import upgrade


def _folder(tmp_path):
    folder = tmp_path / "stegvis"
    folder.mkdir()
    return folder


def test_health_is_ok_only_with_keys_and_a_database_of_this_release(tmp_path):
    folder = _folder(tmp_path)

    def health():
        answer = mounted(tmp_path).test_client().get("/stegvis/halsa")
        return answer.status_code, answer.json

    assert health() == (503, {"status": "unavailable", "database": "keys"})
    make_key_file(folder / "keys")
    assert health() == (503, {"status": "unavailable", "database": "schema"})
    upgrade(f"sqlite:///{folder / 'stegvis.sqlite3'}")
    assert health() == (200, {"status": "ok", "database": "ok"})
