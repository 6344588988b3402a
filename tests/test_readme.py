"""What the README and the guides say to type works as it stands, and what they point at is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("instance/*.md"), *ROOT.glob("findings/*.md"))
HOST = ROOT / "tests/plugin/host"


def blocks(text, language):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def commands():
    lines = [line for block in blocks(README, "console") for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ stegvis")]


def anchor(heading):
    """The name that a heading gets in an address."""
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


def test_the_commands_work_in_the_order_they_stand(tmp_path):
    examples = "tests/forms/examples"
    shutil.copytree(ROOT / examples, tmp_path / examples)
    code = "import sys; from stegvis.plugin.cli import main; sys.argv[0] = 'stegvis'; main()"
    assert commands()
    for command in commands():
        run = [sys.executable, "-c", code, *command.split()[1:]]
        done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), command


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/quickstart.md"], ids=lambda page: page.name)
def test_the_host_that_is_shown_is_the_host_that_is_tested(page):
    text = page.read_text("utf-8")
    assert (HOST / "mount.py").read_text("utf-8") in blocks(text, "python")
    assert (HOST / "templates/stegvis.html").read_text("utf-8") in blocks(text, "jinja")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if link.startswith("http"):
            continue
        path, _, part = link.partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), link
        if part:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert part in map(anchor, headings), link
