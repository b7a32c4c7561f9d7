#!/usr/bin/env python3
"""clang-tidy on every source whose text, headers of the project or configuration changed since it was last clean.

Most of the time of a run goes into reading Qt's and OpenCV's headers, so the files of one folder are read
together, as one unit that includes them; where two files do not go together (the same name in both), the
unit is halved until they do. The analyzer treats included .cpp files as code, so nothing but
misc-unused-using-decls is lost by it.

What was clean is remembered under the user's cache folder by a hash, so an unchanged file costs nothing.
On a machine without that memory the newest files go first and the time budget ends the run; how many
files were not reached is said, never hidden."""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "handshake-desk-tidy"
BATCH = 8
# In C: GObject's macros demand names in snake case, and Annex K's functions are not in glibc.
NOT_IN_C = ",-readability-identifier-naming,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling"
HAS_MAIN = re.compile(rb"^int main\(", re.M)
# A test's main function must not stand in a unit twice.
NO_TEST_MAINS = "".join(f"#undef {name}\n#define {name}(Test)\n"
                        for name in ("QTEST_MAIN", "QTEST_GUILESS_MAIN", "QTEST_APPLESS_MAIN"))
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


def batches(paths):
    """Files of one folder and language, in the order given; a program's main file stands alone."""
    folders = collections.OrderedDict()
    for path in paths:
        alone = HAS_MAIN.search(path.read_bytes())
        folders.setdefault(path if alone else (path.parent, path.suffix), []).append(path)
    return [files[i:i + BATCH] for files in folders.values() for i in range(0, len(files), BATCH)]


def unit_command(files, commands, unit):
    """The compiler's call of the first file, with the include folders and definitions of all."""
    words, extra = shlex.split(commands[files[0]]), []
    for file in files[1:]:
        other = shlex.split(commands[file])
        for position, word in enumerate(other):
            if word == "-isystem":
                extra += [word, other[position + 1]]
            elif word.startswith(("-I", "-D")) and not word.startswith("-DQT_TESTCASE_"):
                extra.append(word)
    kept = [word for word in words[1:words.index("-o")] if not word.startswith("-DQT_TESTCASE_")]
    return [words[0], *kept, *extra, "-o", "unit.o", "-c", str(unit)]


def tidy(files, commands, build):
    """Returns the files that are clean and the findings of the others."""
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / f"unit{files[0].suffix}"
        checks = "-bugprone-suspicious-include" + (NOT_IN_C if unit.suffix == ".c" else "")
        text = "".join(f'#include "{file}"\n' for file in files)
        if any(b"QTEST_" in file.read_bytes() for file in files):
            text = "#include <QTest>\n" + NO_TEST_MAINS + text
        unit.write_text(text)
        (pathlib.Path(folder) / "compile_commands.json").write_text(json.dumps([
            {"directory": str(build.resolve()), "file": str(unit), "arguments": unit_command(files, commands, unit)}]))
        run = subprocess.run(
            ["clang-tidy-14", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", f"--checks={checks}",
             f"--header-filter={ROOT}/(app|ui|tests)/.*", "--extra-arg=-Wno-unknown-warning-option", "-p", folder, str(unit)],
            cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return files, ""
    if len(files) == 1:
        return [], run.stdout + run.stderr
    middle = len(files) // 2
    if "[clang-diagnostic-error]" not in run.stdout:
        # Real findings: told apart by file, so that the others are remembered as clean.
        blamed = [file for file in files if str(file) in run.stdout]
        rest = [file for file in files if file not in blamed]
        if blamed and rest:
            clean, _ = tidy(rest, commands, build)
            return clean, run.stdout
        return [], run.stdout
    first, second = tidy(files[:middle], commands, build), tidy(files[middle:], commands, build)
    return first[0] + second[0], first[1] + second[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--budget", type=int, default=600, help="seconds; 0 for no limit")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    asked = {file.resolve() for file in arguments.files}
    commands = {}
    for entry in json.loads((arguments.build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"]).resolve()
        inside = path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "build")
        if inside and (not asked or path in asked):
            commands[path] = entry["command"]
    CACHE.mkdir(parents=True, exist_ok=True)
    hashes = {path: fingerprint(path, command) for path, command in commands.items()}
    todo = batches(newest_first([path for path in commands if not (CACHE / hashes[path]).exists()]))
    deadline = time.monotonic() + (arguments.budget or 10**9)
    reached, clean = 0, 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        waiting = iter(todo)
        running = {}

        def start_next():
            files = next(waiting, None)
            if files is not None:
                running[pool.submit(tidy, files, commands, arguments.build)] = files

        for _ in range(arguments.jobs):
            start_next()
        while running:
            done, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                reached += len(running.pop(future))
                passed, findings = future.result()
                clean += len(passed)
                for path in passed:
                    (CACHE / hashes[path]).touch()
                if findings:
                    print(findings, flush=True)
                if time.monotonic() < deadline:
                    start_next()
    total = sum(len(files) for files in todo)
    print(f"clang-tidy: {len(commands)} files, {len(commands) - total} unchanged since clean, {reached} checked, "
          f"{reached - clean} with findings, {total - reached} not reached in the time")
    return 1 if reached > clean else 0


if __name__ == "__main__":
    sys.exit(main())
