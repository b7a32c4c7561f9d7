#!/usr/bin/env python3
"""The layer check is itself tested: every kind of violation is planted and has to be found."""
import importlib.util
import pathlib
import sys
import tempfile
import unittest

spec = importlib.util.spec_from_file_location("check_layers", sys.argv.pop(1))
check_layers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_layers)

LAYERS = {"app/core": set(), "app/imaging": {"app/core"}, "ui/session": {"app/core"}}


class CheckLayers(unittest.TestCase):
    def problems(self, path, text):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder)
            file = source / path
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
            return check_layers.check(source, LAYERS)

    def assert_found(self, path, text):
        self.assertEqual(len(self.problems(path, text)), 1, text)

    def test_violations_are_found(self):
        rows = [
            ("app/core/a.cpp", '#include "app/imaging/b.h"\n'),
            ("ui/session/a.cpp", '#include "app/imaging/b.h"\n'),
            ("app/imaging/a.h", "#include <opencv2/core.hpp>\n"),
            ("app/imaging/a.cpp", "#include <QWidget>\n"),
            ("app/imaging/a.cpp", "#include <QSqlQuery>\n"),
            ("app/imaging/a.cpp", "#include <unistd.h>\n"),
            ("app/imaging/a.cpp", "#include <windows.h>\n"),
            ("app/imaging/a_unix.cpp", "\n"),
            ("app/imaging/a.cpp", "qWarning() << name;\n"),
            ("app/imaging/a.cpp", "reply->ignoreSslErrors();\n"),
            ("app/unknown/a.cpp", "\n"),
        ]
        for path, text in rows:
            with self.subTest(path=path, text=text):
                self.assert_found(path, text)

    def test_permitted_code_passes(self):
        rows = [
            ("app/imaging/a.cpp", '#include "app/imaging/b.h"\n#include "app/core/c.h"\n'),
            ("app/imaging/a.cpp", "#include <opencv2/core.hpp>\n"),
            ("app/imaging/mat_p.h", "#include <opencv2/core.hpp>\n"),
            ("app/imaging/a_win.cpp", "#include <windows.h>\n"),
        ]
        for path, text in rows:
            with self.subTest(path=path, text=text):
                self.assertEqual(self.problems(path, text), [])


if __name__ == "__main__":
    unittest.main()
