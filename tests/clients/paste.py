"""Runs the lines that `tl mock` prints for a client in Python, as they are: `paste.py Telethon`."""
import asyncio
import os
import subprocess
import sys
import tempfile

PHONE, CODE = "+9996620001", "12345"


async def telethon(client):
    await client.connect()
    await client.send_code_request(PHONE)
    return await client.sign_in(PHONE, CODE)


async def kurigram(client):
    await client.connect()
    sent = await client.send_code(PHONE)
    return await client.sign_in(PHONE, sent.phone_code_hash, CODE)


async def main(name):
    command = [os.environ["TL"], "mock", "--stop-after", "60"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    lines = []
    try:
        for line in server.stdout:
            lines.append(line)
            if line.startswith("More on"):
                break
        printed = "".join(lines)
        printed = printed[printed.index(f"# {name}\n"):].split("\n\n", 1)[0]
        # Clients write their sessions to the working folder, or to that of the program.
        os.chdir(tempfile.mkdtemp())
        sys.argv[0] = os.path.join(os.getcwd(), "pasted.py")
        made = {}
        exec(printed, made)
        me = await {"Telethon": telethon, "kurigram": kurigram}[name](made["client"])
        assert (me.id, me.first_name) == (1001, "Ann"), me
        await made["client"].disconnect()
    finally:
        server.terminate()
        server.wait(10)


asyncio.run(asyncio.wait_for(main(sys.argv[1]), 60))
print(f"{sys.argv[1]}: what is pasted works")
