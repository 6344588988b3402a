"""The reference of form files, printed as Markdown from what the loader itself goes by: `python -m
stegvis.forms.loading.reference`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, fields
from typing import Any

from ...schemas.rules import RULES, Rule
from ..definition.definition import FormDefinition
from ..definition.sections import FormSection
from ..kinds import KINDS
from ..language.case_roles import ROLES
from ..language.conditions import OF_CONTEXT, SHAPES
from ..questions.question import Question
from .build import keys_of
from .locks import KEPT
from .overlay import FORM_KEYS, QUESTION_KEYS, RULE_KEYS
from .read_form import RULE_SHAPES, rule_keys
from .toml_files import BLOCKS

INTRODUCTION = """\
# Blankettfiler

*Den här sidan skrivs av `python -m stegvis.forms.loading.reference` ur det som läser filerna. Ändra inte här.*

En blankett är en fil i `forms/blanketter/`, skriven i [TOML](https://toml.io/sv). Den som vill lägga till en blankett
börjar i [add-a-form.md](add-a-form.md), den som vill ändra en text i [change-a-text.md](change-a-text.md). Ett fel i en
fil berättas med fil, del, fråga och vad man ska skriva i stället. Fetstil betyder att nyckeln måste finnas."""


def reference() -> str:
    """The whole reference."""
    return "\n\n".join((INTRODUCTION, *_form(), *_case(), *_kinds(), *_conditions(), *_rules(), *_overlays())) + "\n"


def _form() -> Iterator[str]:
    yield "## Blankett"
    yield _table(_rows(fields(FormDefinition)))
    yield "Dessutom `[[sections]]` (delar) och `[[rules]]` (regler)."
    yield "## Del"
    yield _table(_rows(fields(FormSection)))
    yield "Dessutom `[[sections.questions]]`: frågor, eller block som byts ut mot sina frågor."
    yield "## Block"
    yield _table(
        [
            (
                "**`block`**",
                "text",
                "",
                f"Blockets namn: {', '.join(sorted(path.stem for path in BLOCKS.glob('*.toml')))}.",
            ),
            ("`only`", "lista med text", "alla", "Vilka frågor, i vilken ordning."),
            ("`signed`", "lista med text", "inga", "Vilka av dem som parterna skriver under i den här blanketten."),
            ("`change`", "tabell", "", "Nycklar att ändra: `change = { personnummer = { required = true } }`."),
        ]
    )


def _case() -> Iterator[str]:
    yield "## Ärende"
    yield (
        "`[case]` säger vad blanketten är i ett ärende: `role` är en av rollerna här, och `tells` säger vilken fråga "
        "som berättar vad. Ärendets regler, dagar, kö och räkning går efter rollen, aldrig efter blankettens nyckel. "
        "Då kan en egen blankett ta del. Har flera blanketter samma roll bestämmer den nyaste handlingen. Handlingar "
        "som sparades innan tabellen skrevs har bara berättat det som räknades då. En ändringsfil kan inte ändra den."
    )
    for name, role in ROLES.items():
        yield f"### `{name}`"
        yield role.about
        yield _table(
            (
                (f"**`{term}`**" if one.needed else f"`{term}`", ", ".join(one.kinds), one.about)
                for term, one in role.terms.items()
            ),
            head=("Uppgift", "Frågetyp", "Betyder"),
        )


def _kinds() -> Iterator[str]:
    common = {field.name for field in fields(Question)}
    yield "## Fråga"
    yield "Nycklar som alla frågetyper har, utöver `kind`:"
    yield _table(_rows(field for field in keys_of(KINDS["text"]).values() if field.name in common))
    yield (
        "Frågor inuti en annan fråga ärver dess `audience` och `signed`. Texter får ha platshållare: `{kommun}` "
        "`{namnd}` `{enhet}` "
        "`{anordnare}` `{tider}` `{webbadress}` `{granskare}`, eller `{namn}` på en annan fråga. `messages` får "
        "ersätta de allmänna meddelandena i `schemas/messages.py`, var för sig med deras namn."
    )
    yield "## Frågetyper"
    for name, kind in KINDS.items():
        yield f"### `{name}`"
        yield kind.about
        own = [field for key, field in keys_of(kind).items() if key not in common]
        if own:
            yield _table(_rows(own))


def _conditions() -> Iterator[str]:
    yield "## Villkor"
    yield "`show_if`, `required_if` och `when` skrivs på något av de här sätten:"
    yield "\n".join(f"- {shape.strip()}" for shape in SHAPES.replace(" eller ", ", ").split(", "))
    contexts = ", ".join(f"`{name}`" for name in OF_CONTEXT)
    yield (
        f'`context` är något av {contexts}. `is` och `in` ser en obesvarad fråga som `""`. I en rad frågas radens '
        "egna svar först."
    )


def _rules() -> Iterator[str]:
    yield "## Regler"
    yield "Alla regler har `rule` och kan ha `when` (villkor) och:"
    common = {field.name for field in fields(Rule)}
    about = {
        "id": "Regelns namn, för kommunens ändringar.",
        "message": "Egna ord i stället för det allmänna meddelandet.",
        "law": "Källan i lag. Regeln kan inte stängas av eller mjukas upp lokalt.",
        "warn": "Regeln påpekar, men hindrar inte.",
    }
    found = rule_keys(RULES["not_open_ended"]).items()
    yield _table(
        (_name(key, field), RULE_SHAPES[field.type].words, _default(field), about[key])
        for key, field in found
        if key in about
    )
    for name, rule in RULES.items():
        own = [(key, field) for key, field in rule_keys(rule).items() if field.name not in common]
        yield f"### `{name}`"
        yield rule.about
        yield ", ".join(f"{_name(key, field)} ({RULE_SHAPES[field.type].words})" for key, field in own) + "."


def _overlays() -> Iterator[str]:
    yield "## Kommunens ändringar"
    yield (
        'En fil i instansens mapp `forms/` med `form = "…"` ändrar den blanketten; med `id = "…"` är den en egen '
        "blankett."
    )
    yield _table(
        [
            ("överst", _list(FORM_KEYS)),
            ("`[questions.namn]`", _list(QUESTION_KEYS)),
            (
                "`[texts.namn]`",
                "`text`, `off` – bara texter med `config = true`; `titles` och `intro` är blankettens egna",
            ),
            ("`[rules.id]`", _list(RULE_KEYS)),
        ],
        head=("Tabell", "Nycklar"),
    )
    yield (
        "Där `law` står går ingenting att ändra, utom gränser som finns: de får göras snävare. Då är också `title` "
        "och `subtitle` låsta. "
        f"Där `keep` står, och i frågor som något låst behöver, står {_list(KEPT)} fast, och i ett kryss allt. "
        "Filerna läggs på i ordning efter namn. En fråga inuti en annan skrivs med sin väg: "
        '`[questions."parter.enhet"]`.'
    )


def _rows(found: Iterable[Field[Any]]) -> Iterator[tuple[str, ...]]:
    for field in found:
        if "shape" in field.metadata:
            yield _name(field.name, field), field.metadata["shape"].words, _default(field), field.metadata["doc"]


def _name(key: str, field: Field[Any]) -> str:
    needed = field.default is MISSING and field.default_factory is MISSING
    return f"**`{key}`**" if needed else f"`{key}`"


def _default(field: Field[Any]) -> str:
    match field.default:
        case None | "" | () | _Missing():
            return ""
        case bool() as flag:
            return "true" if flag else "false"
        case tuple() as items:
            return ", ".join(str(item) if isinstance(item, str) else f"{item[0]} = {item[1]}" for item in items)
    return str(field.default)


_Missing = type(MISSING)


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(
    rows: Iterable[tuple[str, ...]], head: tuple[str, ...] = ("Nyckel", "Form", "Utan nyckeln", "Betyder")
) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    print(reference(), end="")
