from flask import request, url_for

from stegvis.plugin import FlaskLoginIdentity, Stegvis

stegvis = Stegvis(
    identity=FlaskLoginIdentity(role_map={"soc": "handlaggare", "it": "admin"}, tenant="Socialnämnden"),
    login=lambda: url_for("login", next=request.script_root + request.full_path),
    layout="stegvis.html",
)


def mount(app):
    stegvis.init_app(app, url_prefix="/blanketter")
