#!/usr/bin/env python3
"""Runs commands in turn, round after round; prints the least time of each and its peak memory.

Usage: measure.py ROUNDS COMMAND... [-- COMMAND...]...    (a line each: seconds, processor seconds,
kilobytes; the exit code must be 0 or 1, as a checker's is)
"""
import os
import sys
import time


def once(command):
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    os.close(null)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


commands = [[]]
for word in sys.argv[2:]:
    if word == "--":
        commands.append([])
    else:
        commands[-1].append(word)
rounds = [[once(command) for command in commands] for _ in range(int(sys.argv[1]))]
for runs in zip(*rounds):
    seconds, processor, memory = (min(values) for values in zip(*runs))
    print(f"{seconds:.3f} {processor:.3f} {memory}")
