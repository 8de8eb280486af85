"""Asks rust-analyzer about names in the committed crate over LSP, and fails if an answer is missing.

    python3 tests/rust-analyzer/ask.py RUST_ANALYZER

It is run by hand: a language server takes minutes to build. What it answered is in docs/rust-analyzer.md.
"""

import json
import pathlib
import queue
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "telegram-config"
MAIN = EXAMPLE / "src" / "main.rs"
# The name to ask about, its place in the example, and the file that declares it.
QUESTIONS = [
    ("InitConnection", "query: InitConnection {", "generated/functions"),
    ("GetConfig", "query: help::GetConfig", "generated/functions/help"),
    ("Config", "let config: types::Config", "generated/types"),
    ("dc_options", "&config.dc_options", "generated/types"),
    ("LAYER", "layer: LAYER", "generated/mod.rs"),
]
PATIENCE = 900


class Server:
    """A language server that communicates over its standard streams."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.answers = {}
        self.notes = queue.Queue()
        self.last = 0
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        """Sorts messages into answers and notifications."""
        while True:
            length = 0
            while (line := self.process.stdout.readline().strip()):
                name, value = line.split(b":", 1)
                if name.lower() == b"content-length":
                    length = int(value)
            if length == 0:
                return
            message = json.loads(self.process.stdout.read(length))
            if "method" not in message:
                self.answers[message["id"]] = message
            elif "id" in message:
                self.send({"id": message["id"], "result": None})
            else:
                self.notes.put(message)

    def send(self, message):
        """Writes one message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def ask(self, method, params):
        """Sends a request and returns the answer."""
        self.last += 1
        number = self.last
        self.send({"id": number, "method": method, "params": params})
        end = time.monotonic() + PATIENCE
        while number not in self.answers:
            if time.monotonic() > end:
                sys.exit(f"{method}: no answer in {PATIENCE} s")
            time.sleep(0.005)
        answer = self.answers.pop(number)
        if "error" in answer:
            sys.exit(f"{method}: {answer['error']}")
        return answer["result"]

    def wait_until_quiet(self):
        """Waits until the server reports that it has loaded everything."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            note = self.notes.get(timeout=PATIENCE)
            if note["method"] == "experimental/serverStatus" and note["params"].get("quiescent"):
                return
        sys.exit("the server never came to rest")


def position(text, line_with, name):
    """Returns the position of `name` in the first line that contains `line_with`."""
    for number, line in enumerate(text.splitlines()):
        if line_with in line:
            start = line.index(line_with) + line_with.index(name)
            return {"line": number, "character": start + 1}
    sys.exit(f"{MAIN}: no line contains {line_with}")


def check(holds, what):
    """Exits with a failure unless the condition holds."""
    if not holds:
        sys.exit(f"wrong: {what}")


def question(server, text, name, line_with, declared_in):
    """Asks for hover, definition and references of one name, and prints a table row."""
    at = {"textDocument": {"uri": MAIN.as_uri()}, "position": position(text, line_with, name)}
    start = time.monotonic()
    hover = server.ask("textDocument/hover", at)
    hover_ms = (time.monotonic() - start) * 1000
    shown = hover["contents"]["value"] if hover else ""
    check(name in shown, f"hover on {name} shows {shown!r}")
    found = server.ask("textDocument/definition", at)
    found = found if isinstance(found, list) else [found]
    uri = found[0].get("targetUri") or found[0].get("uri")
    path = uri.removeprefix(ROOT.as_uri() + "/")
    check(path.startswith(declared_in), f"the definition of {name} is in {path}")
    uses = server.ask("textDocument/references", {**at, "context": {"includeDeclaration": False}})
    files = {use["uri"] for use in uses}
    check(MAIN.as_uri() in files, f"references of {name} do not include the one asked about")
    print(f"| `{name}` | {hover_ms:.0f} | `{path}` | {len(uses)} in {len(files)} files |")


def main():
    """Asks about all names."""
    server = Server(sys.argv[1])
    start = time.monotonic()
    server.ask("initialize", {
        "processId": None,
        "rootUri": EXAMPLE.as_uri(),
        "capabilities": {"experimental": {"serverStatusNotification": True}},
        "initializationOptions": {
            "linkedProjects": [str(EXAMPLE / "Cargo.toml")],
            "checkOnSave": False,
        },
    })
    server.send({"method": "initialized", "params": {}})
    text = MAIN.read_text()
    document = {"uri": MAIN.as_uri(), "languageId": "rust", "version": 1, "text": text}
    server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    server.wait_until_quiet()
    print(f"ready after {time.monotonic() - start:.0f} s\n")
    print("| name | hover, ms | definition | references |\n|---|---|---|---|")
    for name, line_with, declared_in in QUESTIONS:
        question(server, text, name, line_with, declared_in)
    server.ask("shutdown", None)
    server.send({"method": "exit", "params": None})
    server.process.wait(10)


if __name__ == "__main__":
    main()
