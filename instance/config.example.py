"""Copy to config.py beside this file and change. An unknown key that starts with STEGVIS_ stops the start.

Inside another application the same STEGVIS_ keys stand in that application's own configuration.
"""

# Make one with: python -c 'import secrets; print(secrets.token_hex())'
SECRET_KEY = ""

# Who sends the documents. The employer's copy shows STEGVIS_ANORDNARE alone, so it must not give the ground away.
STEGVIS_KOMMUN = "Kommunen"
STEGVIS_NAMND = ""
STEGVIS_ENHET = ""
STEGVIS_ANORDNARE = "Kommunens praktiksamordning"
STEGVIS_ADDRESS = ""
STEGVIS_PHONE = ""
STEGVIS_EMAIL = ""
STEGVIS_HOURS = "vardagar"
STEGVIS_WEB = ""
STEGVIS_LOGO = ""  # path of a PNG or JPEG file
STEGVIS_LOGO_ALT = ""

# Your own answers to questions that ask the installation, by name, such as {"forsakringsbolag": "…", "forsakringsnr":
# "…"}.
STEGVIS_TEXTS = {}
# Who reviews copies about persons with protected data.
STEGVIS_REVIEWER = ""
# Beginnings of words that must not reach an employer; empty is the list that comes with Stegvis.
STEGVIS_REVEALING = ()

# Empty: stegvis.sqlite3 beside this file. PostgreSQL: postgresql+psycopg://stegvis@db.example/stegvis
STEGVIS_DATABASE = ""
# Empty: keys beside this file. The environment variable STEGVIS_KEYS, with keys in it, goes before a file.
STEGVIS_KEY_FILE = ""

# Where saved documents are laid for another system; none are when it is empty.
STEGVIS_DROP_FOLDER = ""

# The file with the key and certificate that signed documents are sealed with (PEM or PKCS#12, mode 600); none are when
# it is empty.
STEGVIS_SEAL_KEY = ""
# A time-stamp service (RFC 3161), such as "https://tid.exempel.se/tsa"; the only address that Stegvis itself ever asks.
STEGVIS_TIMESTAMP_URL = ""

# Which pages may show ours in a frame, in the words of the header Content-Security-Policy.
STEGVIS_FRAME_ANCESTORS = "'none'"
# Empty: send no policy, and let the host send its own. Needed when the host's layout has scripts or styles within it.
STEGVIS_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

# The largest form that is received.
STEGVIS_MAX_FORM_BYTES = 8_000_000
STEGVIS_MAX_FORM_PARTS = 20_000
STEGVIS_MAX_UPLOAD_BYTES = 12_000_000
