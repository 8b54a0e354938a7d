"""Faults that only a text with gaps can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.comparing import comparable, spaced
from build_tools.activities.gap import MARKER, Activity
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean

SEVERITIES = {"qui051_gap_given_away": Severity.WARNING}


def qui045_marker_without_gap(question: Activity) -> Iterator[Finding]:
    """Every marker in a text names one of its gaps.

    A marker that names none is shown to learners as it was typed, brackets and all.

    Mend it: write the id of a gap between the brackets, or add the gap below ``gaps``.

        # bad quizzes/first-steps.yml 6:11
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seet]], and tea after that.
            gaps: [{id: seat, options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]}]

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps: [{id: seat, options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]}]
    """  # noqa: E501
    known = [gap.id for gap in question.gaps]
    for marker in dict.fromkeys(MARKER.findall(question.text)):
        if marker not in known:
            yield Finding(
                question.place("text"),
                f"“[[{shorten(marker)}]]” stands in the text, and no gap has that id",
                did_you_mean(marker, known) or "add a gap of that id below “gaps”",
            )


def qui046_gap_without_marker(question: Activity) -> Iterator[Finding]:
    """A text with gaps has at least one, and every gap has its place in the text.

    A gap that stands nowhere is shown behind the text, where nobody can tell what belongs in it. A
    text without any gap leaves nothing to answer.

    Mend it: write the gap's id in double square brackets where it belongs: ``[[seat]]``.

        # bad quizzes/first-steps.yml 7:17
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [seat], and tea after that.
            gaps: [{id: seat, options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]}]

        # bad quizzes/first-steps.yml 7:11
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First a seat, and tea after that.
            gaps: []

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps: [{id: seat, options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]}]
    """  # noqa: E501
    markers = MARKER.findall(question.text)
    if not question.gaps:
        yield Finding(
            question.place("gaps"),
            "the question has no gap, so there is nothing to answer",
            "add one: “- {id: …, options: […]}”, and write its id as [[…]] in the text",
        )
    for gap in question.gaps:
        if gap.id not in markers:
            yield Finding(
                gap.place("id"),
                f"the gap “{gap.id}” stands nowhere in the text",
                f"write [[{gap.id}]] where it belongs",
            )


def qui047_gap_used_twice(question: Activity) -> Iterator[Finding]:
    """A gap stands in the text once.

    Only the first place gets a list of words; at the second one nothing would be seen.

    Mend it: give the second place a gap of its own, with an id of its own.

        # bad quizzes/first-steps.yml 6:11
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and then [[seat]].
            gaps: [{id: seat, options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]}]

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps: [{id: seat, options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]}]
    """  # noqa: E501
    markers = MARKER.findall(question.text)
    for gap in question.gaps:
        if markers.count(gap.id) > 1:
            yield Finding(
                question.place("text"),
                f"[[{gap.id}]] stands in the text {markers.count(gap.id)} times",
                "give each place a gap of its own",
            )


def qui048_too_fewspaced(question: Activity) -> Iterator[Finding]:
    """A gap offers at least two words.

    With one word there is nothing to choose; with none the gap cannot be filled.

    Mend it: add a word that somebody who means well could choose, or write the right one into the
    text.

        # bad quizzes/first-steps.yml 9:18
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options: [{id: a, text: a seat, correct: true, feedback: One.}]

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]
    """  # noqa: E501
    for gap in question.gaps:
        if len(gap.options) < 2:
            yield Finding(
                gap.place("options"),
                f"the gap “{gap.id}” has {'one word' if gap.options else 'no word'} to choose from",
                "add one that somebody who means well could choose",
            )


def qui049_gap_key(question: Activity) -> Iterator[Finding]:
    """A gap has exactly one word that is marked right.

    With none, nobody can fill it; with two, somebody who chose well is told otherwise.

    Mend it: mark one word with ``correct: true``. If two fit, choose a gap where only one does.

        # bad quizzes/first-steps.yml 9:18
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options: [{id: a, text: a seat, feedback: One.}, {id: b, text: a form, feedback: Two.}]

        # bad quizzes/first-steps.yml 11:45
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options:
                  - {id: a, text: a seat, correct: true, feedback: One.}
                  - {id: b, text: a chair, correct: true, feedback: Two.}

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options: [{id: a, text: a seat, correct: true, feedback: One.}, {id: b, text: a form, feedback: Two.}]
    """  # noqa: E501
    for gap in question.gaps:
        right = [word for word in gap.options if word.correct]
        if gap.options and not right:
            yield Finding(
                gap.place("options"),
                f"no word of the gap “{gap.id}” is marked as the right one",
                "add “correct: true” to one of them",
            )
        for word in right[1:]:
            yield Finding(
                word.place("correct"),
                f"a second word of the gap “{gap.id}” is marked as right",
                "leave one",
            )


def qui050_same_word(question: Activity) -> Iterator[Finding]:
    """The words of a gap differ in more than capitals and accents.

    A screen reader reads “Calm” and “calm” alike, and whoever takes the other one is told that it
    does not fit.

    Mend it: change one of them, or leave it out.

        # bad quizzes/first-steps.yml 11:27
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options:
                  - {id: a, text: a seat, correct: true, feedback: One.}
                  - {id: b, text: A seat., feedback: Two.}

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options:
                  - {id: a, text: a seat, correct: true, feedback: One.}
                  - {id: b, text: a form, feedback: Two.}
    """
    for gap in question.gaps:
        seen: set[str] = set()
        for word in gap.options:
            text = comparable(word.text) or word.text
            if text in seen:
                yield Finding(
                    word.place("text"),
                    f"the word “{shorten(word.text)}” is there twice in the gap “{gap.id}”",
                    "change one of them, or leave it out",
                )
            seen.add(text)


def qui051_gap_given_away(question: Activity) -> Iterator[Finding]:
    """The word for a gap does not stand in the prompt or beside the gap.

    Who finds it there can copy it without a thought. Where the prompt names several of the words to
    choose from, that is no help, and no finding.

    Mend it: say it in other words, or put the gap elsewhere.

        # bad quizzes/first-steps.yml 10:27
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: Somebody offers a chair. What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options:
                  - {id: a, text: a chair, correct: true, feedback: One.}
                  - {id: b, text: a form, feedback: Two.}

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: gap
            objective: choose-greeting
            prompt: A guest arrives. What comes when?
            text: First [[seat]], and tea after that.
            gaps:
              - id: seat
                options:
                  - {id: a, text: a chair, correct: true, feedback: One.}
                  - {id: b, text: a form, feedback: Two.}
    """
    said = spaced(f"{question.prompt} {MARKER.sub(' … ', question.text)}")
    for gap in question.gaps:
        told = [word for word in gap.options if spaced(word.text) in said]
        # A word as short as “no” or “at” is met in any text.
        if told and told == [gap.right] and len(spaced(told[0].text)) > 5:
            yield Finding(
                told[0].place("text"),
                f"“{shorten(told[0].text)}” stands in the prompt or the text already",
                "say it in other words, or put the gap elsewhere",
            )
