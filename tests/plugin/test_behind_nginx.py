"""The quickstart's nginx and wsgi.py, as they stand there: a real nginx with TLS and a prefix, gunicorn, and a
host's login.
"""

import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from getpass import getuser
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, HTTPSHandler, Request, build_opener

import pytest
import tools
from bs4 import BeautifulSoup
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from stegvis.plugin.keys import make_key_file
from stegvis.plugin.storage.schema import upgrade

pytestmark = pytest.mark.nginx

HOST = Path(__file__).parent / "host"
QUICKSTART = (Path(__file__).parents[2] / "docs/quickstart.md").read_text("utf-8")
INTRANET = """
from pathlib import Path
from application import create_intranet
from mount import mount
app = create_intranet(Path(__file__).parent)
app.config["SESSION_COOKIE_SECURE"] = True
mount(app)
"""
AROUND = """
daemon off; pid {folder}/pid; error_log {folder}/error.log warn; user {user};
events {{}}
http {{
    access_log off; client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5; include {folder}/server.conf;
}}
"""


def documented(language, word):
    """The block of code in the quickstart that has the word."""
    return next(text for text in re.findall(rf"```{language}\n(.*?)```", QUICKSTART, re.DOTALL) if word in text)


def make_certificate(folder):
    """A certificate for 127.0.0.1 in two files of the folder."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    day, now = timedelta(days=1), datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now - day, now + day)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    plain = serialization.NoEncryption()
    (folder / "site.pem").write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    (folder / "site.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )


def make_site(folder):
    """The host of the tests, under the names that the quickstart uses."""
    shutil.copytree(HOST, folder, dirs_exist_ok=True)
    (folder / "intranet.py").rename(folder / "application.py")
    (folder / "intranet.py").write_text(INTRANET)
    (folder / "wsgi.py").write_text(documented("python", "from intranet import app"))
    (folder / "stegvis").mkdir()
    make_key_file(folder / "stegvis/keys")
    upgrade(f"sqlite:///{folder / 'stegvis/stegvis.sqlite3'}")


def make_configuration(folder, port, behind):
    """The documented server, on loopback, between these two ports."""
    text = documented("nginx", "location /intern/")
    changes = {
        "listen 443": f"listen 127.0.0.1:{port}",
        "/etc/ssl/intranet.example.pem": f"{folder}/site.pem",
        "/etc/ssl/private/intranet.example.key": f"{folder}/site.key",
        "http://127.0.0.1:8000/": f"http://127.0.0.1:{behind}/",
    }
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (folder / "server.conf").write_text(text)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=getuser()))


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Browser:
    """A browser with cookies that trusts the certificate; addresses are as in a page."""

    def __init__(self, root, certificate):
        trust = ssl.create_default_context(cafile=certificate)
        self.opener = build_opener(HTTPSHandler(context=trust), HTTPCookieProcessor(CookieJar()))
        self.address = root

    def open(self, address, data=None, **headers):
        """Status, address and content of what is found, redirects followed."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        body = urlencode(data).encode() if data is not None else None
        wanted = Request(urljoin(self.address, address), body, {"Referer": self.address, **headers})
        try:
            with self.opener.open(wanted, timeout=20) as answer:
                self.address = answer.url
                return answer.status, answer.url, answer.read()
        except HTTPError as answer:
            with answer:
                return answer.status, answer.url, answer.read()

    def page(self, address):
        status, _, content = self.open(address)
        assert status == 200, address
        return BeautifulSoup(content, "html.parser")

    def send(self, form, **changes):
        """Send the form of a page as a browser does that knows Origin but not Sec-Fetch-Site."""
        data = {field["name"]: field.get("value", "") for field in form.select("input[type=hidden]")} | changes
        return self.open(form.get("action") or self.address, data, Origin=urljoin(self.address, "/").rstrip("/"))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The address of the intranet, https and below /intern/."""
    folder = tmp_path_factory.mktemp("nginx")
    port, behind = free_port(), free_port()
    make_certificate(folder)
    make_site(folder)
    make_configuration(folder, port, behind)
    gunicorn = documented("console", "gunicorn").removeprefix("$ ").replace("8000", str(behind)).split()
    nginx = [tools.find("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with (folder / "log").open("w") as log:
        start = partial(subprocess.Popen, cwd=folder, stderr=log, env=os.environ | {"HOME": str(folder)})
        running = [start([sys.executable, "-m", *gunicorn]), start(nginx)]
        try:
            address = f"https://localhost:{port}/intern/"
            wait_for(Browser(address, folder / "site.pem"), folder / "log")
            yield address, folder / "site.pem"
        finally:
            for process in running:
                process.terminate()
                process.wait(timeout=20)


def wait_for(browser, log):
    for _ in range(100):
        try:
            if browser.open("blanketter/halsa")[0] == 200:
                return
        except URLError:
            pass
        time.sleep(0.1)
    pytest.fail(log.read_text())


@pytest.fixture
def browser(root):
    return Browser(*root)


@pytest.fixture
def logged_in(browser):
    """Berit, who has been sent to the login and from there back to where she was going."""
    _, login, _ = browser.open("blanketter/")
    assert "/intern/login?next=" in login
    status, address, content = browser.send(browser.page(login).form, name="Berit")
    assert (status, address) == (200, urljoin(browser.address, "/intern/blanketter/?")), content
    return browser


def test_every_address_on_our_pages_leads_back_through_the_prefix(logged_in):
    for start in ("blanketter/", "blanketter/hjalp/", "blanketter/blanketter/"):
        page = logged_in.page(urljoin(logged_in.address, f"/intern/{start}"))
        found = {tag.get("href") or tag.get("src") for tag in page.select("a, link, script, img")}
        found = {address for address in found if not address.startswith(("#", "mailto:", "http"))}
        assert found and all(address.startswith("/intern/blanketter/") for address in found)
        assert {logged_in.open(address)[0] for address in found} == {200}


def test_a_form_is_begun_and_saved_through_the_proxy(logged_in, root):
    """A large one, too; and nginx writes nothing of it, or of the page that answers, to files of its own."""
    page = logged_in.page("/intern/blanketter/blanketter/")
    begin = next(form for form in page.select("form[method=post]") if "samtycke" in str(form))
    status, draft, _ = logged_in.send(begin)
    assert status == 200 and "/intern/blanketter/dokument/" in draft
    form = logged_in.page(draft).select_one("form[method=post]:has(textarea)")
    long = "Vi behöver samarbeta om rehabilitering. " * 25_000  # past nginx's usual limit of one megabyte
    status, address, content = logged_in.send(form, syfte=long)
    assert status == 200 and "/intern/blanketter/dokument/" in address
    assert long.strip() in BeautifulSoup(content, "html.parser").find("textarea", {"name": "syfte"}).text
    assert "temporary file" not in (root[1].parent / "error.log").read_text()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"X_Forwarded_Host": "evil.example", "Origin": "https://evil.example"}],
)
def test_another_site_is_refused_even_when_it_forges_what_the_proxy_sets(logged_in, headers):
    token = logged_in.page("/intern/login").select_one("[name=csrf_token]")["value"]
    status, _, content = logged_in.open("/intern/blanketter/finns-inte", {"csrf_token": token}, **headers)
    assert status == 403 and "Svaren kom från en annan webbplats." in content.decode()


def test_the_sites_cookie_is_sent_over_tls_alone(logged_in):
    [jar] = [handler.cookiejar for handler in logged_in.opener.handlers if isinstance(handler, HTTPCookieProcessor)]
    assert [cookie.secure for cookie in jar] == [True]
