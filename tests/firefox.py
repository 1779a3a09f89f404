"""Firefox, driven by WebDriver BiDi over its own socket: no geckodriver, which Debian does not have.

Playwright's own way to Firefox asks for a patched browser, or for commands that Debian's ESR does not know yet.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox") or ""
PREFERENCES: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.download.folderList": 2,  # the folder named below
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,none",
    "toolkit.telemetry.enabled": False,
}
WAIT = 60.0
"""Seconds after which Firefox is taken to be stuck."""
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowRight": "\ue014"}


class Firefox:
    """One page of a running Firefox; `said` is what it wrote on its console, `asked` the addresses it asked for."""

    def __init__(self, address: str, downloads: Path) -> None:
        from websocket import create_connection

        self.downloads, self.said, self.asked = downloads, list[str](), list[str]()
        self._count = 0
        self._socket = create_connection(address, timeout=WAIT, suppress_origin=True)
        self.send("session.new", capabilities={})
        self._page = self.send("browsingContext.getTree")["contexts"][0]["context"]
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def send(self, method: str, **parameters: Any) -> Any:
        """The answer to a command; what happens meanwhile is written down. RuntimeError for an error."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("method") == "log.entryAdded":
                self.said.append(str(answer["params"]["text"]))
            elif answer.get("method") == "network.beforeRequestSent":
                self.asked.append(answer["params"]["request"]["url"])
            elif answer.get("id") == self._count:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def open(self, address: str, *, width: int = 1280, height: int = 800) -> None:
        """Load a page at this size in CSS pixels."""
        self.send("browsingContext.setViewport", context=self._page, viewport={"width": width, "height": height})
        self.send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """The value of an expression in the page, or of what it promises."""
        done = self.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})))()",
            target={"context": self._page},
            awaitPromise=True,
        )
        if done["type"] == "exception":
            raise RuntimeError(f"{script}: {done['exceptionDetails']['text']}")
        return json.loads(done["result"]["value"]) if done["result"]["type"] == "string" else None

    def wait(self, script: str) -> Any:
        """The value of an expression once it is true. TimeoutError if it never is."""
        end = time.monotonic() + WAIT
        while not (found := self.run(script)):
            if time.monotonic() > end:
                raise TimeoutError(f"never true: {script}")
            time.sleep(0.05)
        return found

    def text(self, selector: str) -> str:
        """The text of an element."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).textContent"))

    def click(self, selector: str) -> None:
        """A click of the mouse in the middle of an element."""
        script = "(e => { e.scrollIntoView({ block: 'nearest' }); const b = e.getBoundingClientRect(); "
        script += f"return [b.x + b.width / 2, b.y + b.height / 2]; }})(document.querySelector({json.dumps(selector)}))"
        self.click_at(*self.run(script))

    def click_at(self, x: float, y: float) -> None:
        """A click of the mouse, in CSS pixels of the window."""
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        steps = [{"type": "pointerMove", "x": round(x), "y": round(y)}, *press]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def drag(self, start: tuple[float, float], by: tuple[float, float]) -> None:
        """The mouse held down and moved, in CSS pixels."""
        (x, y), (dx, dy) = start, by
        moves = [{"type": "pointerMove", "x": round(x + dx * i / 5), "y": round(y + dy * i / 5)} for i in range(6)]
        down, up = ({"type": f"pointer{word}", "button": 0} for word in ("Down", "Up"))
        self._act({"type": "pointer", "id": "mouse", "actions": [moves[0], down, *moves[1:], up]})

    def type(self, *keys: str) -> None:
        """Keys, one after the other: characters, or names of KEYS."""
        steps = []
        for key in keys:
            steps += [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": steps})

    def downloaded(self, name: str) -> bytes:
        """The content of a file that the page gave to be saved, once it is there whole."""
        end = time.monotonic() + WAIT
        while True:
            there = sorted(path.name for path in self.downloads.iterdir())
            if there == [name] and (held := (self.downloads / name).read_bytes()):
                (self.downloads / name).unlink()
                return held
            if time.monotonic() > end:
                raise TimeoutError(f"{name} was never saved; there is {there}")
            time.sleep(0.05)

    def _act(self, source: dict[str, Any]) -> None:
        self.send("input.performActions", context=self._page, actions=[source])

    def close(self) -> None:
        """Ask the browser to end."""
        self.send("browser.close")
        self._socket.close()


@contextmanager
def running(folder: Path) -> Iterator[Firefox]:
    """A Firefox of its own, with a new profile in `folder`."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    about = {**PREFERENCES, "browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in about.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with (folder / "firefox.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            firefox = Firefox(_address(profile / "WebDriverBiDiServer.json", process), downloads)
            yield firefox
            firefox.close()
            process.wait(WAIT)
        finally:
            process.kill()


def _address(named: Path, process: subprocess.Popen[bytes]) -> str:
    """Where Firefox listens, as it writes down in its profile."""
    end = time.monotonic() + WAIT
    while process.poll() is None and time.monotonic() < end:
        try:
            about = json.loads(named.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            time.sleep(0.1)
            continue
        return f"ws://{about['ws_host']}:{about['ws_port']}/session"
    raise TimeoutError(f"Firefox did not start; what it said is in {named.parent.parent / 'firefox.log'}")
