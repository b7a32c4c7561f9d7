#!/usr/bin/env python3
"""Fails on an include that a module did not declare, on a widget header under app/, on a third-party
header in a public header, on POSIX outside *_unix.cpp, and on free-text logging.

Reads the declared uses from the file that handshake_write_layers() generates ("app/a: app/b app/c")."""
import argparse
import pathlib
import re
import sys

OWN = re.compile(r'^\s*#\s*include\s+"((?:app|ui)/[^"]+)"', re.M)
SYSTEM = re.compile(r"^\s*#\s*include\s+<([^>]+)>", re.M)
THIRD_PARTY = re.compile(
    r"^(opencv2/|tesseract/|leptonica/|allheaders\.h|quazip|ZXing/|sodium|openssl/|sqlite3?\.h|sane/)")
WIDGETS = re.compile(
    r"^Q(Widget|MainWindow|Dialog|Label|PushButton|ToolButton|AbstractButton|LineEdit|TextEdit|"
    r"PlainTextEdit|TextBrowser|Layout|[VH]?BoxLayout|GridLayout|FormLayout|StackedWidget|TableView|"
    r"ListView|TreeView|TabWidget|MessageBox|FileDialog|InputDialog|ProgressBar|Slider|SpinBox|"
    r"ComboBox|CheckBox|GroupBox|ScrollArea|Frame|Splitter|Menu|MenuBar|ToolBar|StatusBar|"
    r"Application|Style|StyleOption|VideoWidget|PrintDialog|Printer|Shortcut|Completer)$")
POSIX = re.compile(r"^(unistd\.h|fcntl\.h|sys/(?!types\.h)|dirent\.h|poll\.h|signal\.h|spawn\.h|pthread\.h|"
                   r"netinet/|arpa/|linux/|termios\.h|pwd\.h|dlfcn\.h)")
WINDOWS = re.compile(r"^(windows\.h|winsock2\.h|io\.h|wincrypt\.h|dpapi\.h|shlobj\.h)", re.I)
FREE_LOG = re.compile(r"\bq(C?)(Debug|Info|Warning|Critical)\s*\(")
SQL = re.compile(r"^Q(Sql\w+)$")


def read_layers(path):
    layers = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if ":" in line:
            module, uses = line.split(":", 1)
            layers[module.strip()] = set(uses.split())
    return layers


def module_of(relative):
    return "/".join(relative.parts[:2])


def problems_of(relative, text, layers):
    module = module_of(relative)
    name = str(relative)
    is_header = relative.suffix == ".h"
    if module not in layers:
        yield f"{name}: {module} is not declared with handshake_module()"
        return
    anything = module == "app/main"
    for included in OWN.findall(text):
        used = "/".join(included.split("/")[:2])
        if used != module and used not in layers[module] and not anything:
            yield f"{name}: includes {included}, but {module} does not declare USES {used}"
    for included in SYSTEM.findall(text):
        if is_header and THIRD_PARTY.match(included) and not relative.stem.endswith("_p"):
            yield f"{name}: third-party header <{included}> in a header other rooms can see"
        if module.startswith("app/") and not anything and WIDGETS.match(included):
            yield f"{name}: widget header <{included}> under app/"
        if SQL.match(included) and module not in ("app/archive", "app/main"):
            yield f"{name}: <{included}>: only the archive knows SQL"
        if POSIX.match(included) and not relative.stem.endswith("_unix"):
            yield f"{name}: POSIX header <{included}> outside a *_unix.cpp"
        if WINDOWS.match(included) and not relative.stem.endswith("_win"):
            yield f"{name}: Windows header <{included}> outside a *_win.cpp"
    if name != "app/core/log.cpp" and FREE_LOG.search(text):
        yield f"{name}: writes free text to the log; use app/core/log.h"
    if "ignoreSslErrors" in text:
        yield f"{name}: ignoreSslErrors"
    if relative.stem.endswith("_unix") and relative.suffix == ".cpp":
        twin = relative.with_name(relative.name.replace("_unix.cpp", "_win.cpp"))
        yield ("twin", str(twin), name)


def check(source, layers):
    problems = []
    for folder in ("app", "ui"):
        for path in sorted((source / folder).glob("*/**/*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            relative = path.relative_to(source)
            for found in problems_of(relative, path.read_text(encoding="utf-8"), layers):
                if isinstance(found, tuple):
                    _, twin, name = found
                    if not (source / twin).exists():
                        problems.append(f"{name}: has no {twin}")
                else:
                    problems.append(found)
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--layers", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    problems = check(arguments.source, read_layers(arguments.layers))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"layers: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
