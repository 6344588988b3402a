"""Our responses carry the headers that protect them; the host's responses and its own choices are left alone."""

import pytest
from support.hosts import bare, mounted

from stegvis.plugin import Stegvis
from stegvis.plugin.web.rendering import fingerprint

PAGES = ("/stegvis/", "/stegvis/hjalp/", "/stegvis/tillganglighet", "/stegvis/halsa", "/stegvis/finns-inte")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_kept_out_of_caches_frames_and_other_sites(tmp_path, page):
    headers = mounted(tmp_path).test_client().get(page).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Permissions-Policy"].startswith("camera=()")
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_a_script_or_style_within_it(tmp_path, page):
    text = mounted(tmp_path).test_client().get(page).text
    assert "<style" not in text and "style=" not in text and " on" not in text.replace(" only", "")
    assert text.count("<script") == text.count('<script type="module" src=')


def test_the_hosts_own_pages_get_no_header_from_us(tmp_path):
    app = mounted(tmp_path)
    app.add_url_rule("/", "home", lambda: "home")
    assert set(app.test_client().get("/").headers.keys()) == {"Content-Type", "Content-Length"}


def test_frames_are_allowed_by_setting_and_the_policy_can_be_left_to_the_host(tmp_path):
    framed = mounted(tmp_path, config={"STEGVIS_FRAME_ANCESTORS": "https://intranat.example"})
    policy = framed.test_client().get("/stegvis/hjalp/").headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://intranat.example")
    hosts = mounted(tmp_path, config={"STEGVIS_CONTENT_SECURITY_POLICY": ""})
    assert "Content-Security-Policy" not in hosts.test_client().get("/stegvis/hjalp/").headers


def test_what_the_host_sets_later_stands(tmp_path):
    app = bare(tmp_path)
    Stegvis(identity=lambda: None).init_app(app)

    @app.after_request
    def policy(response):
        response.headers["Content-Security-Policy"] = "default-src 'self'"
        return response

    assert app.test_client().get("/stegvis/hjalp/").headers["Content-Security-Policy"] == "default-src 'self'"


def test_files_are_kept_for_good_under_an_address_that_changes_with_them(tmp_path):
    client = mounted(tmp_path).test_client()
    page = client.get("/stegvis/hjalp/").text
    address = f"/stegvis/static/{fingerprint()}/stegvis.css"
    assert f'href="{address}"' in page
    with client.get(address) as kept, client.get("/stegvis/static/old/stegvis.css") as other:
        assert kept.cache_control.immutable and kept.cache_control.max_age == 31536000
        assert kept.mimetype == "text/css" and "Vary" not in kept.headers
        assert other.status_code == 200 and other.headers["Cache-Control"] == "no-store"
    missing = client.get(f"/stegvis/static/{fingerprint()}/../settings.py")
    assert missing.status_code == 404 and missing.headers["Cache-Control"] == "no-store"
