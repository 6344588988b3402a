"""The neutral name of the unit is neutral, or nothing starts: an employer reads it."""

from dataclasses import replace

import pytest
from support.hosts import mounted

from stegvis.forms import Letterhead
from stegvis.plugin import SetupError


def test_a_unit_name_that_tells_the_reason_is_refused(tmp_path):
    app = mounted(tmp_path, config={"STEGVIS_ANORDNARE": "Försörjningsstöd och missbruksvård"})
    with pytest.raises(SetupError, match="Choose another neutral name"):
        _ = app.extensions["stegvis"].letterhead


def test_so_is_a_hosts_own_letterhead(tmp_path):
    state = mounted(tmp_path).extensions["stegvis"]
    with pytest.raises(SetupError, match="missbruks"):
        _ = replace(state, own_letterhead=Letterhead(anordnare="Enheten för missbruksvård")).letterhead
