# SPDX-License-Identifier: Apache-2.0
"""The characters that the recogniser knows, and how often training draws each."""
import pathlib
import random

HERE = pathlib.Path(__file__).parent
DIGITS = "0123456789"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# As the program folds them: brackets, comma and colon of full width are read as their narrow twins.
MARKS = "()·、,。:;.-—/《》#&"


def is_han(character):
    return "\u3400" <= character <= "\u9fff"


def _words(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [c for line in lines if not line.startswith("#") for c in line if is_han(c)]


def gb2312(level):
    """Level 1: 3,755 in common use; level 2: 3,008 more."""
    rows = range(0xB0, 0xD8) if level == 1 else range(0xD8, 0xF8)
    found = []
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                found.append(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return found


USED, COMMON = frozenset(_words("used.txt")), frozenset(gb2312(1))


def all_characters():
    """Sorted, so that a class keeps its number whatever the lists' order."""
    han = set(gb2312(1)) | set(gb2312(2)) | set(_words("used.txt")) | set(_words("rare.txt"))
    return DIGITS + LATIN + MARKS + "".join(sorted(han))


def likelihood(character):
    """Natural logarithm of how often a character stands on papers, roughly: half of what counting
    would say, because names are where rare ones stand."""
    if not is_han(character) or character in USED:
        return 1.0
    return 0.0 if character in COMMON else -1.0


class Sampler:
    """Draws characters: two in three from a pack of all, each as often as any other; one in three
    by use on papers."""

    def __init__(self, rng: random.Random, characters):
        self._rng = rng
        self._used = _words("used.txt")
        self._all = [c for c in characters if is_han(c)]
        self._pack = []

    def han(self):
        if self._rng.random() < 0.33:
            return self._rng.choice(self._used)
        if not self._pack:
            self._pack = self._rng.sample(self._all, len(self._all))
        return self._pack.pop()

    def text(self):
        """What one run of print holds: Han, numbers, dates, mixtures."""
        rng = self._rng
        kind = rng.random()
        if kind < 0.75:
            return "".join(self.han() for _ in range(rng.choice((1, 2, 3, 4, 8, 12, 14))))
        if kind < 0.85:
            return self._address()
        if kind < 0.90:
            return self._date()
        if kind < 0.97:
            alphabet = rng.choice((DIGITS, DIGITS + LATIN[:26], LATIN[:26], LATIN[26:] + DIGITS + ".-"))
            return "".join(rng.choice(alphabet) for _ in range(rng.randint(2, 9)))
        return self.han() + rng.choice(MARKS) + self.han() + rng.choice(MARKS) + self.han()

    def _number(self, most):
        return str(self._rng.randint(1, most))

    def _address(self):
        rng = self._rng
        text = ""
        for _ in range(rng.randint(1, 3)):
            text += "".join(self.han() for _ in range(rng.randint(1, 3)))
            text += rng.choice((self._number(20), self._number(999), rng.choice(LATIN[:26])))
            text += rng.choice("号号号楼栋幢室层单座路组弄巷-#(),、")
        return text

    def _date(self):
        rng = self._rng
        year, month, day = rng.randint(1940, 2060), rng.randint(1, 12), rng.randint(1, 28)
        form = rng.choice(("{}年{}月{}日", "{}年{:02}月{:02}日", "{}.{:02}.{:02}", "{}.{:02}.{:02}-长期",
                           "{}-{:02}-{:02}", "{}年{:02}月{:02}日至长期"))
        return form.format(year, month, day)
