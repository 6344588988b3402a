"""`make bench`: every speed that is claimed, measured in one run."""

from . import bulk, cases, documents, imports, pages, sealing, signing, storage

for title, benchmark in (
    ("One praktikavtal, every field", documents),
    ("Page without storage", pages),
    ("Save", storage),
    ("Sign", signing),
    ("Start", imports),
    ("One seal", sealing),
    ("Many documents", bulk),
    ("Many cases", cases),
):
    print(f"\n{title}")
    benchmark.main()
