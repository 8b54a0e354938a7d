"""How hard a text is to read: words, sentences, syllables and the grade they give.

The grade is Flesch and Kincaid's (Kincaid, Fishburne, Rogers and Chissom, 1975, *Derivation of New
Readability Formulas for Navy Enlisted Personnel*): 0.39 × words a sentence + 11.8 × syllables a
word − 15.59. Grade 10 is a text for somebody of about fifteen.

Syllables are counted without a word list: letters that are written but not heard are taken out,
vowels that stand together but are said apart are split, and the groups of vowels that remain are
counted. ``tests/checks/test_reading_ease.py`` holds the count against words counted by ear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from build_tools.checks.sentences import sentences
from build_tools.core.document import WORD

VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
# The e inside a word made of two (some·times) or before an ending (care·ful, state·ment).
INNER_E = re.compile(
    r"^(som|hom|car|saf|lif|ther|wher|mor|tim|plac|bas|nam|not|hous|fir|sid|lik|wid|lin|hop|lov|shar|"
    r"mal|whol|befor)e(?=(?!ver)[bcdfghjklmnpqrstvwxz][a-z]*[aeiouy])"
    r"|(?<=[^aeiouy])(?<![^aeiouyl]l)(?<!^el)(?<!^c)e"
    r"(?=(?:ly|ful|fully|less|lessly|lessness|ments?|mental|ness|ty|some)$)"
)
# The e at the end: mak(e), mak(e)s, call(e)d; but not ta·ble, pla·ces, nee·ded, hun·dred.
LAST_E = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouyl]l)e$"
    r"|(?<=[^aeiouycgsxz])(?<!ch)(?<!sh)(?<![^aeiouyl]l)es$"
    r"|(?<=[^aeiouytd])(?<![^aeiouyl]l)(?<!dr)ed$"
)
# Places between two vowels that are said apart.
APART = re.compile(
    "|".join(
        (
            r"(?<=[^ctsgr]i)(?=a)", r"(?<=ri)(?=a(?!ge))", r"(?<=[ct]i)(?=at)",  # media, associate
            r"(?<=[^ctgsx]i)(?=ou(?!r))", r"(?<=i)(?=o(?!n|u))", r"(?<=[^tscgnlxh]i)(?=on)",
            r"(?<=cre)(?=at(?!u))", r"(?<=[dr]e)(?=as?$)", r"(?<=ide)(?=al)",
            r"(?<=the)(?=at|or|ol)",
            r"(?<=^re)(?=act|ali[stz]|pp|ss|rr|en[tf]|us|in[fstv]|op|or|un|ev)",  # react, reinforce
            r"(?<=vide)(?=o)", r"(?<=^ge)(?=og|om)", r"(?<=cha)(?=os)", r"(?<=i)(?=u[ms])",
            r"(?<=[^qg]u)(?=a(?!de|si))", r"(?<=[^qgae]u)(?=e[ln])",  # usual, influence
            r"(?<=ru)(?=in)", r"(?<=su)(?=ici)", r"(?<=flu)(?=id)", r"(?<=nu)(?=in)",
            r"(?<=[^q]u)(?=it[yi])", r"(?<=qui)(?=e)", r"(?<=i)(?=et(?!te))",  # quiet, society
            r"(?<=[^ctsgv]i)(?=en[tc])", r"(?<=^sci)(?=e)", r"(?<=[^aeiouy]i)(?=e(?:rs?|st)$)",
            r"(?<=[aeiouy])(?=ings?$)", r"(?<=[aeou])(?=y[aou]|yer|yee)", r"(?<=^co)(?=op|ord)",
            r"(?<=^any)(?=on)", r"(?<=^who)(?=ev)",
        )
    )
)  # fmt: skip
SOUNDED_S = re.compile(r"(?:[sxz]|ch|sh|[cgsz]e)$")
# Common words that follow no rule.
IRREGULAR = {
    "business": 2,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "everybody": 4,
    "evening": 2,
}


@dataclass(frozen=True, slots=True)
class Ease:
    """Counts of a text, and the grade they give."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade; 0 for a text without words."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


class Sentence(NamedTuple):
    """A sentence: where its text begins, and how many words and syllables it has."""

    start: int
    text: str
    words: int
    syllables: int


@lru_cache(maxsize=100_000)
def counted(text: str) -> tuple[Sentence, ...]:
    """Count the words and syllables of every sentence of a text."""
    found = []
    for start, sentence in sentences(text):
        words = WORD.findall(sentence)
        found.append(Sentence(start, sentence, len(words), sum(map(syllables, words))))
    return tuple(found)


def measure(texts: Iterable[str]) -> Ease:
    """Count the words, sentences and syllables of passages; each is one sentence or more."""
    words = ends = sounds = 0
    for text in texts:
        for sentence in counted(text):
            words += sentence.words
            ends += sentence.words > 0
            sounds += sentence.syllables
    return Ease(words, ends, sounds)


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Estimate how many syllables an English word has, at least one; a number counts as one."""
    return max(1, sum(_heard(part) for part in re.split(r"[-.]", word.lower()) if part))


def _heard(word: str) -> int:
    word = word.replace("’", "'")
    more = 0
    if word.endswith("'s"):
        word = word[:-2]
        more = bool(SOUNDED_S.search(word))
    word = re.sub(r"(?<=[ds])n't$", "nat", word).replace("'", "")
    if word in IRREGULAR:
        return IRREGULAR[word] + more
    word = re.sub(r"ically$", "icly", word)
    word = INNER_E.sub(r"\1", word)
    # “be” and “red” keep their only vowel.
    if len(VOWELS.findall(word)) > 1:
        word = LAST_E.sub("", word)
    word = re.sub(r"([aeiouy]s|th)m$", r"\1am", word)  # ra·ci·sm, rhy·thm
    return len(VOWELS.findall(APART.sub("-", word))) + more
