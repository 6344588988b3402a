"""A praktikavtal that parties sign on a screen, through the pages."""

import json
from uuid import UUID

from support.form_examples import example

DELTAGARE, ARBETSGIVARE, KOMMUN = "underskrift_deltagare", "underskrift_arbetsgivare", "underskrift_kommun"


NAME = example("praktikavtal_minimal")["deltagare_namn"]


STROKES = json.dumps([[[0.1, 0.5], [0.2, 0.3], [0.4, 0.6]], [[0.5, 0.5], [0.8, 0.4], [0.9, 0.6]]])


CODE = "4711"


class Agreement:
    """A praktikavtal that is being signed on a screen."""

    def __init__(self, office, form="praktikavtal_minimal"):
        self.office, self.page = office, office.page
        self.path = office.saved(form.partition("_")[0], example(form)).path

    @property
    def signatures(self):
        """The worker's page of signatures."""
        return self.page.get(f"{self.path}/underskrifter")

    def begin(self, **given):
        """That page, after signing has begun."""
        return self.signatures.submit("underskrifter", press="borja:skarm", **given)

    def hand_over(self, party, code=CODE):
        """The party's own page, after the browser has been handed over."""
        return self.page.get(f"{self.path}/underskrifter/{party}/lamna-over").submit(kod=code)

    def sign(self, party, code=CODE, **given):
        """The page after the party has signed in the room and the worker has unlocked."""
        name = NAME if party == DELTAGARE else "Robin Handledarsson"
        signed = self.hand_over(party, code).submit(press="skriv-under", **{"namn": name, "last": "ja"} | given)
        assert signed.h1 == "Tack", signed.errors
        return signed.submit("las-upp", kod=code)

    def sign_here(self, **given):
        """The page after the kommun's own signer has signed on the spot."""
        page = self.page.get(f"{self.path}/underskrifter/{KOMMUN}/skriv-under")
        return page.submit(press="skriv-under", **{"last": "ja"} | given)

    @property
    def events(self):
        """Everything that has happened in the signing."""
        return self.office.store.signing(self.office.who.tenant, UUID(self.path.rpartition("/")[2]))

    def status(self):
        """What the document's page says of where it stands."""
        return self.page.get(self.path).soup.select_one(".st-headline .st-tag").get_text()
