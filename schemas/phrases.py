"""Words of pages and documents that belong to no form: buttons, navigation, notes and statuses."""

from .words import fill

PHRASES: dict[str, str] = {
    "btn_start": "Börja",
    "btn_next": "Fortsätt",
    "btn_back": "Tillbaka",
    "btn_save_draft": "Spara utkast",
    "btn_check": "Kontrollera svaren",
    "btn_change": "Ändra",
    "btn_change_hidden": "Ändra {etikett}",
    "btn_add_row": "Lägg till {rad}",
    "btn_remove_row": "Ta bort {rad} {nummer}",
    "btn_ready": "Gör klar för underskrift",
    "btn_unready": "Öppna för ändring",
    "btn_sign": "Skriv under",
    "btn_sign_paper": "Registrera underskrift på papper",
    "btn_decline": "Skriv inte under",
    "btn_download_pdf": "Hämta PDF",
    "btn_download_word": "Hämta Word",
    "btn_print_blank": "Skriv ut tom blankett",
    "btn_read_file": "Läs in ifylld blankett",
    "btn_new_version": "Gör en ny version",
    "btn_compare": "Visa ändringar",
    "btn_extend": "Förläng praktiken",
    "btn_end": "Avsluta praktiken",
    "btn_withdraw": "Ta tillbaka samtycket",
    "btn_show_protected": "Visa skyddad uppgift",
    "btn_cancel": "Avbryt",
    "btn_delete_draft": "Kasta utkastet",
    "btn_search": "Sök",
    "btn_log_out": "Logga ut",
    "form_broken": "Blanketten {blankett} kan inte visas. IT behöver rätta en fil.",
    "nav_home": "Mitt arbete",
    "nav_forms": "Blanketter",
    "nav_cases": "Ärenden",
    "nav_registers": "Register",
    "nav_overview": "Översikt",
    "nav_programmes": "Verksamheter",
    "nav_statistics": "Statistik",
    "nav_help": "Hjälp",
    "nav_accessibility": "Tillgänglighet",
    "nav_skip": "Hoppa till innehållet",
    "nav_you_are_here": "Du är här",
    "page_check_title": "Kontrollera svaren",
    "page_check_lead": "Läs igenom tillsammans. Ändra det som inte stämmer innan ni skriver under.",
    "page_copy_for": "Kopia för {mottagare}",
    "page_saved": "Sparat {tid}.",
    "page_autosaved": "Utkastet sparades {tid}.",
    "page_unsaved": "Du har ändringar som inte är sparade.",
    "page_required_note": "Alla frågor behöver svar om det inte står frivilligt.",
    "page_news": "De här svaren är nya eller ändrade:",
    "page_not_answered": "Inget svar",
    "page_hidden_for_copy": "{antal} frågor visas inte i den här kopian.",
    "page_local_version": "Lokal version {version}, ändrad av {kommun}",
    "page_footer": "{blankett_kod} version {blankett_version} · {kortkod} · sida {x} av {y}",
    "page_draft_mark": "Utkast – gäller inte",
    "page_void_mark": "Makulerad – gäller inte",
    "page_protected_mark": "Skyddade personuppgifter – lämna inte ut utan granskning",
    "page_machine_translated": "Maskinöversatt – inte granskad",
    "ser_arbetsgivare": "Det här ser arbetsgivaren.",
    "ser_inte_arbetsgivare": "Det här ser inte arbetsgivaren.",
    "ser_part": "Det här ser de som samtycket gäller.",
    "ser_inte_part": "Det här ser inte de som samtycket gäller.",
    "ser_bara_kommun": "Det här är kommunens arbetsanteckning. Du som deltagare kan be att få läsa den.",
    "errors_title": "Det finns {antal} saker att rätta",
    "errors_title_one": "Det finns en sak att rätta",
    "errors_page_prefix": "Fel: ",
    "errors_lead": "Välj en rad för att komma till rätt ställe.",
    "error_prefix": "Fel:",
    "warning_title": "Kontrollera",
    "warning_lead": "Du kan gå vidare ändå.",
    "reason_label": "Varför är frågan tom?",
    "demo_banner": (
        "Det här är en demonstration med påhittade personer. Skriv inte in uppgifter om riktiga människor. "
        "Allt du skriver kan raderas när som helst."
    ),
    "demo_mark": "DEMONSTRATION – påhittade uppgifter – gäller inte",
}

