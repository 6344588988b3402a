"""Identity comes from the host, through an adapter."""

from types import SimpleNamespace

import pytest
from flask import Flask
from flask_login import LoginManager, UserMixin, login_user
from support.hosts import BERIT

from stegvis.plugin import FlaskLoginIdentity, Identity, SetupError
from stegvis.plugin.installation.identity import DemoIdentity

ADAPTER = FlaskLoginIdentity(role_map={"soc": "handlaggare"}, tenant="Socialnämnden")


class User(UserMixin):
    id = 7
    name = "Berit Testlund"
    units = ("Enhet Norr",)

    def __init__(self, *roles):
        self.roles = roles


@pytest.fixture
def host():
    app = Flask("host")
    app.secret_key = "not a secret"
    LoginManager(app).user_loader({}.get)
    with app.test_request_context():
        yield app


def test_nobody_logged_in_is_nobody(host):
    assert ADAPTER() is None


@pytest.mark.parametrize("role", ["soc", SimpleNamespace(name="soc")], ids=["a name", "an object with a name"])
def test_flask_logins_user_becomes_an_identity_with_our_roles(host, role):
    login_user(User(role, "park"))
    expected = Identity("7", "Berit Testlund", frozenset({"handlaggare"}), ("Enhet Norr",), "Socialnämnden")
    assert ADAPTER() == expected


def test_a_user_without_name_roles_and_units_has_only_a_key(host):
    login_user(SimpleNamespace(is_authenticated=True, is_active=True, get_id=lambda: "x"))
    assert ADAPTER() == Identity("x", "x", frozenset(), (), "Socialnämnden")


def test_a_role_that_is_not_ours_is_refused_when_the_map_is_made():
    with pytest.raises(SetupError, match="it gives handlägare"):
        FlaskLoginIdentity(role_map={"soc": "handlägare"})


def test_in_the_demonstration_one_is_the_first_until_one_chooses(host):
    demo = DemoIdentity((BERIT, Identity("iris", "Iris", frozenset({"admin"}))))
    assert demo() is BERIT
    assert demo.choose("iris") and demo().subject == "iris"
    assert not demo.choose("nobody") and demo().subject == "iris"
