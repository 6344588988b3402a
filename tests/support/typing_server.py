"""A server of its own to be killed: `typing_server.py FOLDER PORT`; it says when it answers."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from werkzeug.serving import make_server

from stegvis.plugin import Identity
from support.hosts import mounted

if __name__ == "__main__":
    kim = Identity("kim", "Kim Testsson", frozenset({"handlaggare"}), (), "Nämnden")
    server = make_server("127.0.0.1", int(sys.argv[2]), mounted(Path(sys.argv[1]), identity=lambda: kim), threaded=True)
    print("up", flush=True)
    server.serve_forever()
