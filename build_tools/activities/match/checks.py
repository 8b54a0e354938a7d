"""Faults that only a question of matching can have."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.activities.match import Activity
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean

SEVERITIES = {
    "qui031_long_choice": Severity.WARNING,
    "qui034_no_choice_left_over": Severity.WARNING,
    "qui036_choices_in_order": Severity.WARNING,
}
FEWEST, MOST = 2, 7
LONGEST = 40


def qui030_pair_count(question: Activity) -> Iterator[Finding]:
    """A question of matching has two to seven pairs.

    One thing with one choice to find is ``type: choice``. More than seven have to be kept in mind
    all at once, and on a phone the first is out of sight before the last is read: that is a
    warning.

    Mend it: add a pair, or make two questions of one.

        # bad quizzes/first-steps.yml 7:5
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}]
            pairs:
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: sum, text: A sum}, {id: out, text: A way out}, {id: words, text: Fewer words}]
            pairs:
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
    """  # noqa: E501
    count = len(question.things)
    if count < FEWEST:
        yield Finding(
            question.place("pairs", key=True),
            f"there {'is one pair' if count else 'are no pairs'} to match; "
            f"there should be at least {FEWEST}",
            "add a pair, or make it “type: choice”" if count else "write the pairs",
        )
    elif count > MOST:
        yield Finding(
            question.place("pairs", key=True),
            f"there are {count} pairs to match; there should be at most {MOST}",
            "make two questions of it",
            Severity.WARNING,
        )


def qui031_long_choice(question: Activity) -> Iterator[Finding]:
    """What can be chosen from a list is short.

    The choices of a match are shown in lists that open. A closed list shows one line, and a phone
    cuts it off after about 40 characters: whoever checks an answer then sees half of it.

    Mend it: say it in fewer words, and put the rest into the text of the pair or its feedback.

        # bad quizzes/first-steps.yml 6:33
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words from everybody who is in the room with her}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
    """  # noqa: E501
    for choice in question.choices:
        length = len(plain(choice.text))
        if length > LONGEST:
            yield Finding(
                choice.place("text"),
                f"the choice “{shorten(plain(choice.text), LONGEST)}” has {length} characters, "
                "and a phone cuts it off",
                f"say it in at most {LONGEST}",
            )


def qui032_unknown_choice(question: Activity) -> Iterator[Finding]:
    """What a pair matches is one of the choices.

    With an id that no choice has, nobody can answer that pair, and whoever tries is told each time
    that something else would fit.

    Mend it: write the id of one of the ``choices``.

        # bad quizzes/first-steps.yml 9:55
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: wrods, feedback: Words are noise to her now.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
    """  # noqa: E501
    known = {choice.id for choice in question.choices}
    for thing in question.things:
        if thing.match not in known:
            yield Finding(
                thing.place("match"),
                f"there is no choice with the id “{thing.match}”",
                did_you_mean(thing.match, known) or "write the choices, each with an id",
            )


def qui033_choice_matched_twice(question: Activity) -> Iterator[Finding]:
    """A choice goes with one pair, unless learners are told that it may go with more.

    Learners cross out what they have used. Where the same choice fits twice, they are led away
    from it the second time.

    Mend it: give the second pair another choice, or add ``reuse: true``, and the page says that a
    choice may fit more than once.

        # bad quizzes/first-steps.yml 9:57
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: amy, text: She stands in the hall., match: out, feedback: She is half gone already.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            reuse: true
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: amy, text: She stands in the hall., match: out, feedback: She is half gone already.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
    """  # noqa: E501
    seen: set[str] = set()
    for thing in () if question.reuse else question.things:
        if thing.match in seen:
            yield Finding(
                thing.place("match"),
                f"“{thing.match}” goes with a pair before this one already",
                "give this pair another choice, or add “reuse: true”",
            )
        seen.add(thing.match)


def qui034_no_choice_left_over(question: Activity) -> Iterator[Finding]:
    """One choice is left over, so that the last pair is not given away.

    With as many choices as pairs, whoever knows all but one has the last one too. (T. M. Haladyna,
    S. M. Downing and M. C. Rodriguez, *A review of multiple-choice item-writing guidelines*, 2002,
    on matching; so also the guides of most examination boards.)

    Mend it: add a choice that somebody who means well could take, and that goes with none of them.

        # bad quizzes/first-steps.yml 6:5
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
    """  # noqa: E501
    if question.reuse or len(question.things) < FEWEST:
        return
    if sorted(thing.match for thing in question.things) == sorted(c.id for c in question.choices):
        yield Finding(
            question.place("choices", key=True),
            "no choice is left over, so the last pair needs no thought",
            "add a choice that goes with none of them",
        )


def qui035_same_choice_for_all(question: Activity) -> Iterator[Finding]:
    """The pairs of one question do not all go with the same choice.

    Where one choice fits everywhere there is nothing to tell apart.

    Mend it: add a pair that another choice fits.

        # bad quizzes/first-steps.yml 8:5
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            reuse: true
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: amy, text: She stands in the hall., match: out, feedback: She is half gone already.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            reuse: true
            choices: [{id: words, text: Fewer words}, {id: out, text: A way out}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: amy, text: She stands in the hall., match: out, feedback: She is half gone already.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
    """  # noqa: E501
    if len(question.things) >= FEWEST and len({thing.match for thing in question.things}) == 1:
        yield Finding(
            question.place("pairs", key=True),
            f"every pair goes with “{question.things[0].match}”, so there is nothing to tell apart",
            "add a pair that another choice fits",
        )


def qui036_choices_in_order(question: Activity) -> Iterator[Finding]:
    """The choices are not written in the order of the pairs they go with.

    Where the first choice fits the first pair and the second the second, one soon sees it, and the
    rest needs no reading.

    Mend it: move some of the choices. Ids stay as they are, so that progress is kept. With
    ``shuffle: true`` the pairs come in another order at each try, and this is not asked for.

        # bad quizzes/first-steps.yml 6:5
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: out, text: A way out}, {id: words, text: Fewer words}, {id: sum, text: A sum}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}

        # good quizzes/first-steps.yml
        questions:
          - id: first-for-whom
            type: match
            objective: choose-greeting
            prompt: What helps each of them first?
            choices: [{id: sum, text: A sum}, {id: words, text: Fewer words}, {id: out, text: A way out}]
            pairs:
              - {id: joe, text: He looks at the door., match: out, feedback: The door is his question.}
              - {id: maya, text: She covers her ears., match: words, feedback: Words are noise to her now.}
    """  # noqa: E501
    matched = [thing.match for thing in question.things]
    used = [choice.id for choice in question.choices if choice.id in matched]
    if not question.shuffle and len(used) >= FEWEST and used == matched:
        yield Finding(
            question.place("choices", key=True),
            "the choices stand in the order of the pairs, which gives them away",
            "move some of the choices; the ids stay as they are",
        )
