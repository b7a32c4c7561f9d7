#!/usr/bin/env python3
"""Fails when lupdate would change a .ts file (a text was added, changed or dropped in the sources) or
when an entry is unfinished or empty. With --update writes what lupdate finds."""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

LUPDATE = ["lupdate", "/usr/lib/qt6/bin/lupdate"]
# The English file holds plurals only: everything else is its own translation.
FILES = {"handshake_zh_CN.ts": [], "handshake_en.ts": ["-pluralonly"]}


def lupdate_program():
    for candidate in reversed(LUPDATE):
        found = shutil.which(candidate)
        if found:
            return found
    sys.exit("lupdate was not found (package qt6-l10n-tools)")


def sources(root):
    return [str(path) for folder in ("app", "ui") for path in sorted((root / folder).rglob("*"))
            if path.suffix in (".h", ".cpp")]


def update(root, ts_file, options):
    subprocess.run([lupdate_program(), "-silent", "-no-obsolete", "-locations", "none", *options,
                    "-I", str(root), *sources(root), "-ts", str(ts_file)], check=True,
                   stdout=subprocess.DEVNULL)


def entries(ts_file):
    for context in tree.parse(ts_file).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            yield name, message.findtext("source"), message


def unfinished(ts_file):
    for name, source, message in entries(ts_file):
        translation = message.find("translation")
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        if translation.get("type") == "unfinished" or not all(forms):
            yield f"{ts_file.name}: {name}: not translated: {source}"


def keys(ts_file):
    return {(name, source, message.findtext("comment")) for name, source, message in entries(ts_file)}


def differences(root, ts_file, options):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / ts_file.name
        shutil.copy(ts_file, fresh)
        update(root, fresh, options)
        before, after = keys(ts_file), keys(fresh)
    for name, source, _ in sorted(after - before, key=str):
        yield f"{ts_file.name}: {name}: missing: {source}"
    for name, source, _ in sorted(before - after, key=str):
        yield f"{ts_file.name}: {name}: no longer used: {source}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--update", action="store_true", help="run lupdate on the .ts files")
    arguments = parser.parse_args()
    problems = []
    for name, options in FILES.items():
        ts_file = arguments.source / "translations" / name
        if arguments.update:
            update(arguments.source, ts_file, options)
        problems += differences(arguments.source, ts_file, options)
        problems += unfinished(ts_file)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"translations: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
