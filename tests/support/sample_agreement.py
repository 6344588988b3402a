"""A realistic praktikavtal, filled: some sixty answers, fixed texts, a schedule, three parties."""

from stegvis.exporters.document import Attachment, Bullets, Section, SignatureBlock, Table, Text, Ticks
from support.sample_base import FIELD, answers, document


def praktikavtal():
    """A full agreement for the municipality: some sixty answers, fixed texts, three parties, answers attached."""
    sections = [*_people(), *_work(), *_terms(), _annex()]
    attached = b'{"deltagare_namn": "\xc3\x85sa \xc3\x96berg"}\n'
    return document(
        "Praktikavtal",
        sections,
        subtitle="Arbetsträning hos Älvdalens Livs AB",
        copy_for="Kopia för kommunen",
        intro=(
            (
                "Det här är en överenskommelse mellan dig, arbetsgivaren och kommunen. Här står vad du ska göra, när, "
                "var "
                "och vem som hjälper dig. Praktiken är ingen anställning. Läs igenom allt innan du skriver under."
            ),
        ),
        attachments=(Attachment("praktikavtal.json", "application/json", "Avtalets svar", attached),),
        answers=attached.decode(),
    )


def _people():
    yield Section(
        "1. Deltagare",
        (
            *answers(
                ("Avtalets nummer", "2026-0142"),
                ("Förlänger avtal nummer", ""),
                ("Deltagare", "Åsa Öberg-Lindström"),
                ("Personnummer", "18900101-9802"),
                ("Telefon", "070-174 06 35"),
                ("E-post", "asa.oberg@example.se"),
                ("Adress", "Björkvägen 14 A, 123 45 Lövsta"),
                ("Vem ska arbetsplatsen ringa vid en olycka?", "Lennart Öberg, 070-174 06 36"),
                ("Språk", "Svenska"),
                ("Behövs tolk?", "Nej"),
            ),
        ),
    )
    yield Section(
        "2. Arbetsplatsen",
        answers(
            ("Kommunen genom", "Kommunens praktiksamordning"),
            ("Arbetsplats", "Älvdalens Livs & Café AB"),
            ("Organisationsnummer", "556016-0680"),
            ("Vilken sektor?", "Privat företag"),
            ("Vilken bransch?", "Handel"),
            ("Var utförs arbetet?", "Strandvägen 3, Lövsta"),
            ("Ansvarig chef", "Jörgen Håkansson, 08-465 004 22, jorgen@example.se"),
            ("Handledare", "Karin Ängström"),
            ("Telefon till handledaren", "08-465 004 23"),
            ("Vem tar över när handledaren är borta?", "Per-Åke Sjö, 08-465 004 24"),
        ),
    )


def _work():
    days = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag")
    week = tuple((day, "08.30", "12.30", "30 minuter", "3,5") for day in days)
    yield Section(
        "3. Period och schema",
        (
            *answers(
                ("Första dag", "2026-12-01"),
                ("Sista dag", "2026-12-31"),
                ("Hur många timmar i veckan?", "17,5 timmar"),
                ("Ska tiden öka steg för steg?", "10 timmar vecka 49, sedan 17,5 timmar"),
            ),
            Table("Schema", ("Dag", "Från", "Till", "Rast", "Timmar"), week, (3, 2, 2, 2, 2)),
        ),
    )
    yield Section(
        "4. Arbetsuppgifter och mål",
        answers(
            (
                "Vilka arbetsuppgifter ingår?",
                (
                    "Packa upp varor, fylla på hyllor och hålla ordning på lagret. Hjälpa till i caféet efter lunch: "
                    "duka "
                    "av, fylla på kaffe och diska. Visa kunder till rätt hylla när Åsa själv vill."
                ),
            ),
            ("Vilka uppgifter ingår inte?", "Kassa, truck, nycklar och ensamarbete."),
            ("Vad är målet med praktiken?", "Att prova arbete i butik och vänja sig vid fasta tider."),
            ("Vad ska arbetsplatsen anpassa?", "En uppgift i taget. Lugn plats för rasten."),
            ("När gjorde ni studiebesöket?", "2026-11-17"),
            ("Vilka kläder och vilken utrustning behövs?", "Skyddsskor. Arbetsplatsen lånar ut dem."),
        ),
    )
    insured = (("Kommunens olycksfallsförsäkring", True), ("Kommunens ansvarsförsäkring", True))
    more = (("Arbetsgivarens ansvarsförsäkring", False), ("Annan försäkring", False))
    yield Section(
        "5. Arbetsmiljö, försäkring och olycksfall",
        (
            Text(
                (
                    (
                        "Arbetsgivaren råder över arbetsplatsen. Därför ska arbetsgivaren göra det som behövs för att "
                        "deltagaren inte ska bli sjuk eller skadad av arbetet."
                    ),
                    (
                        "Handledaren visar deltagaren arbetsplatsen, arbetsuppgifterna och riskerna innan arbetet "
                        "börjar. "
                        "Deltagaren får den skyddsutrustning som behövs. Deltagaren säger till om något är farligt."
                    ),
                ),
                "Arbetsmiljö",
            ),
            Ticks("Vilka försäkringar gäller?", insured + more),
            *answers(
                (
                    "Vad täcker försäkringen?",
                    (
                        "Deltagaren omfattas av de försäkringar som är valda ovan. En handledare ska finnas till hands "
                        "under arbetstiden. Annars är det inte säkert att försäkringen gäller."
                    ),
                ),
                ("Försäkringsbolag", "Exempelbolaget"),
                ("Försäkringsnummer", "KOM-2026-77"),
            ),
            Bullets(
                (
                    "Ring 112 vid fara för liv eller allvarlig skada.",
                    "Berätta för handledaren.",
                    "Ring Maria Lind på kommunen, 08-123 45 67, samma dag.",
                ),
                "Så gör ni vid en olycka:",
                ordered=True,
            ),
        ),
    )


