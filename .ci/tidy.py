#!/usr/bin/env python3
"""clang-tidy on every source whose text, headers of the project or configuration changed since it was last clean.

Files listed in .ci/tidy-pending.txt have not been clean yet and are left out, counted in the last line;
the list only ever gets shorter (--pending checks exactly these).

What was clean is remembered under the user's cache folder by a hash, so an unchanged file costs nothing.
On a machine without that memory the newest files go first and the time budget ends the run; how many
files were not reached is said, never hidden."""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "handshake-desk-tidy"
INCLUDE = re.compile(rb'^\s*#\s*include\s+"([^"]+)"', re.M)


def closure(path, seen):
    """The file and every header of the project that it includes, directly or not."""
    if path in seen or not path.is_file():
        return
    seen.add(path)
    for name in INCLUDE.findall(path.read_bytes()):
        relative = name.decode("utf-8", "replace")
        for base in (ROOT, ROOT / "tests", path.parent):
            candidate = base / relative
            if candidate.is_file():
                closure(candidate.resolve(), seen)
                break


def fingerprint(path, command):
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    digest.update(" ".join(command.split()[1:]).replace(str(ROOT), "").encode())
    seen = set()
    closure(path, seen)
    for file in sorted(seen):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def newest_first(paths):
    log = subprocess.run(["git", "log", "--format=%ct", "--name-only", "-n", "400"], cwd=ROOT,
                         capture_output=True, text=True, check=False).stdout
    when, stamp = {}, 0
    for line in log.splitlines():
        if line.isdigit():
            stamp = int(line)
        elif line:
            when.setdefault(str(ROOT / line), stamp)
    return sorted(paths, key=lambda path: -when.get(str(path), 2**40))


def tidy(path, build):
    run = subprocess.run(["clang-tidy-14", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", str(build), str(path)], cwd=ROOT,
                         capture_output=True, text=True, check=False)
    return path, run.returncode, run.stdout + (run.stderr if run.returncode else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--budget", type=int, default=420, help="seconds; 0 for no limit")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pending", action="store_true", help="check the files not clean yet instead")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    pending = {ROOT / line for line in (ROOT / ".ci/tidy-pending.txt").read_text().splitlines()
               if line and not line.startswith("#")}
    left_out = 0
    commands = {}
    for entry in json.loads((arguments.build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"]).resolve()
        inside = path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "build")
        if inside and (not arguments.files or path in [f.resolve() for f in arguments.files]):
            if (path in pending) != arguments.pending and not arguments.files:
                left_out += 1
            else:
                commands[path] = entry["command"]
    CACHE.mkdir(parents=True, exist_ok=True)
    hashes = {path: fingerprint(path, command) for path, command in commands.items()}
    todo = newest_first([path for path in commands if not (CACHE / hashes[path]).exists()])
    deadline = time.monotonic() + (arguments.budget or 10**9)
    failed = reached = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        waiting = iter(todo)
        running = {pool.submit(tidy, path, arguments.build) for _, path in zip(range(arguments.jobs), waiting)}
        while running:
            done, running = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                path, code, output = future.result()
                reached += 1
                if code:
                    failed += 1
                    print(output, flush=True)
                else:
                    (CACHE / hashes[path]).touch()
                if time.monotonic() < deadline:
                    following = next(waiting, None)
                    if following is not None:
                        running.add(pool.submit(tidy, following, arguments.build))
    print(f"clang-tidy: {len(commands)} files, {len(commands) - len(todo)} unchanged since clean, "
          f"{reached} checked, {failed} with findings, {len(todo) - reached} not reached in the time, "
          f"{left_out} left out (.ci/tidy-pending.txt)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
