"""Lists what others can see of Stegvis, for comparing with what was kept: `python tests/unchanged/listing.py` writes
the lists anew.

Only names that hosts use are imported, and texts are found wherever they stand, so that moving a file changes nothing
here.
"""

import ast
import hashlib
import inspect
import json
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from urllib.parse import urljoin

import click
from bs4 import BeautifulSoup
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from stegvis.exporters import FORMATS, compose, export, file_name
from stegvis.forms import Context, Letterhead, list_forms, list_programmes, load_form, load_programme
from stegvis.plugin import Identity, Stegvis
from stegvis.plugin.app import create_demo_app
from stegvis.plugin.cli import main
from stegvis.plugin.keys import Keyring, make_key_file

HERE = Path(__file__).parent
TESTS = HERE.parent
EARLIER = HERE / "made_earlier"
EXAMPLES = TESTS / "forms" / "examples"
KEPT = {
    "before": "before.json",
    "texts": "texts.json",
    "outputs": "outputs.json",
    "pages": "pages.json",
    "fills": "fills.json",
}
ROOMS = ("plugin", "forms", "exporters", "schemas")
NAMND = "Arbetsmarknadsnämnden"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
KIM = Identity("kim", "Kim Konsulent", frozenset({"konsulent"}), (), NAMND)
OTHERS = (
    Identity("charlie", "Charlie Chefsson", frozenset({"chef"}), (), NAMND),
    Identity("arvid", "Arvid Arkivarie", frozenset({"arkiv"}), (), NAMND),
    Identity("iris", "Iris It-ansvarig", frozenset({"admin"}), (), NAMND),
)
CONTEXT = Context(
    now=NOW,
    letterhead=Letterhead(
        kommun="Påhittby kommun",
        namnd=NAMND,
        enhet="Arbetsmarknadsenheten",
        phone="08-123 456 00",
        email="ovning@exempel.se",
    ),
    document_id="019aa7b2-0000-7000-8000-00001a2b3c4d",
    protected_review="Charlie Chefsson",
)
ONCE = re.compile(r'(name="engangsnyckel" value=")[^"]*')
MODULE = re.compile(r"\bstegvis(\.\w+)+")
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
Lines = dict[str, object]


