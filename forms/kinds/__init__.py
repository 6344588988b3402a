"""Every kind of question there is: adding one is a file here, a partial in the plugin, a line below and a test."""

from ..questions.question import Question
from .checklist import Checklist, Checkpoint
from .choice import Choice, Choices, Language, YesNo
from .contact import Email, Orgnr, Personnummer, Phone
from .dates import Date, Moment, Time
from .fixed import Fixed
from .group import Group, Person
from .matrix import Matrix
from .numbers import DecimalNumber, Integer
from .per_row import PerRow
from .reference import Reference
from .repeat import Repeat
from .row_of import RowOf
from .scale import Scale
from .schedule import Schedule
from .signature import Signature, Signers
from .spans import Month, Week
from .text import LongText, ShortText
from .tick import Tick
from .tick_table import TickTable

KINDS: dict[str, type[Question]] = {
    kind.kind: kind
    for kind in (
        ShortText,
        LongText,
        Choice,
        Choices,
        YesNo,
        Tick,
        Date,
        Moment,
        Time,
        Week,
        Month,
        Integer,
        DecimalNumber,
        Email,
        Phone,
        Personnummer,
        Orgnr,
        Language,
        Group,
        Person,
        Repeat,
        RowOf,
        PerRow,
        Matrix,
        Scale,
        TickTable,
        Checklist,
        Checkpoint,
        Schedule,
        Fixed,
        Signature,
        Signers,
        Reference,
    )
}
