"""Which row, and which lines of it, stand on which page."""

from collections.abc import Iterator
from dataclasses import dataclass

from .rows import SheetRow

FEWEST = 2  # lines of a row on either side of a page break


@dataclass(slots=True)
class Placed:
    """Lines first..last-1 of a row, from *top* downwards; a head that is drawn again is *repeated*."""

    row: SheetRow
    top: float
    first: int
    last: int
    repeated: bool = False


def paginate(rows: list[SheetRow], top: float, bottom: float) -> list[list[Placed]]:
    """The rows on pages whose room reaches from *top* down to *bottom*."""
    pages = _Pages(top, bottom)
    for group in _linked(rows, rather=True):
        need = _need(group)
        if pages.tallest >= need:
            pages.put_together(group, need)
        else:
            for part in _linked(group, rather=False):
                pages.put_together(part, _need(part))
    return pages.done


class _Pages:
    """The pages so far; rows are put on the last one."""

    def __init__(self, top: float, bottom: float) -> None:
        self.tallest = top - bottom
        self.top, self.bottom = top, bottom
        self.done: list[list[Placed]] = [[]]
        self.y = top

    def put_together(self, group: list[SheetRow], need: float) -> None:
        """Rows that belong together and *need* so much room: on this page if they fit, else from the top of the
        next.
        """
        if self.done[-1] and self.y - self.bottom < group[0].before + need:
            self._turn()
        for row in group:
            self._put(row)

    def _put(self, row: SheetRow) -> None:
        if self.done[-1]:
            self.y -= row.before
        first = 0
        while not self._fits(row.height(first)):
            lines = self._lines(row, first)
            if lines:
                self._place(row, first, first + lines)
                first += lines
            self._turn()
            self._repeat_head(row)
        if first == 0 and not self.done[-1]:
            self._repeat_head(row)
        self._place(row, first, row.count)

    def _lines(self, row: SheetRow, first: int) -> int:
        """How many lines of a row that does not fit may stand on this page."""
        room, left = self.y - self.bottom - row.above - row.below, row.count - first
        fit = min(int(room // row.leading) if room > 0 and row.leading else 0, left - FEWEST)
        if not self.done[-1]:  # nothing else stands here: the row must be cut
            return max(fit, 1)
        return 0 if row.whole or fit < FEWEST else fit

    def _repeat_head(self, row: SheetRow) -> None:
        head = row.head
        if head is not None and head.height() < self.tallest / 3:
            self._place(head, 0, head.count, repeated=True)

    def _place(self, row: SheetRow, first: int, last: int, repeated: bool = False) -> None:
        self.done[-1].append(Placed(row, self.y, first, last, repeated))
        self.y -= row.height(first, last)

    def _turn(self) -> None:
        self.done.append([])
        self.y = self.top

    def _fits(self, height: float) -> bool:
        return self.y - height >= self.bottom - 1e-6


def _linked(rows: list[SheetRow], rather: bool) -> Iterator[list[SheetRow]]:
    """Groups of rows that stay together; with *rather* also those that only wish to."""
    group: list[SheetRow] = []
    for row in rows:
        group.append(row)
        if not (row.keep or (rather and row.stay)):
            yield group
            group = []
    if group:
        yield group


def _need(group: list[SheetRow]) -> float:
    """The room a group needs, without the room before it: of its last row the first lines are enough."""
    last = group[-1]
    cuttable = not last.whole and last.count > FEWEST + 1
    least = last.height(0, FEWEST) if cuttable else last.height()
    return sum(row.before + row.height() for row in group[:-1]) - group[0].before + least + last.before