def _terms():
    yield Section(
        "6. Frånvaro, uppföljning och kontakt",
        answers(
            (
                "Hur anmäls sjukdom och annan frånvaro?",
                (
                    "Den som är sjuk ringer handledaren och kontaktpersonen på kommunen före klockan 08:00. Det gäller "
                    "varje dag deltagaren är borta."
                ),
            ),
            ("Hur ofta lämnas närvarorapport?", "Varje vecka"),
            ("När följer vi upp, senast?", "2026-12-22"),
            ("Hur följer vi upp?", "Besök på arbetsplatsen"),
            ("Kontakt vid frågor eller problem", "Maria Lind, 08-123 45 67, vardagar 08–16"),
        ),
    )
    yield Section(
        "7. Villkor",
        (
            Text(
                (
                    (
                        "Praktiken är ingen anställning. Deltagaren får ingen lön av arbetsgivaren. Deltagaren "
                        "ersätter "
                        "inte ordinarie personal. Avtalet är inget löfte om anställning efter praktiken."
                    ),
                ),
                "Praktiken är ingen anställning",
            ),
            Text(
                (
                    (
                        "Deltagaren kan få veta saker om kunder, kollegor och arbetsplatsen som inte ska föras "
                        "vidare. Det "
                        "gäller även efter praktiken. På arbetsplatsen ska bara de som behöver uppgifterna för "
                        "praktiken "
                        "få veta dem."
                    ),
                ),
                "Tystnadsplikt",
            ),
            Ticks(
                "",
                (
                    ("Jag som deltagare berättar inte för andra om det som ska hållas hemligt", True),
                    ("Vi som arbetsgivare för inte vidare uppgifter om deltagaren", True),
                ),
            ),
            *answers(
                ("Har arbetsgivaren informerat facket på arbetsplatsen?", "Ja, facket är informerat"),
                ("När?", "2026-11-18"),
                ("Krävs registerutdrag?", "Nej"),
            ),
            Text(
                (
                    (
                        "Avtalet kan avslutas när som helst av deltagaren, arbetsgivaren eller kommunen. Det räcker "
                        "att "
                        "säga till. Hör gärna av er till kontaktpersonen på kommunen först, så kan vi försöka lösa det "
                        "som inte fungerar."
                    ),
                ),
                "Avsluta i förtid",
            ),
        ),
    )
    yield Section(
        "8. Underskrifter",
        (
            Ticks("", (("Jag godkänner det som står om mig i avtalet", True),)),
            SignatureBlock("Deltagare", FIELD + "deltagare", "Åsa Öberg-Lindström"),
            SignatureBlock(
                "Arbetsgivare", FIELD + "arbetsgivare", "Jörgen Håkansson", behalf="Skriver under för bolaget"
            ),
            SignatureBlock("Kommunen", FIELD + "kommun", "Maria Lind", "Lövsta", "2026-11-21", "E-legitimation"),
        ),
    )


def _annex():
    return Section(
        "Kommunens och deltagarens del",
        answers(
            ("Vad är det för praktik?", "Arbetsträning"),
            ("Vad bygger praktiken på?", "Frivillig"),
            ("Varför är perioden längre än en månad?", ""),
            ("Gäller någon försäkring på grund av beslutet om praktiken?", ""),
            ("Vilken ersättning får du under tiden?", "Försörjningsstöd, Ersättning för resor"),
            ("Belopp och villkor", "Busskort"),
        ),
    )
