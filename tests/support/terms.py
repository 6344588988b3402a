"""Writes docs/termer.csv: every question, and the term of the vocabulary that fills it in; `ny` is asked anew each
time.

`python tests/support/terms.py`. A new question is written as `ny`: give it a term if a case can know the answer before.
"""

import csv
import io
from pathlib import Path

from stegvis.forms import list_forms

PAGE = Path(__file__).parents[2] / "docs/termer.csv"


def text():
    """The whole list."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(["form", "question", "term"])
    for form in list_forms():
        for question in form.answerable:
            if question.name in form.questions:
                writer.writerow([form.id, question.name, question.prefill or "ny"])
    return out.getvalue()


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