def digest(content: str | bytes) -> str:
    """The SHA-256 of a text or of bytes, in hexadecimal."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


# What is in the code.


def folders() -> list[Path]:
    """The folders of the four rooms."""
    return [Path(import_module(f"stegvis.{room}").__path__[0]) for room in ROOMS]


def sources() -> Iterator[ast.Module]:
    """Every file of code, read."""
    for folder in folders():
        for path in sorted(folder.rglob("*.py")):
            yield ast.parse(path.read_text("utf-8"))


def constants() -> dict[str, list[object]]:
    """Every literal that a module gives a name, by the name."""
    found: dict[str, list[object]] = {}
    for tree in sources():
        for node in tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name) and getattr(node, "value", None) is not None:
                try:
                    found.setdefault(target.id, []).append(ast.literal_eval(node.value))
                except ValueError:
                    continue
    return found


def strings(tree: ast.Module) -> Iterator[str]:
    """Every text in a file that is no docstring."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, holders) and node.body]
    said = {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """What stands at the end of nested tables, by its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, f"{path}.{key}" if path else str(key))
    else:
        yield path, value


def files_under(name: str) -> Lines:
    """The files in the folders of that name in the plugin, by the path under it."""
    plugin = folders()[0]
    found = [
        path.relative_to(folder)
        for folder in plugin.rglob(name)
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.is_file()
    ]
    return dict.fromkeys(sorted(path.as_posix() for path in found), "")


# The lists of before.json, each with what it is a list of.


def forms() -> Lines:
    """The hash that every form has, the hash of its snapshot, and how it is called."""
    return {form.id: [form.code, form.title, form.sha256, digest(form.snapshot())] for form in list_forms()}


def questions() -> Lines:
    """The path and the kind of every question."""
    return {form.id: {path: question.kind for path, question in form.walk()} for form in list_forms()}


def programmes() -> Lines:
    """Every programme with its steps."""
    return {one.id: [step.id for step in load_programme(one.id).steps] for one in list_programmes()}


def database() -> Lines:
    """What `stegvis db upgrade` makes, and the revision it comes to."""
    with tempfile.TemporaryDirectory() as folder:
        make_key_file(Path(folder) / "keys")
        done = CliRunner().invoke(main, ["--instance", folder, "db", "upgrade"])
        assert done.exit_code == 0, done.output
        (file,) = Path(folder).glob("*.sqlite3")
        connection = sqlite3.connect(file)
        made = {
            f"{kind} {name}": sql for kind, name, sql in connection.execute("select type, name, sql from sqlite_master")
        }
        made["file"] = file.name
        made["revision"] = [row[0] for row in connection.execute("select version_num from stegvis_alembic_version")]
        connection.close()
    return made


def revisions() -> Lines:
    """Every step of the database, with what it follows."""
    found: Lines = {}
    for path in sorted(folders()[0].rglob("migrations/versions/*.py")):
        given = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Assign)]
        found[path.name] = {
            ast.unparse(node.targets[0]): ast.literal_eval(node.value)
            for node in given
            if "revision" in ast.unparse(node.targets[0])
        }
    return found


def rules(app: Flask) -> Lines:
    """Every address of an application: what answers it, which methods it takes, and the permission that it needs."""
    found = {}
    for rule in app.url_map.iter_rules():
        needs = getattr(app.view_functions[rule.endpoint], "permission", "none")
        found[f"{rule.rule} {rule.endpoint}"] = (
            f"{' '.join(sorted(rule.methods - {'HEAD', 'OPTIONS'}))}, permission: {needs}"
        )
    return found


def mounted_rules() -> Lines:
    """The addresses in a host."""
    with tempfile.TemporaryDirectory() as folder:
        return rules(mounted(Path(folder)))


def demo_rules() -> Lines:
    """The addresses of the demonstration, and the name of its cookie."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_demo_app(folder)
        return {**rules(app), "SESSION_COOKIE_NAME": app.config["SESSION_COOKIE_NAME"]}


def commands() -> Lines:
    """Every command with its arguments and options, and the hash of each help text."""

    def walked(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, object]]:
        help_text = CliRunner().invoke(main, [*path[1:], "--help"], terminal_width=120).output
        yield " ".join(path), {"hidden": command.hidden, "help": digest(command.help or ""), "shown": digest(help_text)}
        for parameter in command.params:
            yield " ".join((*path, "/".join((*parameter.opts, *parameter.secondary_opts)))), described(parameter)
        for name, inner in getattr(command, "commands", {}).items():
            yield from walked(inner, (*path, name))

    return dict(walked(main, ("stegvis",)))


def described(parameter: click.Parameter) -> Lines:
    """One argument or option."""
    told = {
        key: value
        for key, value in parameter.to_info_dict().items()
        if key in ("name", "type", "required", "nargs", "multiple", "envvar", "is_flag")
    }
    return {
        **told,
        "type": told["type"].get("name"),
        "default": str(parameter.to_info_dict().get("default")),
        "metavar": parameter.metavar,
        "help": digest(getattr(parameter, "help", None) or ""),
    }


def templates() -> Lines:
    """The name of every template."""
    return files_under("templates")


def static() -> Lines:
    """The name and the hash of every static file."""
    (folder,) = [folder for folder in folders()[0].rglob("static") if folder.is_dir()]
    return {name: digest((folder / name).read_bytes()) for name in files_under("static")}


def data() -> Lines:
    """The hash of every file of forms, programmes and the like, by its folder and its name."""
    kept = [path for folder in folders() for path in folder.rglob("*.toml")]
    return {f"{path.parent.name}/{path.name}": digest(path.read_bytes()) for path in kept}


def golden() -> Lines:
    """The hash of every document that the tests keep."""
    kept = [path for folder in TESTS.rglob("golden") for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(TESTS).as_posix(): digest(path.read_bytes()) for path in kept}


def cookies() -> Lines:
    """The names of our cookies, wherever they are given."""
    return {str(name): "" for given, names in constants().items() if given.endswith("COOKIE") for name in names}


