"""A form, ready to use: what it asks and says, how it is judged, drawn and archived."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...schemas.rules import Day
from ..kinds.group import object_schema
from ..language.conditions import names
from ..language.context import Context
from ..questions.judge import QuestionsSchema, condition_names, schema_of
from .base import FormData
from .defaults import defaults
from .page import FormPage
from .revealing import revealing_of
from .schema import FormSchema

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class FormDefinition(FormData):
    """One version of one form. Equal definitions have equal snapshots, and the same SHA-256."""

    def schema(self, context: Context | None = None) -> FormSchema:
        """The one judge of this form's answers, for JSON and pages alike."""
        context = context or Context()
        return FormSchema(self, context, self._judge(Day(context.today, revealing_of(context))))

    def _judge(self, day: Day) -> QuestionsSchema:
        """The schema for one day, built once: building it costs more than judging with it."""
        kept = self._judges.get(day)
        if kept is None:
            self._judges.clear()
            watched = {
                *condition_names(q for _, q in self.walk()),
                *(name for rule in self.rules for name in names(rule.when)),
            }
            kept = self._judges[day] = schema_of(self.answerable, day, watched)
        return kept

    @cached_property
    def _judges(self) -> dict[Day, QuestionsSchema]:
        return {}

    def warnings(self, answers: Mapping[str, Any], context: Context | None = None) -> dict[str, list[str]]:
        """What to look at again in judged answers; never a reason to stop. `{path: [messages]}`."""
        return self.schema(context).warnings(answers)

    def page(self, raw: Mapping[str, Any] | None = None, **given: Any) -> FormPage:
        """The page that draws this form: see `Page`."""
        return FormPage(self, raw, **given)

    def snapshot(self) -> str:
        """The canonical JSON of everything the form asks and says, overlays put in: what a saved answer keeps."""
        return self._canonical

    @cached_property
    def _canonical(self) -> str:
        whole = {"format": FORMAT, **self.data}
        return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the snapshot, in hexadecimal."""
        return hashlib.sha256(self._canonical.encode()).hexdigest()

    def json_schema(self) -> dict[str, Any]:
        """JSON Schema (2020-12) of the answers: shapes and options; conditions and rules stay with the judge."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title,
            **object_schema(self.answerable),
        }

    def defaults(self, context: Context, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Answers to begin with, as JSON, for questions nobody has answered: see `definition.defaults`."""
        return defaults(self, context, answers or {})
