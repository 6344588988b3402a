"""Answers of a filled form: the label over the answer, short ones side by side as on a form that is known."""

from .rows import Passage, SheetRow
from .story import Story
from .structure import Element
from .style import ANSWER_LABEL, LEFT, RIGHT, Style

TRACKS = 3
GAP = 12.0
TRACK = (RIGHT - LEFT + GAP) / TRACKS  # one track and the gap after it
SHORT = 8  # lines of an answer that is not cut at the foot of a page


class Boxes:
    """Puts answers on rows of three tracks; one that needs more takes more, a long one the whole line."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._row: SheetRow | None = None
        self._taken = 0  # tracks of the row

    def close(self) -> None:
        """What comes next begins a row of its own."""
        self._row = None

    def add(self, label: tuple[Element, str], answer: tuple[Element, str], style: Style, room: float) -> None:
        """An answer under its label, each an element and its words; *room* comes before a new row."""
        passages = [self.story.passage(label[0], label[1], ANSWER_LABEL)] if label[1] else []
        passages.append(self.story.passage(answer[0], answer[1], style))
        tracks = _tracks(passages)
        if self._row is not None and self._taken + tracks <= TRACKS:
            for passage in passages:
                passage.x = LEFT + self._taken * TRACK
            self._row.columns.append(passages)
        else:
            self._row = self.story.add(
                SheetRow([passages], passages[0].style.leading, room, above=0.8, below=2.2, ruled=True)
            )
            self._row.whole = self._row.count <= SHORT
            self._taken = 0
        self._taken += tracks


def _tracks(passages: list[Passage]) -> int:
    """The fewest tracks on which each passage fits on one line; all of them where none would do."""
    if len(passages) == 1 or any(len(passage.lines) > 1 for passage in passages):
        return TRACKS
    widest = max(passage.lines[0].width for passage in passages)
    return next((tracks for tracks in range(1, TRACKS) if widest <= tracks * TRACK - GAP), TRACKS)
