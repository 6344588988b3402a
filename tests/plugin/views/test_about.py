"""What anyone may read: help, the accessibility statement, and whether the service can do its work."""

from support.hosts import mounted


def test_health_and_help_ask_nobody_to_log_in_and_say_nothing_of_anyone(tmp_path):
    client = mounted(tmp_path, identity=lambda: None).test_client()
    assert client.get("/stegvis/hjalp/").status_code == 200
    assert set(client.get("/stegvis/halsa").json) == {"status", "database"}
