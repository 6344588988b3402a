"""The one-time key of a page that was sent: its own, or a new one that nobody can guess."""

import pytest
from flask import Flask

from stegvis.plugin.web.request_key import posted_request_key


def test_a_page_that_has_a_key_is_known_by_it():
    with Flask("app").test_request_context("/", method="POST", data={"engangsnyckel": "å k"}):
        assert posted_request_key() == posted_request_key() == "å k"


@pytest.mark.parametrize("data", [{}, {"engangsnyckel": ""}])
def test_a_page_without_one_is_given_a_new_one_each_time(data):
    with Flask("app").test_request_context("/?engangsnyckel=adress", method="POST", data=data):
        made = {posted_request_key() for _ in range(100)}
    assert len(made) == 100 and "adress" not in made
    assert all(len(one) * 6 >= 128 for one in made), "six bits a sign: 128 bits at least"
