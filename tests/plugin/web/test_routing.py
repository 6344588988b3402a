"""How a function becomes a page: never without the permission it takes to go there."""

import pytest

from stegvis.plugin.web.routing import Routes


def test_a_page_cannot_be_registered_without_a_permission_we_know():
    route = Routes()
    with pytest.raises(TypeError):
        route("/x")
    with pytest.raises(ValueError, match=r"document\.read"):
        route("/x", permission="document.raed")
