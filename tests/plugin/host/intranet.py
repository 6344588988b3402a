"""A host as one finds them: login, CSRF protection, a layout, forms and error pages of its own."""

from flask import Flask, redirect, render_template, request, url_for
from flask_login import LoginManager, UserMixin, login_user
from flask_wtf import CSRFProtect

import forms


class User(UserMixin):
    def __init__(self, name, group):
        self.id = self.name = name
        self.roles = [group]


USERS = {user.id: user for user in (User("Berit", "soc"), User("Iris", "it"), User("Gösta", "park"))}


def create_intranet(folder):
    app = Flask("intranet", root_path=str(folder / "app"), template_folder=folder / "templates", instance_path=folder)
    app.secret_key = "not a secret"
    CSRFProtect(app)
    LoginManager(app).user_loader(USERS.get)

    @app.route("/")
    def home():
        return render_template("base.html", form=forms.SearchForm())

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            login_user(USERS[request.form["name"]])
            return redirect(request.args.get("next") or url_for("home"))
        return render_template("base.html", form=forms.SearchForm())

    @app.errorhandler(404)
    def not_found(error):
        return "the host's own 404", 404

    return app
