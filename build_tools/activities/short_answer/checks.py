"""Faults that only a short answer can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.comparing import LONGEST, comparable, spaced
from build_tools.activities.short_answer import Activity
from build_tools.core.diagnostics import Finding, Place, Severity
from build_tools.core.fields import shorten

SEVERITIES = {
    "qui054_accepted_twice": Severity.WARNING,
    "qui055_long_answer": Severity.WARNING,
    "qui056_answer_in_prompt": Severity.WARNING,
}
MOST_WORDS = 5


def qui052_empty_answer(question: Activity) -> Iterator[Finding]:
    """A short answer has an accepted wording, and every wording has letters or digits.

    Without an accepted wording nobody can answer. Punctuation at the ends makes no difference, so
    of “?!” nothing is left, and whoever types “…” would be told that it fits.

    Mend it: list every wording that you would accept if you sat beside the learner.

        # bad quizzes/first-steps.yml 6:16
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: ["?!", tea]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.

        # bad quizzes/first-steps.yml 6:15
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: []
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: [tea, a seat]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.
    """
    if not question.accepted:
        yield Finding(
            question.place("accepted"),
            "no wording is accepted, so nobody can answer",
            "list every wording that fits",
        )
    for near in question.near:
        if not near.text:
            yield Finding(near.place("text"), "this near miss has no wording", "add one")
    for text, place in (*_accepted(question), *_near(question)):
        if not comparable(text):
            yield Finding(
                place,
                f"nothing is left of “{shorten(text)}” without the punctuation at its ends",
                "write it in letters or digits",
            )


def qui053_accepted_and_near(question: Activity) -> Iterator[Finding]:
    """A wording gets one reply: it is accepted, or a near miss, or another near miss.

    The first reply found is given, and the other one is never read. Capitals, accents and
    punctuation at the ends make no difference.

    Mend it: leave the wording in one place.

        # bad quizzes/first-steps.yml 11:28
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: [tea, a seat]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.
            near:
              - {id: form, text: [a form], feedback: It can wait.}
              - {id: chair, text: [A seat.], feedback: Nearly.}

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: [tea, a seat]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.
            near:
              - {id: form, text: a form, feedback: It can wait.}
    """
    replies = {comparable(text): "is accepted" for text in question.accepted}
    for near in question.near:
        for index, text in enumerate(near.text):
            said = replies.get(comparable(text))
            if said:
                yield Finding(
                    near.place("text", index),
                    f"“{shorten(text)}” {said} already",
                    "leave it in one place",
                )
        replies |= {
            comparable(text): f"is the near miss “{near.id}”"
            for text in near.text
            if comparable(text) not in replies
        }


def qui054_accepted_twice(question: Activity) -> Iterator[Finding]:
    """A wording is listed once.

    Capitals, accents, kinds of quotation marks and punctuation at the ends make no difference to
    what a learner types, so one of them is enough, and a short list is easier to keep right.

    Mend it: take the second one out.

        # bad quizzes/first-steps.yml 6:21
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: [tea, Tea]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: [tea, a seat]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.
    """
    lists = [list(_accepted(question)), *(list(_near(question, near.id)) for near in question.near)]
    for wordings in lists:
        seen: set[str] = set()
        for text, place in wordings:
            if comparable(text) in seen:
                yield Finding(
                    place,
                    f"“{shorten(text)}” is there already, since capitals and the like do not count",
                    "take it out",
                )
            seen.add(comparable(text))


def qui055_long_answer(question: Activity) -> Iterator[Finding]:
    """An accepted wording has at most five words.

    Nobody types six words exactly as somebody else wrote them. Who had the idea and said it in
    other words is told that it does not fit.

    Mend it: ask for one term, or let learners choose between answers (``type: choice``), or write
    and compare (``type: reflect``).

        # bad quizzes/first-steps.yml 6:16
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you say first?
            accepted: [come in and have some tea]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: What do you offer first?
            accepted: [some tea]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.
    """
    for text, place in _accepted(question):
        words = len(text.split())
        if words > MOST_WORDS or len(text) > LONGEST:
            yield Finding(
                place,
                f"this answer has {words} words, and nobody types them all alike",
                "ask for one term, or let learners choose",
            )


def qui056_answer_in_prompt(question: Activity) -> Iterator[Finding]:
    """The accepted answer does not stand in the prompt.

    Who finds it there can copy it without a thought.

    Mend it: describe what is meant in other words.

        # bad quizzes/first-steps.yml 6:16
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: There is tea on the table. What do you offer first?
            accepted: [Tea]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.

        # good quizzes/first-steps.yml
        questions:
          - id: first
            type: short-answer
            objective: choose-greeting
            prompt: The kettle has just boiled. What do you offer first?
            accepted: [Tea]
            feedback: It asks for no reason.
            otherwise: Offer tea or a seat.
    """
    prompt = spaced(question.prompt)
    for text, place in _accepted(question):
        if spaced(text).strip() and spaced(text) in prompt:
            yield Finding(
                place,
                f"“{shorten(text)}” stands in the prompt already",
                "describe it there in other words",
            )


def _accepted(question: Activity) -> Iterator[tuple[str, Place]]:
    for index, text in enumerate(question.accepted):
        yield text, question.place("accepted", index)


def _near(question: Activity, id: str = "") -> Iterator[tuple[str, Place]]:
    for near in question.near:
        if id in ("", near.id):
            for index, text in enumerate(near.text):
                yield text, near.place("text", index)
