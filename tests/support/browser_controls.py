"""What a browser makes of a page's controls: they are drawn as HTML, parsed, and sent back untouched."""

from bs4 import BeautifulSoup
from werkzeug.datastructures import MultiDict


def sent(page):
    """What is posted when nobody has touched the page."""
    html = "".join(str(control()) for control in page.controls)
    soup = BeautifulSoup(f"<!doctype html><form>{html}</form>", "html5lib")
    return MultiDict(
        (name, value) for tag in soup.find_all(["input", "textarea", "select"]) for name, value in _values(tag)
    )


def _values(tag):
    name = tag["name"]
    match tag.name, tag.get("type"):
        case "input", "radio" | "checkbox":
            return [(name, tag.get("value", "on"))] if tag.has_attr("checked") else []
        case "input", _:
            return [(name, tag.get("value", "").replace("\n", ""))]
        case "textarea", _:
            return [(name, tag.get_text().replace("\r\n", "\n").replace("\n", "\r\n"))]
    chosen = tag.find_all("option", selected=True) or ([] if tag.has_attr("multiple") else tag.find_all("option")[:1])
    return [(name, option["value"]) for option in chosen]


def redrawn(form, raw, context):
    """The raw answers after they have been drawn on a page and posted back."""
    return form.page(posted=sent(form.page(raw, context=context)), context=context).raw
