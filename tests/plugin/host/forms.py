"""The host's own forms.py: hosts very often have one, and it must not meet ours."""

from flask_wtf import FlaskForm
from wtforms import StringField


class SearchForm(FlaskForm):
    words = StringField()
