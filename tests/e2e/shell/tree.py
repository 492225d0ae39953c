"""The window as a screen reader has it: its tree over AT-SPI, and what is wrong with the figure in it.

Started on a session bus and a virtual display of its own, by `cargo xtask test` or:

    dbus-run-session -- /usr/bin/python3 tree.py PROGRAM [OUT]

Writes the tree to OUT, a line an object: role, name, description, states, relations, actions. Ends with a failure where
a node or line of the figure has no name or is not to be reached; tells which names are borne twice. Needs python3-gi and gir1.2-atspi-2.0.
"""

import os
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
# Long enough for a program that is not compiled for speed, on a busy machine.
PATIENCE = 90
STATES = [
    Atspi.StateType.FOCUSABLE,
    Atspi.StateType.FOCUSED,
    Atspi.StateType.PRESSED,
    Atspi.StateType.EXPANDED,
    Atspi.StateType.CHECKED,
    Atspi.StateType.MODAL,
    Atspi.StateType.SHOWING,
]


def window(name):
    """The application of this name on the accessibility bus, or None."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(i)
        if one is not None and name in (one.get_name() or "").lower():
            return one
    return None


def told(one):
    """What a reader can ask an object for, as a line."""
    states = one.get_state_set()
    parts = [one.get_role_name(), repr(one.get_name() or "")]
    if one.get_description():
        parts.append(f"description {one.get_description()!r}")
    held = [state.value_nick for state in STATES if states.contains(state)]
    if held:
        parts.append(" ".join(held))
    for relation in one.get_relation_set() or []:
        others = [relation.get_target(i) for i in range(relation.get_n_targets())]
        parts.append(f"{relation.get_relation_type().value_nick}: {[other.get_name() for other in others]}")
    return ", ".join(parts)


def walk(one, depth=0):
    """Every object below, with its depth; what has gone meanwhile is left out."""
    yield one, depth
    for i in range(one.get_child_count()):
        try:
            child = one.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child, depth + 1)


def listening():
    """Starts the accessibility bus and says that a screen reader is there, as one does."""
    launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], stderr=subprocess.DEVNULL)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for _ in range(50):
        try:
            for name in ("IsEnabled", "ScreenReaderEnabled"):
                told = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
                bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", told, None, 0, 2000)
            return launcher
        except GLib.Error:
            time.sleep(0.1)
    raise SystemExit("The accessibility bus does not start.")


def main():
    program, *rest = sys.argv[1:]
    home = tempfile.TemporaryDirectory(prefix="wartagraf-tree-")
    environment = {key: value for key, value in os.environ.items() if key != "NO_AT_BRIDGE"}
    environment |= {f"XDG_{kind}_HOME": home.name for kind in ("DATA", "CONFIG", "CACHE")}
    launcher = listening()
    process = subprocess.Popen([program], env=environment)
    try:
        end = time.monotonic() + PATIENCE
        lines, figure = [], []
        while time.monotonic() < end:
            time.sleep(1)
            try:
                found = window("wartagraf")
            except GLib.Error:
                continue
            if found is None:
                continue
            lines, figure = [], []
            inside = None
            try:
                for one, depth in walk(found):
                    lines.append("  " * depth + told(one))
                    # The figure is the one thing that says it is an application of its own.
                    if one.get_role() == Atspi.Role.EMBEDDED and inside is None:
                        inside = depth
                    elif inside is not None and depth <= inside:
                        inside = -1
                    elif inside is not None and inside >= 0:
                        figure.append(one)
            except GLib.Error:
                # The page was still being built: what was asked has gone.
                continue
            if len(figure) > 50:
                break
        text = "\n".join(lines) + "\n"
        if rest:
            with open(rest[0], "w", encoding="utf-8") as out:
                out.write(text)
        else:
            print(text)
        buttons = [one for one in figure if one.get_role() in (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)]
        images = [one for one in figure if one.get_role() == Atspi.Role.IMAGE]
        wrong = [told(one) for one in buttons + images if not (one.get_name() or "").strip()]
        wrong += [told(one) for one in buttons if not one.get_state_set().contains(Atspi.StateType.FOCUSABLE)]
        names = [one.get_name() for one in buttons + images]
        twice = sorted({name for name in names if names.count(name) > 1})
        print(f"{len(lines)} objects; in the figure {len(buttons)} nodes and {len(images)} lines, {len(wrong)} without a name or out of reach")
        print(f"{len(twice)} names are borne by more than one of them")
        for one in wrong[:20] + twice[:20]:
            print("  " + one)
        return 0 if buttons and images and not wrong else 1
    finally:
        for one in (process, launcher):
            one.terminate()
            one.wait()
        home.cleanup()


sys.exit(main())
