"""The demonstration: one chooses which made-up person to be, and nothing else has that page."""

from support.hosts import SAME_ORIGIN, mounted

from stegvis.plugin.app import create_demo_app


def test_one_chooses_who_to_be(tmp_path):
    client = create_demo_app(tmp_path).test_client()
    assert client.get("/", follow_redirects=True).request.path == "/stegvis/demo/"
    chosen = client.post("/stegvis/demo/", data={"person": "iris"}, headers=SAME_ORIGIN, follow_redirects=True)
    assert chosen.status_code == 200 and "Iris It-ansvarig" in chosen.text
    assert client.post("/stegvis/demo/", data={"person": "nobody"}, headers=SAME_ORIGIN).status_code == 404


def test_outside_the_demonstration_there_is_no_such_page(tmp_path):
    assert mounted(tmp_path).test_client().get("/stegvis/demo/").status_code == 404