def messages() -> Lines:
    """The hash of every message, phrase, reason and status by its key; and the words on what is sealed."""
    named = constants()
    tables = {name: named[name] for name in ("MESSAGES", "PHRASES", "REASONS", "STATUSES")}
    found = {
        f"{name}.{path}": digest(repr(text))
        for name, values in tables.items()
        for value in values
        for path, text in flat(value)
    }
    return found | {
        f"seal.{text}": ""
        for tree in sources()
        for text in strings(tree)
        if text.startswith(("Förseglad", "Förseglat"))
    }


def settings() -> Lines:
    """What an installation may set, with its type and default; and what is read from the environment."""
    (made,) = [
        node for tree in sources() for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Settings"
    ]
    fields = [node for node in made.body if isinstance(node, ast.AnnAssign)]
    found = {
        f"STEGVIS_{field.target.id.upper()}": [ast.unparse(field.annotation), ast.unparse(field.value)]
        for field in fields
    }
    read = {text for tree in sources() for text in strings(tree) if re.fullmatch(r"STEGVIS_[A-Z_]*[A-Z]", text)}
    return found | {f"named in the code: {name}": "" for name in read}


def public() -> Lines:
    """The public names of the rooms; a new one is no harm."""
    found = {}
    for room in ROOMS:
        module = import_module(f"stegvis.{room}")
        names = getattr(module, "__all__", None) or [name for name in vars(module) if name == "__version__"]
        found[room] = sorted(names)
    return found


def signatures() -> Lines:
    """How what a host calls is called."""
    called = {
        "Stegvis": Stegvis,
        "Stegvis.init_app": Stegvis.init_app,
        "create_app": import_module("stegvis.plugin").create_app,
        "load_form": load_form,
        "list_forms": list_forms,
        "load_programme": load_programme,
        "list_programmes": list_programmes,
        "compose": compose,
        "export": export,
        "file_name": file_name,
        "make_key_file": make_key_file,
        "Keyring": Keyring,
    }
    members = {f"Keyring.{name}": getattr(Keyring, name) for name in vars(Keyring) if not name.startswith("_")}
    data = {f"{one.__name__}": one for one in (Identity, Context, Letterhead)}
    return {name: list(inspect.signature(one).parameters) for name, one in (called | members | data).items()}


def formats() -> Lines:
    """Every format's media type and suffix."""
    return {name: [one.media_type, one.suffix] for name, one in FORMATS.items()}


def verified() -> Lines:
    """What is said of the sealed file that was made earlier, with and without a certificate to trust."""
    trust = ["--trust", str(EARLIER / "certificate.txt")]
    run = [
        CliRunner().invoke(main, ["verify", str(EARLIER / "sealed.pdf"), *more])
        for more in ([], trust, [*trust, "--json"])
    ]
    return {
        "alone": run[0].output.splitlines(),
        "trusted": run[1].output.splitlines(),
        "as JSON": digest(run[2].output),
    }


SECTIONS: dict[str, Callable[[], Lines]] = {
    one.__name__: one
    for one in (
        forms,
        questions,
        programmes,
        database,
        revisions,
        mounted_rules,
        demo_rules,
        commands,
        templates,
        static,
        data,
        golden,
        cookies,
        messages,
        settings,
        public,
        signatures,
        formats,
        verified,
    )
}


def texts() -> Lines:
    """Every Swedish text in the code: the beginning of its hash, and the beginning of itself; whatever modules it
    names, and its white space.
    """
    swedish = {text for tree in sources() for text in strings(tree) if re.search("[åäöÅÄÖ]", text)}
    words = {" ".join(MODULE.sub("stegvis", text).split()) for text in swedish}
    return {digest(text)[:16]: text[:80] for text in words}


# What is made of the examples.


def examples() -> list[str]:
    """The names of the examples."""
    return sorted(path.stem for path in EXAMPLES.glob("*.json"))


