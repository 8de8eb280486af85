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


def main():
    folder = tempfile.mkdtemp()
    try:
        with Mock("--address", ADDRESS, "--port", "443") as mock:
            tdlib = TdLib(redirected(mock.pem, folder))
            start(tdlib, folder)
            log_in(tdlib)
            seen = next(call for call in mock.calls() if call["client"])
            assert seen["client"]["device_model"] == "TDLib's device", seen
            # Its calls are made under temporary keys, bound to a permanent one.
            bound = mock.calls("auth.bindTempAuthKey")
            assert bound and all(call["error"] is None for call in bound), bound
            write(tdlib)
            close(tdlib)
            keys = {call["auth_key_id"] for call in mock.calls("auth.signIn")}
            before = len(mock.calls())
            start(tdlib, folder)
            tdlib.state("authorizationStateReady")
            me = tdlib.call({"@type": "getMe"})
            assert me["id"] == 1001, me
            close(tdlib)
            # It asks for the configuration under a key that it makes for that alone.
            assert len(keys) == 1 and keys <= {call["auth_key_id"] for call in mock.calls()[before:]}, keys
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
print("tdlib: all well")
