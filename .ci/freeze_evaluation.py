#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes tests/data/evaluation/frozen.json: the hashes of the evaluation's sources.

Run it after kEvaluationVersion was raised. The hash of the designs stays as it is given with
--designs (the failing test prints it), because only the program can compute it.
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--designs", help="hash of the first 200 designs, as the test prints it")
arguments = parser.parse_args()

folder = root / "app/demo/evaluation"
target = root / "tests/data/evaluation/frozen.json"
before = json.loads(target.read_text()) if target.exists() else {}
version = int(re.search(r"kEvaluationVersion = (\d+)", (folder / "sample.h").read_text())[1])
frozen = {
    "version": version,
    "frozen": datetime.date.today().isoformat(),
    "designs": arguments.designs or before.get("designs", ""),
    "sources": {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())
    },
}
if before.get("version") == version and before["sources"] != frozen["sources"]:
    raise SystemExit(f"the sources differ from version {version}: raise kEvaluationVersion first")
target.write_text(json.dumps(frozen, indent=2) + "\n")
