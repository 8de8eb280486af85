"""TDLib against the mock: log in until it is ready, write, receive, obey a pause, come back with the old key."""
import shutil
import tempfile
import time

from mock import Mock
from tdlib_library import ADDRESS, TdLib, close, log_in, redirected, start


def message(text, out):
    def fits(event):
        if event["@type"] != "updateNewMessage":
            return False
        found = event["message"]
        return found["is_outgoing"] == out and found["content"].get("text", {}).get("text") == text
    return fits


def write(tdlib):
    chat = tdlib.call({"@type": "searchPublicChat", "username": "ben_example"})
    assert (chat["id"], chat["title"]) == (1002, "Ben Example"), chat
    send = {"@type": "sendMessage", "chat_id": 1002, "input_message_content": {
        "@type": "inputMessageText", "text": {"@type": "formattedText", "text": "hello"}}}
    tdlib.send(send)
    tdlib.wait(message("hello", False))
    send["input_message_content"]["text"]["text"] = "wait"
    start = time.monotonic()
    tdlib.send(send)
    tdlib.wait(message("wait", False))
    assert time.monotonic() - start >= 2, "the pause was not obeyed"


def bound(mock, start=0):
    """The permanent keys that temporary ones were bound to, from a call on."""
    calls = [call for call in mock.calls()[start:] if call["method"] == "auth.bindTempAuthKey"]
    assert all(call["error"] is None for call in calls), calls
    return {call["call"]["perm_auth_key_id"] for call in calls}


def under(mock, start):
    """The keys under which calls were made, from a call on."""
    return {call["auth_key_id"] for call in mock.calls()[start:]}


def main(pfs):
    folder = tempfile.mkdtemp()
    try:
        with Mock("--address", ADDRESS, "--port", "443") as mock:
            tdlib = TdLib(redirected(mock.pem, folder))
            start(tdlib, folder, pfs)
            log_in(tdlib)
            seen = next(call for call in mock.calls() if call["client"])
            assert seen["client"]["device_model"] == "TDLib's device", seen
            write(tdlib)
            close(tdlib)
            keys, permanent = {call["auth_key_id"] for call in mock.calls("auth.signIn")}, bound(mock)
            before = len(mock.calls())
            start(tdlib, folder, pfs)
            tdlib.state("authorizationStateReady")
            me = tdlib.call({"@type": "getMe"})
            assert me["id"] == 1001, me
            # It knows the answer to that; this one it has to ask for, and gets an error.
            tdlib.ask({"@type": "getActiveSessions"})
            close(tdlib)
            # It asks for the configuration under a key that it makes for that alone. A temporary key may be a new one.
            assert len(keys) == 1 and bool(permanent) == pfs, (keys, permanent)
            mock.wait(lambda: keys & under(mock, before) or permanent & bound(mock, before))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


for pfs in (False, True):
    main(pfs)
print("tdlib: all well")
