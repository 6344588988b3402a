"""Which number a document has that is stored nowhere."""

from collections.abc import Mapping
from dataclasses import replace
from json import dumps
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from ...forms import Context, FormDefinition


def with_number(context: "Context", form: "FormDefinition", answers: Mapping[str, Any]) -> "Context":
    """The context with a document id: the same judged answers to the same form always get the same."""
    canonical = dumps(form.schema(context).dump(answers), sort_keys=True, ensure_ascii=False)
    return replace(context, document_id=str(uuid5(NAMESPACE_URL, f"{form.sha256}:{canonical}")))
