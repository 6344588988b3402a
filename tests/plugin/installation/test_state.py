"""What one application has mounted is its own, and is opened when it is first asked for."""

from dataclasses import replace

from support.hosts import mounted

from stegvis.plugin.installation.state import state


def test_the_state_is_the_applications_own(tmp_path):
    app = mounted(tmp_path)
    with app.test_request_context():
        assert state().folder == tmp_path / "stegvis"


def test_two_applications_share_nothing(tmp_path):
    one, two = (mounted(tmp_path / name) for name in ("ett", "tva"))
    with one.test_request_context():
        first = state()
    with two.test_request_context():
        second = state()
    first.told.add("ett fel")
    assert second.told == set() and first.folder_busy is not second.folder_busy
    assert first.folder.parts[-2:] == ("ett", "stegvis") and not first.demo


def test_the_store_and_the_codec_are_opened_once_when_they_are_asked_for(tmp_path):
    opened = []
    mounted_here = mounted(tmp_path).extensions["stegvis"]
    lazy = replace(mounted_here, open_store=lambda: opened.append("store"), open_codec=lambda: opened.append("codec"))
    assert opened == []
    for _ in range(2):
        _ = lazy.store, lazy.codec
    assert opened == ["store", "codec"]
