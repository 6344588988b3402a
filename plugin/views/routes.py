"""The addresses of everything that is done with forms and documents, each with what it takes to go there.

The views behind them are loaded when somebody first asks, so that a host starts without the form engine.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from flask.typing import ResponseReturnValue

from ..web.problem_json import ROOT
from ..web.routing import Routes

CASE = "/arenden/<uuid:case_id>"
ENTRY = "/register/<register>/<uuid:entry_id>"
DOCUMENT = "/dokument/<uuid:document_id>"
BOTH = ("GET", "POST")

route = Routes()


def later(where: str) -> Callable[..., ResponseReturnValue]:
    """The view called `module:function` in this package, imported when it is first used."""
    module, _, name = where.partition(":")

    def view(**arguments: Any) -> ResponseReturnValue:
        found: Callable[..., ResponseReturnValue] = getattr(import_module(f".{module}", __package__), name)
        return found(**arguments)

    view.__name__ = name
    return view


route("/", permission="form.list", menu="nav_home")(later("home:start"))
route("/blanketter/", permission="form.list", menu="nav_forms")(later("documents.blank:forms"))
route("/blanketter/<form_id>/tom.<any(pdf,docx,html):form>", permission="form.list")(later("documents.blank:blank"))
route("/blanketter/<form_id>/borja", permission="document.write", methods=("POST",))(later("documents.blank:begin"))
route("/blanketter/<form_id>/las-in", permission="document.write", methods=BOTH)(later("documents.read_in:read_in"))
route("/arenden/", permission="case.read", menu="nav_cases")(later("cases.list:case_list"))
route("/arenden/sok", permission="case.read", methods=BOTH)(later("cases.list:case_search"))
route("/arenden/nytt", permission="case.write")(later("cases.list:case_new"))
route("/arenden/nytt/<programme_id>", permission="case.write", methods=BOTH)(later("cases.list:case_open"))
route(CASE, permission="case.read")(later("cases.case:case"))
route(f"{CASE}/skal", permission="case.read", methods=BOTH)(later("cases.reasons:case_reason"))
route(f"{CASE}/handlingar", permission="case.read")(later("cases.case:case_documents"))
route(f"{CASE}/historia", permission="case.read")(later("cases.case:case_history"))
route(f"{CASE}/moduler", permission="case.read")(later("cases.letters:case_modules"))
route(f"{CASE}/moduler/valj", permission="case.write", methods=BOTH)(later("cases.letters:modules_choose"))
route(f"{CASE}/kallelse", permission="case.read")(later("cases.letters:case_letter"))
route(f"{CASE}/kallelse.<any(pdf,docx):form>", permission="case.read")(later("cases.letters:case_letter_file"))
route(f"{CASE}/anteckna/<kind>", permission="case.write", methods=BOTH)(later("cases.notes:case_note"))
route(f"{CASE}/borja/<form_id>", permission="case.write", methods=BOTH)(later("cases.notes:case_begin"))
route(f"{CASE}/ta-over", permission="case.write", methods=("POST",))(later("cases.notes:case_take"))
route("/halsa", permission="public")(later("health:health"))
route("/mitt-arbete.ics", permission="case.read")(later("home:calendar"))
route("/register/", permission="register.read", menu="nav_registers")(later("cases.registers:registers"))
route("/register/<register>", permission="register.read", methods=BOTH)(later("cases.registers:register_list"))
route("/register/<register>/ny", permission="register.write", methods=BOTH)(later("cases.registers:entry_new"))
route("/register/bild/<name>", permission="register.read")(later("cases.registers:picture"))
route(ENTRY, permission="register.read")(later("cases.registers:entry"))
route(f"{ENTRY}/andra", permission="register.write", methods=BOTH)(later("cases.registers:entry_change"))
route(f"{ENTRY}/anteckna", permission="register.write", methods=BOTH)(later("cases.registers:entry_note"))
route(f"{ENTRY}/undan", permission="register.write", methods=("POST",))(later("cases.registers:entry_put_away"))
route("/oversikt", permission="case.overview", menu="nav_overview")(later("overview:overview"))
route("/verksamheter/", permission="form.list")(later("programmes.programmes:programmes"))
route("/verksamheter/<programme_id>", permission="form.list")(later("programmes.programmes:programme"))
route("/verksamheter/<programme_id>/information.<any(pdf,docx):form>", permission="form.list")(
    later("programmes.reports:programme_sheet")
)
route("/verksamheter/<programme_id>/redovisning", permission="case.read")(later("programmes.reports:programme_report"))
route("/verksamheter/<programme_id>/redovisning.<any(pdf,docx):form>", permission="case.read")(
    later("programmes.reports:programme_report_file")
)
route("/verksamheter/<programme_id>/ko", permission="case.read")(later("programmes.programmes:programme_queue"))
route(f"{DOCUMENT}/fyll-i", permission="document.write", methods=BOTH)(later("documents.fill:fill"))
route(f"{DOCUMENT}/autospara", permission="document.write", methods=("POST",))(later("documents.autosave:autosave"))
route(f"{DOCUMENT}/flytta", permission="document.write", methods=("POST",))(later("documents.fill:move_on"))
route(f"{DOCUMENT}/kasta", permission="document.write", methods=BOTH)(later("documents.fill:throw_away"))
route(f"{DOCUMENT}/kontrollera", permission="document.write", methods=BOTH)(later("documents.check:check"))
route(DOCUMENT, permission="document.read")(later("documents.document:document"))
route(f"{DOCUMENT}/skal", permission="document.read", methods=BOTH)(later("cases.reasons:document_reason"))
route(f"{DOCUMENT}/text", permission="document.read")(later("documents.document:texts"))
route(f"{DOCUMENT}.<any(pdf,docx):form>", permission="document.export")(later("documents.download:download"))
route(f"{DOCUMENT}/lamna-over", permission="document.export", methods=("POST",))(later("documents.document:handed"))
route(f"{DOCUMENT}/granska", permission="document.export")(later("documents.document:review"))
route(f"{DOCUMENT}/granska", permission="document.review", methods=("POST",))(later("documents.document:reviewed"))
route(f"{DOCUMENT}/ny-version", permission="document.write", methods=("POST",))(later("documents.document:renew"))
route(f"{DOCUMENT}/avsluta/<form_id>", permission="document.write", methods=("POST",))(later("documents.document:end"))
route(f"{DOCUMENT}/underskrifter", permission="document.write", methods=BOTH)(later("signing.progress:signing"))
route(f"{DOCUMENT}/underskrifter/<party>/lamna-over", permission="document.write", methods=BOTH)(
    later("signing.progress:hand_over_to")
)
route(f"{DOCUMENT}/underskrifter/<party>/skriv-under", permission="document.write", methods=BOTH)(
    later("signing.progress:sign_here")
)
route(f"{DOCUMENT}/underskrifter/papper", permission="document.write", methods=BOTH)(later("signing.paper:paper"))
route(f"{DOCUMENT}/underskrifter/papper.pdf", permission="document.write")(later("signing.paper:paper_print"))
route("/verifiera", permission="form.list", methods=BOTH)(later("signing.verify:check_seal"))
route("/underskrift", permission="document.write", methods=BOTH)(later("signing.sign:room"))
route("/underskrift/klar", permission="document.write")(later("signing.sign:room_signed"))
route("/underskrift/las-upp", permission="document.write", methods=("POST",))(later("signing.sign:unlock"))
route(f"{ROOT}/openapi.json", permission="form.list")(later("api:api_openapi"))
route(f"{ROOT}/forms/<form_id>/validate", permission="document.write", methods=("POST",))(later("api:api_validate"))
route(f"{ROOT}/forms/<form_id>/export", permission="document.export", methods=("POST",))(later("api:api_export"))
