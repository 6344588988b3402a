"""A document on a desk, that parties sign one request at a time."""

from uuid import UUID

from stegvis.plugin.documents import signing
from stegvis.plugin.documents.service import open_document
from stegvis.plugin.signing import state_machine
from support.form_examples import example
from support.signings import DAY

DELTAGARE, ARBETSGIVARE, KOMMUN = "underskrift_deltagare", "underskrift_arbetsgivare", "underskrift_kommun"


NAME = example("praktikavtal_minimal")["deltagare_namn"]


class Desk:
    """An office where a document lies, opened anew for each act as each request does."""

    def __init__(self, office, form="praktikavtal_minimal"):
        page = office.saved(form.partition("_")[0], example(form))
        self.office, self.id = office, UUID(page.path.rpartition("/")[2])
        self.keys = iter(range(10**6))

    def at(self, act, *given, **named):
        """Does something in a request of its own."""
        with self.office.app.test_request_context("/stegvis/"):
            return act(open_document(self.id), *given, **named)

    def begin(self, **named):
        return self.at(signing.begin, "skarm", f"begin-{next(self.keys)}", **named)

    def do(self, act, *given, request_key="", **named):
        def acting(now, at, by):
            return getattr(state_machine, act)(now, *given, at=at, by=by, **named)

        return self.at(signing.act, request_key or f"k-{next(self.keys)}", acting)

    def sign(self, party, name="", **named):
        found = self.at(lambda document: document)
        self.do("show", party, found.signing.sha256)
        name = name or found.signing.party(party).name or "Robin Handledarsson"
        return self.do(
            "approve",
            party,
            found.signing.sha256,
            round=found.signing.round,
            name=name,
            method="Ritad på skärm",
            on=DAY,
            **named,
        )

    @property
    def state(self):
        return self.at(lambda document: document.stored.state)
