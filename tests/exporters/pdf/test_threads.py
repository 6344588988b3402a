"""Several requests at a time: documents made in threads are the same as those made alone."""

from concurrent.futures import ThreadPoolExecutor

from support.samples import SAMPLES

from stegvis.exporters.pdf import PdfExporter

NAMES = ("every_node", "odd", "blank", "praktikavtal") * 3


def test_documents_made_side_by_side_are_those_made_alone():
    documents = [SAMPLES[name]() for name in NAMES]
    alone = [PdfExporter().export(document) for document in documents[:4]] * 3
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(PdfExporter().export, documents)) == alone
