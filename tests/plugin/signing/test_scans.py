"""A paper that comes back is known by its codes: the right one is matched, and everything else is told and named."""

import time
from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest
from PIL import Image
from support.filled import CONTEXT, filled
from support.paper_scans import as_file, as_pdf, printed, scanned, white

from stegvis.exporters import export
from stegvis.exporters.page_code import PageCode
from stegvis.plugin.signing import scans
from stegvis.plugin.signing.scans import NotAScan, match

DOCUMENT = PageCode(UUID(CONTEXT.document_id), 3, "7f3a91c204be")
pytestmark = pytest.mark.pdf


def paper(code=DOCUMENT, form="praktikavtal"):
    return printed(export(replace(filled(form, "arbetsgivare"), page_code=code), "pdf"))


@pytest.fixture(scope="module")
def pages():
    return paper()


class TestMatched:
    @pytest.mark.parametrize("dpi", [150, 200, 300])
    @pytest.mark.parametrize("tilt", [-3, 0, 2.4])
    def test_askew_noisy_and_blurred(self, dpi, tilt):
        found = printed(export(replace(filled("praktikavtal", "arbetsgivare"), page_code=DOCUMENT), "pdf"), dpi)
        result = match([as_pdf([scanned(page, tilt=tilt) for page in found])], DOCUMENT)
        assert result.problems == () and len(result.leaves) == len(found) and result.complete
        assert [leaf.code.page for leaf in result.leaves] == [1, 2, 3]

    def test_in_any_order_upside_down_and_in_several_files(self, pages):
        first, second, third = (scanned(page) for page in pages)
        files = [
            as_file(scanned(pages[2], upside_down=True), "PNG"),
            as_file(first, "JPEG", quality=60),
            as_file(second, "TIFF"),
        ]
        assert match(files, DOCUMENT).complete
        assert match([as_pdf([third, first, second])], DOCUMENT).complete

    def test_a_tiff_of_many_pages(self, pages):
        first, *rest = (scanned(page) for page in pages)
        assert match([as_file(first, "TIFF", save_all=True, append_images=rest)], DOCUMENT).complete

    def test_white_backs_are_no_pages_and_are_told(self, pages):
        both = [side for page in pages for side in (scanned(page), white(page))]
        result = match([as_pdf(both)], DOCUMENT)
        assert result.complete and result.notes == (
            "Tomma sidor räknas inte: fil 1, sida 2; fil 1, sida 4; fil 1, sida 6.",
        )

    def test_two_counterparts_that_are_both_whole(self, pages):
        whole = [scanned(page) for page in pages]
        assert match([as_pdf(whole), as_pdf(whole)], DOCUMENT).complete


class TestTold:
    def told(self, files, *words):
        result = match(files, DOCUMENT)
        assert not result.complete
        for each in words:
            assert any(each in problem for problem in result.problems), (each, result.problems)
        return result

    def test_a_page_that_is_missing(self, pages):
        result = self.told([as_pdf([scanned(pages[0]), scanned(pages[2])])], "Skanna också sida 2 av 3. Den saknas.")
        assert len(result.problems) == 1

    def test_a_page_twice(self, pages):
        self.told([as_pdf([scanned(page) for page in (*pages, pages[1])])], "Sida 2 finns fler gånger än de andra.")

    def test_a_page_of_another_document(self, pages):
        other = paper(replace(DOCUMENT, document_id=UUID(int=7)))
        self.told(
            [as_pdf([scanned(page) for page in (*pages, other[0])])],
            "Ta bort fil 1, sida 4. Den hör till en annan handling.",
        )

    def test_another_version(self, pages):
        self.told(
            [as_pdf([scanned(page) for page in paper(replace(DOCUMENT, version=2))])],
            "Den är version 2 av handlingen, och den här är version 3.",
        )

    def test_other_words(self, pages):
        self.told(
            [as_pdf([scanned(pages[0]), *map(scanned, paper(replace(DOCUMENT, mark="000091c204be"))[1:])])],
            "Den har märket 0000 91c2 04be",
            "sida 2 av 3",
        )

    def test_a_page_without_a_code_that_can_be_read(self, pages):
        cut = pages[1].crop((0, 0, pages[1].width, int(pages[1].height * 0.9)))
        self.told(
            [as_pdf([scanned(pages[0]), scanned(cut), scanned(pages[2])])], "Skanna om fil 1, sida 2", "sida 2 av 3"
        )

    def test_something_else_altogether(self):
        self.told(
            [as_pdf([scanned(Image.linear_gradient("L").resize((1200, 1600)))])], "Ingen av sidorna hör till den."
        )


class TestHostile:
    @pytest.mark.parametrize("data", [b"", b"hej", b"<svg/>", b"PK\x03\x04", b"\x00\x00\x00\x18ftypheic", b"GIF89a"])
    def test_what_is_no_scan(self, data):
        with pytest.raises(NotAScan, match="Fil 1 är något annat"):
            match([data], DOCUMENT)

    @pytest.mark.parametrize(
        "data", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00\xff\xff\xff\xff"]
    )
    def test_what_only_begins_as_one(self, data, pages):
        with pytest.raises(NotAScan, match="Fil 2 går inte att läsa"):
            match([as_file(scanned(pages[0]), "PNG"), data], DOCUMENT)

    def test_a_picture_that_swells(self):
        bomb = as_file(Image.new("1", (30_000, 30_000)), "PNG")
        assert len(bomb) < 1_000_000
        self.bounded(bomb, "för stor|går inte att läsa")

    def test_a_page_as_large_as_a_house_and_pages_without_end(self):
        for size, count in ((14_400, 1), (100, 500)):
            pdf = pikepdf.new()
            for _ in range(count):
                pdf.add_blank_page(page_size=(size, size))
            pdf.save(file := BytesIO())
            self.bounded(file.getvalue(), "för stor")

    def test_a_locked_file(self, pages):
        with pikepdf.open(BytesIO(as_pdf([pages[0]]))) as pdf:
            pdf.save(file := BytesIO(), encryption=pikepdf.Encryption(owner="o", user="u"))
        self.bounded(file.getvalue(), "går inte att läsa")

    def test_one_that_hangs_is_stopped(self, pages, monkeypatch):
        monkeypatch.setattr(scans, "PATIENCE", 0.01)
        with pytest.raises(NotAScan, match="De går inte att läsa"):
            match([as_pdf([pages[0]])], DOCUMENT)

    def test_where_the_extra_is_not_installed_it_says_so(self, pages, monkeypatch):
        monkeypatch.setattr(scans, "find_spec", lambda name: None)
        with pytest.raises(NotAScan, match=r"installera stegvis\[signing\]"):
            match([as_pdf([pages[0]])], DOCUMENT)

    def bounded(self, data, words):
        start = time.monotonic()
        with pytest.raises(NotAScan, match=words):
            match([data], DOCUMENT)
        assert time.monotonic() - start < 30
