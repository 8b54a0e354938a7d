"""What makes no difference between a typed answer and an accepted one, and what does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.activities.comparing import LONGEST, comparable, spaced

ALIKE = [
    ("Calm first", "calm FIRST"),
    ("  calm \u00a0\u2009first\t", "calm first"),
    ("“Calm first.”", "calm first"),
    ("¿calm first?!", "calm first"),
    ("café", "cafe\u0301"),
    ("café", "CAFE"),
    ("don’t", "don't"),
    ("don´t", "don`t"),
    ("say «no» now", 'say "no" now'),
    ("burn‑out", "burn-out"),
    ("burn\u00adout", "burnout"),
    ("Straße", "STRASSE"),
    ("STRAẞE", "straße"),
    ("İstanbul", "istanbul"),
    ("ısı", "ISI"),
    ("ﬁnd the oﬃce", "find the office"),
    ("１２ Ｋids", "12 kids"),
    ("ΟΔΌΣ", "οδός"),
    ("مُحَمَّد", "محمد"),
    ("محـــمد", "محمد"),
    ("שָׁלוֹם", "שלום"),
    ("ｶﾞ", "ガ"),
    ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
    ("ok\ufe0f\u200d", "OK"),
]
UNLIKE = [
    ("calm first", "calmfirst"),
    ("burn-out", "burn out"),
    ("calm", "clam"),
    ("か", "が"),
    ("कु", "क"),
    ("100", "100%"),
    ("don't", "dont"),
    ("a.b", "ab"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spelling_of_no_account_makes_no_difference(one: str, other: str) -> None:
    assert comparable(one) == comparable(other) != ""


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_another_word_stays_another_word(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "“”", "\u200b\ufeff", "- –"])
def test_what_has_no_words_is_empty(text: str) -> None:
    assert comparable(text) == ""


def test_only_so_many_characters_count() -> None:
    assert comparable("a" * LONGEST + "b") == "a" * LONGEST


@given(st.text(max_size=60))
def test_comparing_twice_changes_nothing_more(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)


def test_words_are_found_among_others_and_not_inside_them() -> None:
    assert spaced("Calm") in spaced("First (calm), then more.")
    assert spaced("calm") not in spaced("calmly")
