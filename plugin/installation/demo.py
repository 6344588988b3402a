"""What the demonstration is made of: people who do not exist, and a folder that holds nothing real."""

from pathlib import Path

from ..errors import SetupError
from .identity import Identity

NAMND = "Arbetsmarknadsnämnden"
UNIT = ("Arbetsmarknadsenheten",)
PEOPLE = (
    Identity("kim", "Kim Konsulent", frozenset({"konsulent"}), UNIT, NAMND),
    Identity("hanna", "Hanna Handläggarsson", frozenset({"handlaggare"}), UNIT, NAMND),
    Identity("charlie", "Charlie Chefsson", frozenset({"chef"}), UNIT, NAMND),
    Identity("iris", "Iris It-ansvarig", frozenset({"admin"}), (), NAMND),
    Identity("arvid", "Arvid Arkivarie", frozenset({"arkiv"}), (), NAMND),
)
# What each may do, as the page where one chooses says it.
DUTIES = {
    "konsulent": "Konsulent: fyller i, sparar och hämtar handlingar",
    "handlaggare": "Handläggare: fyller i, sparar och hämtar handlingar",
    "chef": "Chef: fyller i, sparar och hämtar handlingar",
    "admin": "IT-administratör: ser inga handlingar",
    "arkiv": "Arkivarie: läser och hämtar handlingar",
}
MARK = "DEMONSTRATION"


def own_folder(instance: Path) -> Path:
    """The folder `demo` in the instance folder, made and marked when it is not there.

    Raises SetupError when it holds something but not the mark: the database there may be a real one.
    """
    folder = instance / "demo"
    mark = folder / MARK
    if not mark.exists():
        if folder.exists() and any(folder.iterdir()):
            raise SetupError(f"Move {folder} away: the demonstration did not make it, and will not write to it.")
        folder.mkdir(parents=True, exist_ok=True)
        mark.write_text("Everything in this folder is made up, and may be deleted.\n", encoding="utf-8")
    return folder
