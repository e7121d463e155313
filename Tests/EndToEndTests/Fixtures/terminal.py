"""Runs a command on a terminal of its own and types into it.

Reads from standard input a JSON object: "command", "environment", and "steps", a list of pairs of
what to wait for and what to type then. Writes {"output", "status"}; a status above 128 is a signal.
"""
import json
import os
import pty
import select
import signal
import sys
import time

PATIENCE = 20  # seconds without a word


def main():
    task = json.load(sys.stdin)
    child, terminal = pty.fork()
    if child == 0:
        # Whoever runs the tests may ignore or block it, and a child would inherit that.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        environment = {**os.environ, **task["environment"]}
        os.execvpe(task["command"][0], task["command"], environment)
    output, seen = b"", 0
    steps = [(wait.encode(), keys.encode()) for wait, keys in task["steps"]]
    while True:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            os.kill(child, 9)
            break
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # Linux says EIO where the other side has closed
            chunk = b""
        if not chunk:
            break
        output += chunk
        while steps and steps[0][0] in output[seen:]:
            wait, keys = steps.pop(0)
            seen = output.index(wait, seen) + len(wait)
            time.sleep(0.05)
            os.write(terminal, keys)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    text = output.decode(errors="replace").replace("\r\n", "\n")
    json.dump({"output": text, "status": code if code >= 0 else 128 - code}, sys.stdout)


main()
