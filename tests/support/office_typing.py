"""Types in a Word blank as a person does in LibreOffice: run by the system's Python, which has LibreOffice's own
interface.

`python3 office_typing.py PIPE JOBS.json`: each job is a file to open, what to put in its controls in order (text, a
ticked box as true, nothing as null), and the file to save.
"""

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(pipe, jobs):
    """Does every job; says how many controls each file had."""
    desktop = _desktop(pipe)
    for job in json.loads(Path(jobs).read_text("utf-8")):
        document = desktop.loadComponentFromURL(Path(job["open"]).as_uri(), "_blank", 0, (_option("Hidden", True),))
        controls = list(_controls(document.Text))
        document.lockControllers()  # nobody looks: nothing is laid out for each letter
        for control, word in zip(controls, job["words"], strict=False):
            if word is not None:
                _type(control, word)
        document.storeToURL(Path(job["save"]).as_uri(), (_option("FilterName", "Office Open XML Text"),))
        document.close(True)
        print(len(controls), flush=True)
    desktop.terminate()


def _desktop(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def _controls(text):
    """The controls of a text in order, those in tables too."""
    for paragraph in _each(text):
        if paragraph.supportsService("com.sun.star.text.TextTable"):
            for name in paragraph.CellNames:
                yield from _controls(paragraph.getCellByName(name))
            continue
        for portion in _each(paragraph):
            if portion.TextPortionType == "ContentControl":
                yield portion.ContentControl
            elif portion.TextPortionType == "TextField" and not paragraph.ParaStyleName.startswith("Heading"):
                yield portion.TextField


def _each(container):
    found = container.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def _type(control, word):
    if control.supportsService("com.sun.star.text.TextField.Input"):
        control.Content = word
        return
    if control.Checkbox:
        control.Checked = word
        control.setString("☒" if word else "☐")
        return
    for item in control.ListItems:
        named = {each.Name: each.Value for each in item}
        word = named["DisplayText"] if named["Value"] == word else word
    control.ShowingPlaceHolder = False
    control.setString(word)  # stands before what is there, which then goes
    held = [portion for portion in _each(control) if portion.TextPortionType == "Text"]
    rest = held[0].Text.createTextCursorByRange(held[0].Start)
    rest.goRight(len(word), False)
    rest.gotoRange(held[-1].End, True)
    rest.setString("")


def _option(name, value):
    option = PropertyValue()
    option.Name, option.Value = name, value
    return option


if __name__ == "__main__":
    main(*sys.argv[1:])
