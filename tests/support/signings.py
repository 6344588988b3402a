"""Made-up parties and acts that the tests of signing share."""

from datetime import UTC, date, datetime, timedelta

from stegvis.plugin.signing import state_machine
from stegvis.plugin.signing.parties import Party

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = date(2026, 11, 21)
SHA = "7f3a91c204be" + "0" * 52
OTHER = "f" * 64


def party(role_key, name="", *, required=True, audience="deltagare", behalf=""):
    """One who signs."""
    return Party(
        key=f"underskrift_{role_key}",
        role=role_key.capitalize(),
        role_key=role_key,
        name=name,
        audience=audience,
        required=required,
        behalf=behalf,
    )


THREE = (
    party("deltagare", "Alva Testberg"),
    party("arbetsgivare", audience="arbetsgivare"),
    party("kommun", audience="kommun"),
)
FIRST, SECOND, THIRD = (each.key for each in THREE)


def begun(parties=THREE, **given):
    """A round that has just begun."""
    return state_machine.replay(state_machine.create(None, parties, SHA, "skarm", at=AT, by="kim", **given))


class Round:
    """A round that is acted on, with its events."""

    def __init__(self, parties=THREE, **given):
        self.events = list(state_machine.create(None, parties, SHA, "skarm", at=AT, by="kim", **given))

    @property
    def now(self):
        """The state."""
        return state_machine.replay(self.events)

    def do(self, act, *given, **named):
        """Acts, and keeps what happened."""
        new = getattr(state_machine, act)(
            self.now, *given, at=AT + timedelta(seconds=len(self.events)), by="kim", **named
        )
        self.events += new
        return new

    def sign(self, key, name="", **named):
        """Shows the words and signs."""
        now = self.now
        if key not in now.shown:
            self.do("show", key, SHA)
        name = name or now.party(key).name or "Robin Handledarsson"
        return self.do("approve", key, SHA, round=now.round, name=name, method="Ritad på skärm", on=DAY, **named)
