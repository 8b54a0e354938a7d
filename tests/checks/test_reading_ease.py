"""The syllable count is held against words counted by ear, and the grade against a sum by hand."""

from __future__ import annotations

import pytest

from build_tools.checks.reading_ease import Ease, measure, syllables

# Counted by ear in careful British speech; where speakers differ, the dictionary's full form.
BY_EAR = {
    1: """a asked be bed brave break bridge brief broke brought calm calls care cared change chairs
        child clothes crowd don't edge eyes faced friend front great grieve guess guide help home
        house knees lives loved makes moved names peace phone played please prayed quite red safe
        school scream seen shared shoes soothe sleeves strength tea the they're thought through
        tired tried trust voice watch whole years""",
    2: """absence action after always anger beyond being better biscuit body building chaos client
        closely couldn't crying crisis didn't doorbell father foster going happen hopeful hundred
        kitchen language lawyer letter likely listen loyal mother moment movement needed nothing
        parent people picture placement places player question quiet really reason safety
        science settled sister someone something sometimes statement student table trauma trial
        unsafe wanted welcome window worker wouldn't""",
    3: """adviser advocate agency another areas banister carefully cardigan consider contribute
        curious difficult disclosure easier employer example exercise factory family following
        happier happiness idea importance interview manager medicine november obvious officer
        policy potato previous principles probable procedure racism realise relating remember
        rewarding serious settlement supportive theatre together tomorrow umbrella various video
        violence visitor volunteer""",
    4: """actually adversity ambiguous anxiety appropriate associate available caterpillar
        community compassionate conversation co-ordinate co-regulate development education
        emergency evaluate everybody experience graduation helicopter identity information
        intuitive material operation particular preparation priority psychology reality relational
        resilience security situation society television understanding usually variety""",
    5: """accountability communicating confidentiality creativity curiosity examination
        imagination international opportunity organisation possibility refrigerator university
        vulnerability""",
}  # fmt: skip
LONGER = {"accountability": 6, "confidentiality": 7, "vulnerability": 6}
WORDS = {word: LONGER.get(word, count) for count, words in BY_EAR.items() for word in words.split()}


def test_the_error_of_the_count_is_as_the_manual_states() -> None:
    wrong = {word: syllables(word) for word in WORDS if syllables(word) != WORDS[word]}
    total = sum(map(syllables, WORDS))

    assert len(WORDS) >= 120
    assert len(wrong) <= 0.05 * len(WORDS), wrong
    assert abs(total / sum(WORDS.values()) - 1) <= 0.01
    # 11.8 is the weight of syllables a word in the formula.
    assert abs(11.8 * (total - sum(WORDS.values())) / len(WORDS)) <= 0.2


@pytest.mark.parametrize(("word", "count"), [("Keisha's", 2), ("Alice's", 3), ("24", 1), ("…", 1)])
def test_a_name_in_the_genitive_a_number_and_a_mark_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    ease = measure(["The child sat by the door. We made tea."])

    assert ease == Ease(words=9, sentences=2, syllables=9)
    assert ease.grade == pytest.approx(0.39 * 9 / 2 + 11.8 - 15.59)


def test_a_text_without_words_has_grade_nought() -> None:
    assert measure(["…"]).grade == 0