def outputs_of(name: str) -> Lines:
    """The hash of every document made of one example, or with the id of a form of its blanks: by audience
    and format.
    """
    form = load_form(name.split("_")[0])
    answers = form.schema(CONTEXT).load(json.loads((EXAMPLES / f"{name}.json").read_text("utf-8")))
    found = {}
    for audience in form.audiences:
        context = replace(CONTEXT, part=1 if audience == "part" else None)
        document = compose(form, answers, audience, context)
        for kind in FORMATS:
            found[f"{name} {audience} {kind}"] = digest(export(document, kind))
        found[f"{name} {audience} file name"] = file_name(document, "pdf")
    return found


def blanks_of(form_id: str) -> Lines:
    """The hash of every blank of one form."""
    form = load_form(form_id)
    found = {}
    for audience in form.audiences:
        for fillable, kinds in ((False, ("html", "pdf", "docx", "txt")), (True, ("pdf", "docx"))):
            document = compose(form, None, audience, replace(CONTEXT, document_id=""), fillable=fillable)
            for kind in kinds:
                found[f"{form_id} {audience} {'fillable' if fillable else 'blank'} {kind}"] = digest(
                    export(document, kind)
                )
    return found


def outputs() -> Lines:
    """The hash of every document."""
    made = [outputs_of(name) for name in examples()] + [blanks_of(form.id) for form in list_forms()]
    return {key: value for one in made for key, value in one.items()}


# What was made earlier, opened.


def restored(folder: Path) -> Path:
    """The folder of an installation with the database and the key that were made earlier, brought up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = folder / "keys"
    keys.touch(0o600)
    keys.write_text((EARLIER / "keys.txt").read_text("ascii"), "ascii")
    connection = sqlite3.connect(folder / "stegvis.sqlite3")
    connection.executescript((EARLIER / "database.sql").read_text("utf-8"))
    connection.close()
    done = CliRunner().invoke(main, ["--instance", str(folder), "db", "upgrade"])
    assert done.exit_code == 0, done.output
    return folder


def mounted(folder: Path, who: Callable[[], Identity] = lambda: KIM) -> Flask:
    """A host with Stegvis in it, at the moment when it was made."""
    app = Flask("host", instance_path=str(folder))
    app.secret_key = "not a secret"
    app.config.update(TESTING=True)
    Stegvis(identity=who, clock=lambda: NOW, folder=folder).init_app(app)
    return app


def pages(app: Flask, sit_down: Callable[[Identity], None]) -> Lines:
    """The hash of every page and file that links lead to: all that a consultant comes to, and then what
    only others do.
    """
    seen: Lines = {}
    for who in (KIM, *OTHERS):
        sit_down(who)
        client, waiting, asked = app.test_client(), ["/stegvis/"], set[str]()
        while waiting:
            path = waiting.pop(0)
            if path in asked:
                continue
            asked.add(path)
            response = client.get(path)
            is_page = response.mimetype == "text/html" and "Content-Disposition" not in response.headers
            if who is KIM or (is_page and f"{KIM.subject} {path}" not in seen) or path == "/stegvis/":
                seen[f"{who.subject} {path}"] = (
                    f"{response.status_code} {seen_of(response.text) if is_page else digest(response.data)}"
                )
            if is_page:
                waiting += sorted(links(path, response.text))
            elif "Location" in response.headers:
                waiting.append(urljoin(path, response.headers["Location"]))
            if who is not KIM:
                waiting = [
                    one for one in waiting if f"{KIM.subject} {one}" not in seen or not re.search(r"\.\w+($|\?)", one)
                ]
    return seen


def seen_of(html: str) -> str:
    """The hash of a page without its one-time key, and whatever its white space."""
    return digest(" ".join(ONCE.sub(r"\1", html).split()))


def links(path: str, html: str) -> set[str]:
    """Where the links of a page lead, on this site."""
    found = (
        urljoin(path, link.replace("&amp;", "&")).partition("#")[0]
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]+)"', html)
    )
    return {link for link in found if link.startswith("/stegvis/")}


def every_page() -> Lines:
    """The pages of what was made earlier."""
    with tempfile.TemporaryDirectory() as folder:
        here = [KIM]
        app = mounted(restored(Path(folder)), lambda: here[0])
        try:
            return pages(app, lambda who: here.__setitem__(0, who))
        finally:
            app.extensions["stegvis"].store.close()


# What is filled in.


def fills() -> Lines:
    """The hash of every page on the way from a new draft to a saved document, for every example and for what is left
    empty.
    """
    with tempfile.TemporaryDirectory() as folder:
        app = mounted(restored(Path(folder)))
        try:
            return {key: value for name in examples() for key, value in filled(app.test_client(), name).items()}
        finally:
            app.extensions["stegvis"].store.close()


def filled(client: FlaskClient, name: str) -> Lines:
    """The pages of one example, without the id that its document happens to have."""
    form_id = name.split("_")[0]
    begun = client.post(f"/stegvis/blanketter/{form_id}/borja", data={"engangsnyckel": name}, headers=SAME_ORIGIN)
    place = begun.headers["Location"]
    document_id = place.split("/")[-2]
    short = document_id.replace("-", "")[-8:].upper()

    def seen(path: str, data: dict[str, object] | None = None) -> tuple[str, str]:
        response = client.get(path) if data is None else client.post(path, data=data, headers=SAME_ORIGIN)
        if response.status_code == 303:
            path = urljoin(path, response.headers["Location"]).partition("#")[0]
            response = client.get(path)
        html = (
            response.text.replace(document_id, "ID")
            .replace(short, "SHORT")
            .replace(f"{short[:4]} {short[4:]}", "SHORT")
        )
        return f"{response.status_code} {path.replace(document_id, 'ID')} {seen_of(html)}", response.text

    answers = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    empty, html = seen(place)
    wrong, html = seen(place, hidden(html) | {"gor": "kontrollera"})
    check, html = seen(place, hidden(html) | typed(form_id, answers) | {"gor": "kontrollera"})
    saved, _ = seen(place.replace("fyll-i", "kontrollera"), hidden(html))
    return {
        f"{name} 1 new": empty,
        f"{name} 2 left empty": wrong,
        f"{name} 3 filled in": check,
        f"{name} 4 saved": saved,
    }


def hidden(html: str) -> dict[str, object]:
    """The hidden fields of a page's form."""
    fields = BeautifulSoup(html, "html.parser").select("main input[type=hidden][name]")
    return {str(field["name"]): str(field["value"]) for field in fields}


