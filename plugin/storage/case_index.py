"""What a case is found by beside its row: tokens to search, what falls due, and places taken; anew at each change."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert

from .blind import hashed
from .model import Deadline, Stay, StoredCase
from .sealed import Seals
from .tables import case_tokens, dues, stays


class CaseIndex:
    """The rows about one case in the tables of tokens, dues and stays."""

    def __init__(self, seals: Seals) -> None:
        self._seals = seals

    def write(
        self,
        connection: Connection,
        case: StoredCase,
        tokens: Sequence[str],
        found: Sequence[Deadline],
        taken: Sequence[Stay] = (),
    ) -> None:
        """All three anew, as the case stands."""
        self.tokens(connection, case, tokens)
        connection.execute(delete(dues).where(dues.c.tenant == case.tenant, dues.c.case_id == case.id))
        rows = [
            {
                "tenant": case.tenant,
                "case_id": case.id,
                "number": number,
                "responsible": case.responsible,
                "kind": due.kind,
                "day": due.day,
                "shown_from": due.shown_from,
                "what": due.what,
                "document_id": due.document_id,
            }
            for number, due in enumerate(found, 1)
        ]
        if rows:
            connection.execute(insert(dues), rows)
        self._stays(connection, case, taken)

    def _stays(self, connection: Connection, case: StoredCase, taken: Sequence[Stay]) -> None:
        connection.execute(delete(stays).where(stays.c.tenant == case.tenant, stays.c.case_id == case.id))
        places = hashed(connection, self._seals, case.tenant, [one.place for one in taken]) if taken else []
        rows = [
            {
                "tenant": case.tenant,
                "case_id": case.id,
                "number": number,
                "place": place,
                "first": one.first,
                "last": one.last,
            }
            for number, (one, place) in enumerate(zip(taken, places, strict=True), 1)
        ]
        if rows:
            connection.execute(insert(stays), rows)

    def tokens(self, connection: Connection, case: StoredCase, tokens: Sequence[str]) -> None:
        """The words that the case is found by, kept as keyed hashes."""
        connection.execute(
            delete(case_tokens).where(case_tokens.c.tenant == case.tenant, case_tokens.c.case_id == case.id)
        )
        rows = [
            {"tenant": case.tenant, "case_id": case.id, "token": token}
            for token in sorted(set(hashed(connection, self._seals, case.tenant, tokens)))
        ]
        if rows:
            connection.execute(insert(case_tokens), rows)
