"""What a form is judged and printed with: the application's own clock and sender, one moment in a request."""

from datetime import timedelta

from support.hosts import mounted

from stegvis.plugin.documents.context import make_context


def test_it_is_the_applications_clock_sender_and_texts(office, tmp_path):
    config = {"STEGVIS_KOMMUN": "Åviks kommun", "STEGVIS_TEXTS": {"forsakring": "Ja"}, "STEGVIS_REVIEWER": "Rut"}
    app = mounted(tmp_path / "annan", clock=lambda: office.at, config=config)
    with app.test_request_context():
        made = make_context()
    assert (made.now, made.letterhead.kommun, made.settings, made.reviewer) == (
        office.at,
        "Åviks kommun",
        {"forsakring": "Ja"},
        "Rut",
    )
    assert not made.demo and made.document_id == ""


def test_a_request_has_one_moment_and_the_next_has_its_own(office):
    with office.app.test_request_context():
        first = make_context()
        office.at += timedelta(hours=1)
        assert make_context() is first
    with office.app.test_request_context():
        assert make_context().now == office.at


def test_outside_a_request_the_clock_goes_on(office):
    with office.app.app_context():
        first = make_context()
        office.at += timedelta(hours=1)
        assert make_context().now - first.now == timedelta(hours=1)
