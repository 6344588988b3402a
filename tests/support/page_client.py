"""A browser without a screen: follows links and forms of our pages, and demands of each what every page owes its
reader.
"""

from collections import Counter
from io import BytesIO

from bs4 import BeautifulSoup
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from support.hosts import SAME_ORIGIN

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


class Seen:
    """One answer of the server: its *status*, *text* and, for a page, its *soup*."""

    def __init__(self, client, response):
        self.client, self.response = client, response
        self.status, self.text = response.status_code, response.text if "text/" in response.mimetype else ""
        self.path = response.request.path
        shown = response.mimetype == "text/html" and "Content-Disposition" not in response.headers
        self.soup = BeautifulSoup(self.text, "lxml") if shown else None

    @property
    def h1(self):
        """The page's own title."""
        return self.soup.h1.get_text(" ", strip=True)

    @property
    def errors(self):
        """The words of the error summary by the id they lead to."""
        return {link["href"].removeprefix("#"): link.get_text() for link in self.soup.select(".st-errors a")}

    def values(self, action=""):
        """What a browser would send for the form whose address ends with *action*: name → value or values."""
        found = {}
        for control in self.form(action).select("input[name], select[name], textarea[name]"):
            for value in _sent(control):
                found.setdefault(control["name"], []).append(value)
        return {name: values if len(values) > 1 else values[0] for name, values in found.items()}

    def form(self, action=""):
        """The form whose address ends with *action*; the first that posts without one."""
        forms = self.soup.select('form[method="post"]')
        return next(form for form in forms if form.get("action", "").endswith(action))

    def submit(self, action="", *, press="", **changes):
        """The page that comes when the form is sent, with the answers in *changes* and the button *press*."""
        form = self.form(action)
        values = self.values(action) | {name: value for name, value in changes.items() if value is not None}
        for name in (name for name, value in changes.items() if value is None):
            values.pop(name, None)
        return self.client.post(form.get("action") or self.path, values | ({"gor": press} if press else {}))


class PageClient:
    """Opens pages, follows redirects, and checks every page on the way."""

    def __init__(self, app):
        self.client = app.test_client()

    def get(self, path):
        """The page at *path*."""
        return self._seen(self.client.get(path))

    def post(self, path, values):
        """The page after sending *values*; a redirect is followed as browsers do."""
        response = self.client.post(path, data=values, headers=SAME_ORIGIN)
        if response.status_code == 303:
            return self.get(response.location.split("#")[0])
        return self._seen(response)

    def upload(self, path, values, files):
        """The page after sending *values* and *files*, each its bytes and name, in the field `fil`."""
        return self._seen(self.send(path, values, files))

    def send(self, path, values, files, headers=SAME_ORIGIN):
        """The response to a form with files; encoded in memory, where the test client would use the disk."""
        data = MultiDict([*values.items(), *(("fil", FileStorage(BytesIO(content), name)) for content, name in files)])
        boundary, body = encode_multipart(data)
        return self.client.post(
            path, data=body, headers=headers, content_type=f"multipart/form-data; boundary={boundary}"
        )

    def _seen(self, response):
        for _ in range(5):
            if response.status_code not in (302, 303):
                break
            response = self.client.get(response.location)
        seen = Seen(self, response)
        assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        if seen.soup is not None:
            check(seen)
        return seen


def check(seen):
    """Everything that is the same for all pages; the message of a failure names the element."""
    soup = seen.soup
    assert soup.html["lang"] == "sv" and len(soup.find_all("h1")) == 1 and len(soup.find_all("main")) <= 1
    prefix = "Fel: " if soup.select(".st-errors") else ""
    assert soup.title.get_text().startswith(prefix + seen.h1), soup.title
    assert bool(prefix) is (seen.status == 422), (seen.status, soup.title)
    tags = soup.find_all(True)
    ids = Counter(tag["id"] for tag in tags if "id" in tag.attrs)
    assert not [name for name, times in ids.items() if times > 1], ids.most_common(3)
    labels = {tag["for"] for tag in soup.find_all("label") if "for" in tag.attrs and tag.get_text(strip=True)}
    typed = [tag for tag in soup.find_all(["input", "select", "textarea"]) if tag.get("type") != "hidden"]
    assert [tag for tag in typed if tag.get("id") not in labels and not _named(tag)] == []
    assert [
        tag for tag in soup.find_all(["button", "a"]) if not (tag.get_text(strip=True) or tag.get("aria-label"))
    ] == []
    for tag in tags:
        for name in f"{tag.get('aria-describedby', '')} {tag.get('aria-labelledby', '')}".split():
            assert name in ids, (name, tag)
    for link in soup.select('a[href^="#"]'):
        assert link["href"][1:] in ids, link
    assert not soup.select("script:not([src]), style, [style], [onclick]")
    for form in soup.select('form[method="post"]'):
        assert form.find(attrs={"name": "engangsnyckel"}) or "demo" in seen.path or "granska" in seen.path, form


def _named(control):
    label = control.find_parent("label")
    return control.get("aria-label") or (label is not None and label.get_text(strip=True))


def _sent(control):
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n")]
    if control.name == "select":
        chosen = control.select("option[selected]") or control.select("option")
        return [option.get("value", option.get_text()) for option in chosen[:1]]
    if control.get("type") in ("checkbox", "radio") and not control.has_attr("checked"):
        return []
    return [control.get("value", "on")]