# Why a question that should be answered is empty.
REASONS: dict[str, str] = {
    "ej_tillfragad": "Frågan har inte ställts",
    "vill_inte_svara": "Vill inte svara",
    "ej_aktuellt": "Inte aktuellt",
}

# group → key → (the status, a note to the reader)
STATUSES: dict[str, dict[str, tuple[str, str]]] = {
    "ärende": {
        "anmald": ("Anmäld", "Anmälan har kommit in."),
        "kallad": ("Kallad", "En tid för ett första möte är skickad."),
        "ej_kommit": ("Har inte kommit", "Personen har inte kommit till mötet."),
        "deltagare": ("Deltagare", "Personen deltar i verksamheten."),
        "kartlaggning_pagar": ("Kartläggning pågår", "Ni pratar om vad som finns och vad som behövs."),
        "planering": ("Planering", "Ni gör en plan."),
        "i_aktivitet": ("I aktivitet", "Praktik eller annan aktivitet pågår."),
        "uppehall": ("Uppehåll", "Aktiviteten är pausad."),
        "avtrappning": ("Avtrappning", "Stödet minskar steg för steg."),
        "efterkontakt": ("Efterkontakt", "Vi håller kontakt efter avslutet."),
        "avslutad": ("Avslutad", "Ärendet är avslutat."),
    },
    "handling": {
        "utkast": ("Utkast", "Kan ändras. Gäller inte."),
        "klar_for_underskrift": ("Klar för underskrift", "Väntar på underskrifter."),
        "delvis_undertecknad": ("Delvis underskriven", "{antal} av {alla} har skrivit under."),
        "undertecknad": ("Underskriven", "Alla som behövs har skrivit under."),
        "ersatt": ("Ersatt", "En nyare version gäller."),
        "upphavd": ("Upphävd", "Gäller inte längre."),
        "aterkallad": ("Återkallad", "Samtycket har tagits tillbaka."),
        "makulerad": ("Makulerad", "Blev fel och gäller inte."),
        "gallrad": ("Gallrad", "Innehållet är borttaget enligt reglerna."),
    },
    "samtycke": {
        "galler": ("Gäller", "Till och med {datum}."),
        "galler_delvis": ("Gäller delvis", "En del är tillbakatagen."),
        "loper_ut": ("Löper ut snart", "Slutar gälla {datum}."),
        "utganget": ("Har gått ut", "Gällde till och med {datum}."),
        "aterkallat": ("Har tagits tillbaka", "Togs tillbaka {datum}."),
    },
    "praktik": {
        "planerad": ("Planerad", "Börjar {datum}."),
        "pagaende": ("Pågår", "Till och med {datum}."),
        "uppfoljning_kravs": ("Uppföljning behövs", "Gör uppföljningen innan ni förlänger."),
        "forlangd": ("Förlängd", "Ny period till och med {datum}."),
        "upphavd": ("Avslutad i förtid", "Sista dag {datum}."),
        "genomford": ("Genomförd", "Perioden är slut."),
    },
}


def phrase(phrase_id: str, /, **values: object) -> str:
    """The phrase with its placeholders filled. Raises KeyError for an unknown id or a placeholder without value."""
    return fill(PHRASES[phrase_id], values)


def status(group: str, key: str) -> str:
    """The word for a status, such as ``status("handling", "utkast")``: Utkast."""
    return STATUSES[group][key][0]


def status_note(group: str, key: str, /, **values: object) -> str:
    """What the status means, in one sentence with its placeholders filled."""
    return fill(STATUSES[group][key][1], values)
