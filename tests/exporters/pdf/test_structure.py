"""The structure tree: from element to content, and back."""

from io import BytesIO

import pikepdf
import pytest

from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.structure import Annotation, Element, alternative, write_tree


@pytest.fixture
def tree():
    """A paragraph over two pages and a form with a field, as pikepdf reads them."""
    file = PdfFile()
    pages, field = [file.add("<</Type/Page>>"), file.add("<</Type/Page>>")], file.add("<</Subtype/Widget>>")
    root = Element("Document")
    paragraph, form = root.add("P"), root.add("Figure", alternative("Vapen å")).add("Form")
    paragraph.kids += [(0, 0), (1, 0)]
    form.kids.append(Annotation(1, field))
    top = write_tree(file, root, pages, [form, [paragraph], [paragraph]])
    parent = file.add(f"<</Type/Pages/Count 0/Kids[]/All[{pages[0]} 0 R {pages[1]} 0 R]>>")
    catalog = file.add(f"<</Type/Catalog/Pages {parent} 0 R/StructTreeRoot {top} 0 R>>")
    with pikepdf.open(BytesIO(file.write(catalog, file.add("<<>>")))) as pdf:
        yield pdf.Root


def test_kids_come_in_reading_order_and_each_names_its_parent(tree):
    root = tree.StructTreeRoot.K
    assert root.P.objgen == tree.StructTreeRoot.objgen
    assert [str(kid.S) for kid in root.K] == ["/P", "/Figure"]
    assert all(kid.P.objgen == root.objgen for kid in root.K)


def test_content_of_a_second_page_says_which(tree):
    """ISO 32000-1, 14.7.4.2: a number alone is content of the page that the element names."""
    paragraph = tree.StructTreeRoot.K.K[0]
    first, second = paragraph.K
    assert (paragraph.Pg.objgen, int(first)) == (tree.Pages.All[0].objgen, 0)
    assert (str(second.Type), int(second.MCID), second.Pg.objgen) == ("/MCR", 0, tree.Pages.All[1].objgen)


def test_one_kid_stands_without_an_array(tree):
    """PAdES validators accept a signed field only at a path that ends in /K/Obj."""
    field = tree.StructTreeRoot.K.K[1].K.K
    assert (str(field.Type), str(field.Obj.Subtype)) == ("/OBJR", "/Widget")
    assert field.Pg.objgen == tree.Pages.All[1].objgen


def test_the_way_back_leads_from_each_key_to_its_owner(tree):
    paragraph, figure = tree.StructTreeRoot.K.K
    numbers = list(tree.StructTreeRoot.ParentTree.Nums)
    assert [int(key) for key in numbers[::2]] == [0, 1, 2]
    assert int(tree.StructTreeRoot.ParentTreeNextKey) == 3
    assert numbers[1].objgen == figure.K.objgen
    assert [[each.objgen for each in owners] for owners in numbers[3::2]] == [[paragraph.objgen]] * 2


def test_the_words_that_replace_an_element_are_any_words(tree):
    assert str(tree.StructTreeRoot.K.K[1].Alt) == "Vapen å"
