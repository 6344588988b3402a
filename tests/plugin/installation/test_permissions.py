"""What each role may do: what is not granted is refused."""

from typing import get_args

from stegvis.plugin import Identity
from stegvis.plugin.installation.identity import Role
from stegvis.plugin.installation.permissions import GRANTS, Permission, allowed


def test_it_administrators_see_no_case_content():
    assert not [name for name in GRANTS["admin"] if name.startswith(("document.", "case.", "register."))]


def test_every_role_has_its_grants_and_an_unknown_one_has_none():
    assert set(GRANTS) == set(get_args(Role))
    stranger = Identity("x", "X", frozenset({"deltagare", "root"}))
    assert [name for name in get_args(Permission) if allowed(stranger, name)] == ["public"]
    assert [name for name in get_args(Permission) if allowed(None, name)] == ["public"]


MATRIX = """
                 handlaggare  konsulent  chef  admin  arkiv
form.list        ja           ja         ja    ja     ja
document.read    ja           ja         ja    -      ja
document.write   ja           ja         ja    -      -
document.export  ja           ja         ja    -      ja
case.read        ja           ja         ja    -      ja
case.write       ja           ja         ja    -      -
register.read    ja           ja         ja    -      ja
register.write   ja           ja         ja    -      -
case.overview    -            -          ja    -      -
document.review  ja           ja         ja    -      -
system.read      -            -          -     ja     -
"""


def test_who_may_do_what_is_this_table():
    roles, *lines = (line.split() for line in MATRIX.strip("\n").splitlines())
    assert {line[0] for line in lines} == set(get_args(Permission)) - {"public"}
    for name, *marks in lines:
        for role, mark in zip(roles, marks, strict=True):
            assert allowed(Identity("x", "X", frozenset({role})), name) is (mark == "ja"), (role, name)


def test_two_roles_give_what_either_gives():
    both = Identity("x", "X", frozenset({"admin", "arkiv"}))
    assert allowed(both, "system.read") and allowed(both, "document.read") and not allowed(both, "document.write")