def typed(form_id: str, answers: Lines) -> dict[str, object]:
    """What a browser sends for raw answers."""
    fields = load_form(form_id).page(answers).controls._fields
    values = {name: "y" if field.data is True else field.data for name, field in fields.items()}
    return {name: value for name, value in values.items() if value is not None and value is not False}


LISTS: dict[str, Callable[[], Lines]] = {
    "before": lambda: {name: section() for name, section in SECTIONS.items()},
    "texts": texts,
    "outputs": outputs,
    "pages": every_page,
    "fills": fills,
}


def kept(name: str) -> dict[str, object]:
    """A list as it was kept."""
    return json.loads((HERE / KEPT[name]).read_text("utf-8"))


def told(value: object) -> object:
    """The value as JSON gives it back."""
    return json.loads(json.dumps(value))


def differences(before: Lines, now: Lines, *, may_grow: bool = False) -> list[str]:
    """Each entry that is gone, new or other, by its name; where a list *may grow*, new names in it are left out."""
    now = told(now)
    if may_grow:
        now = {key: [one for one in value if one in before.get(key, ())] for key, value in now.items()}
    gone = [f"gone: {key}: {before[key]!r}" for key in before if key not in now]
    new = [f"new: {key}: {now[key]!r}" for key in now if key not in before]
    other = [
        f"other: {key}: was {before[key]!r}, is {now[key]!r}"
        for key in before
        if key in now and before[key] != now[key]
    ]
    return gone + new + other


def write(names: list[str]) -> None:
    """The lists, written anew."""
    for name in names:
        made = LISTS[name]()
        (HERE / KEPT[name]).write_text(json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        print(f"{KEPT[name]}: {sum(1 for _ in flat(told(made)))}")


if __name__ == "__main__":
    write(sys.argv[1:] or list(LISTS))
