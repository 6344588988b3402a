"""Copy to config.py beside this file and change. An unknown key that starts with STEGVIS_ stops the start."""

SECRET_KEY = "change me: python -c 'import secrets; print(secrets.token_hex())'"

# STEGVIS_DATABASE = "postgresql+psycopg://stegvis@db.example/stegvis"
# STEGVIS_FRAME_ANCESTORS = "'self'"
# STEGVIS_KOMMUN = "Exempelköping"
