"""What another site makes the browser send is refused, and a large form arrives whole, whatever the host does."""

from urllib.parse import urlencode

import pytest
from flask import request, session
from support.hosts import BERIT, HOSTILE, SAME_ORIGIN, bare, someone

from stegvis.plugin import Stegvis


@pytest.mark.parametrize("spoil", [lambda app: None, *HOSTILE])
@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://kommun.example"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "https://kommun.example"}, True),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({}, False),
    ],
)
def test_only_our_own_pages_may_post_in_any_host(tmp_path, spoil, headers, passes):
    """With the host's token in the form as we print it: what decides is where the post came from."""
    from stegvis.plugin.web.guard import csrf_input

    app = bare(tmp_path)
    spoil(app)
    Stegvis(identity=someone("handlaggare")).init_app(app)
    client, base = app.test_client(), "https://kommun.example"
    with client, app.test_request_context():
        field = csrf_input().split('"')
        kept = dict(session)
    if kept:
        with client.session_transaction(base_url=base) as cookie:
            cookie.update(kept)
    data = {field[3]: field[5]} if len(field) > 1 else {}
    headers = {"Referer": base + "/stegvis/", **headers}
    answer = client.post("/stegvis/finns-inte", data=data, headers=headers, base_url=base)
    assert answer.status_code == (404 if passes else 403)


def _reads_the_form_first(app):
    app.before_request(lambda: request.form and None)


def _urlencoded(answers):
    return urlencode(answers), "application/x-www-form-urlencoded"


def _multipart(answers):
    head = 'Content-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    parts = [head.format(name, value) for name, value in answers.items()]
    return "--x\r\n" + "--x\r\n".join(parts) + "--x--\r\n", "multipart/form-data; boundary=x"


@pytest.mark.parametrize("spoil", [lambda app: None, _reads_the_form_first])
@pytest.mark.parametrize("encode", [_urlencoded, _multipart])
def test_a_large_form_arrives_whole(tmp_path, spoil, encode):
    """6 000 answers, past 4 MB, also in a host that reads the form before us; a larger one is refused in words."""
    app = bare(tmp_path)
    spoil(app)
    Stegvis(identity=lambda: BERIT).init_app(app)
    app.view_functions["stegvis.unknown"] = lambda path: str(len(request.form))
    body, kind = encode({f"fraga-{number}": "x" * 700 for number in range(6000)})
    sent = app.test_client().post("/stegvis/x", data=body, headers=SAME_ORIGIN, content_type=kind)
    assert len(body) > 4_000_000 and (sent.status_code, sent.text) == (200, "6000")
    body, kind = encode({"a": "x" * 9_000_000})
    too_much = app.test_client().post("/stegvis/x", data=body, headers=SAME_ORIGIN, content_type=kind)
    assert too_much.status_code == 413 and "Korta texterna" in too_much.text
    assert app.config["MAX_FORM_MEMORY_SIZE"] == 500_000 and app.config["MAX_CONTENT_LENGTH"] is None
