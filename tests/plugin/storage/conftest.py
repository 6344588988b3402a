"""Two engines to run every test on: a SQLite file, and a PostgreSQL of our own that no other program sees."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
import tools
from support.store_acts import DEFINITION, KEYRING, SHA256, Ticking, rows

from stegvis.plugin.storage import open_store
from stegvis.plugin.storage.schema import upgrade

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
NUMBERS = itertools.count(1)


class Cluster:
    """A PostgreSQL server on a socket in a temporary folder, run by a user without rights."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="stegvis-pg-"))
        self.user = None
        if os.geteuid() == 0:  # the server refuses to run as root
            self.user = next(user for user in ("postgres", "nobody") if _exists(user))
            shutil.chown(self.folder, self.user)
        self._run("initdb", "--auth=trust", "--username=stegvis", "--encoding=UTF8", "--no-sync")
        options = f"-c listen_addresses='' -k {self.folder} -c fsync=off -c max_connections=60"
        self._run("pg_ctl", "start", "--wait", f"--log={self.folder / 'log'}", f"--options={options}")

    def create(self):
        """The address of a new, empty schema: as a municipality gives Stegvis one beside its other programs."""
        address = f"postgresql://stegvis@/postgres?host={self.folder}"
        name = f"test_{next(NUMBERS)}"
        rows(address, f"CREATE SCHEMA {name}")
        return f"{address}&options=-csearch_path%3D{name}"

    def stop(self):
        """Ends the server and leaves nothing behind."""
        self._run("pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(self.folder)

    def _run(self, program, *arguments):
        path = Path(tools.find("initdb")).with_name(program)
        command = [path, *arguments, "-D", self.folder / "data"]
        subprocess.run(command, user=self.user, cwd=self.folder, check=True, stdout=subprocess.DEVNULL, timeout=60)


def _exists(user):
    try:
        return pwd.getpwnam(user)
    except KeyError:
        return None


@pytest.fixture(scope="session")
def cluster():
    cluster = Cluster()
    yield cluster
    cluster.stop()


@pytest.fixture(params=ENGINES)
def empty_url(request, tmp_path):
    """An address where nothing has been made yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/stegvis.sqlite"
    return request.getfixturevalue("cluster").create()


@pytest.fixture
def url(empty_url):
    """A migrated database."""
    upgrade(empty_url)
    return empty_url


@pytest.fixture
def clock():
    return Ticking()


@pytest.fixture
def store(url, clock):
    """An empty store that knows one definition."""
    store = open_store(url, KEYRING, clock)
    store.put_definition(SHA256, DEFINITION)
    yield store
    store.close()
