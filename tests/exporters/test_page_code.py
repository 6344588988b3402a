"""The code of a page says which document and page it is, and is refused when it was misread."""

from dataclasses import replace
from uuid import UUID

import pytest
from support.filled import CONTEXT

from stegvis.exporters.page_code import LENGTH, PageCode, read_code

DOCUMENT = PageCode(UUID(CONTEXT.document_id), 3, "7f3a91c204be")


class TestCode:
    CODE = replace(DOCUMENT, page=2, pages=3)

    def test_there_and_back(self):
        assert len(self.CODE.text()) == LENGTH and read_code(self.CODE.text()) == self.CODE
        assert self.CODE.words == "7f3a 91c2 04be"

    def test_a_sign_misread_is_no_code(self):
        text = self.CODE.text()
        for place in range(LENGTH):
            for sign in "A7":
                wrong = text[:place] + sign + text[place + 1 :]
                assert wrong == text or read_code(wrong) is None or place == LENGTH - 1

    @pytest.mark.parametrize(
        "text", ["", "A" * LENGTH, "å" * LENGTH, "1" * LENGTH, "https://example.se/" + "A" * 26, "S" * 44]
    )
    def test_what_is_none_of_ours(self, text):
        assert read_code(text) is None

    @pytest.mark.parametrize(("page", "pages"), [(0, 3), (4, 3), (1, 256), (-1, 3)])
    def test_a_page_there_is_not(self, page, pages):
        with pytest.raises(ValueError, match="has no code"):
            replace(DOCUMENT, page=page, pages=pages).text()
