"""One praktikavtal with every field, as PDF and as Word, by us and by others, interleaved. `python -m
tests.benchmarks.documents`
"""

import gc
import json
import statistics
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from stegvis.exporters import compose, export
from stegvis.forms import Context, Letterhead, load_form

from . import platypus, typst_doc, word

EXAMPLE = Path(__file__).parent.parent / "forms" / "examples" / "praktikavtal.json"
CONTEXT = Context(
    now=datetime(2026, 11, 21, 12, 0, tzinfo=UTC),
    letterhead=Letterhead(kommun="Åviks kommun", namnd="Påhittade nämnden", enhet="Enheten för övning"),
    document_id="019aa7b2-0000-7000-8000-00001a2b3c4d",
)


def vary(number):
    """Judged answers that differ from round to round, so that nothing can be kept from the last one."""
    raw = json.loads(EXAMPLE.read_text("utf-8"))
    raw["arbetsuppgifter"] = f"Uppgift {number}: " + raw["arbetsuppgifter"]
    raw["deltagare_namn"] = f"Påhittad Person {number}"
    form = load_form("praktikavtal")
    return form, form.schema(CONTEXT).load(raw)


ENGINES = {
    "compose + PDF (ours)": lambda form, answers, document: export(compose(form, answers, "kommun", CONTEXT), "pdf"),
    "platypus, plain": lambda form, answers, document: platypus.platypus(document),
    "Typst": lambda form, answers, document: typst_doc.typst(document),
    "compose + Word (ours)": lambda form, answers, document: export(compose(form, answers, "kommun", CONTEXT), "docx"),
    "python-docx, naive": lambda form, answers, document: word.naive(document),
    "docxtpl": lambda form, answers, document: word.docxtpl(document),
    "compose alone": lambda form, answers, document: compose(form, answers, "kommun", CONTEXT),
}
BARS = {
    "platypus, plain": ("compose + PDF (ours)", 1 / 3),
    "Typst": ("compose + PDF (ours)", 1 / 3),
    "python-docx, naive": ("compose + Word (ours)", 1 / 4),
    "docxtpl": ("compose + Word (ours)", 1 / 3),
}


def measure(rounds=30):
    """Medians in seconds by engine."""
    times = {name: [] for name in ENGINES}
    for number in range(rounds + 2):
        form, answers = vary(number)
        document = compose(form, answers, "kommun", CONTEXT)
        for name, engine in ENGINES.items():
            gc.collect()  # nobody pays for what another has left behind
            start = perf_counter()
            engine(form, answers, document)
            times[name].append(perf_counter() - start)
    return {name: statistics.median(seconds[2:]) for name, seconds in times.items()}


def main(rounds=30):
    """Prints the medians, and our share of each other engine's."""
    medians = measure(rounds)
    for name, seconds in medians.items():
        line = f"{name:24} {seconds * 1000:7.2f} ms"
        if name in BARS:
            ours, bar = BARS[name]
            line += f"   ours is {medians[ours] / seconds:.2f} of it (bar {bar:.2f})"
        print(line)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
