"""Faults that only a question of sorting can have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_tools.activities.sort import Activity
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain
from build_tools.core.fields import shorten
from build_tools.core.suggest import did_you_mean

SEVERITIES = {
    "qui038_long_group": Severity.WARNING,
    "qui042_sorted_already": Severity.WARNING,
}
FEWEST, MOST = 3, 7
LONGEST = 40


def qui037_sort_count(question: Activity) -> Iterator[Finding]:
    """A question of sorting has three to seven things to sort.

    Two things show no difference between groups, only between each other. More than seven tire
    whoever reads them on a phone, at night, in a second language: that is a warning.

    Mend it: add a thing, or make two questions of one.

        # bad quizzes/first-steps.yml 7:5
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}

        # good quizzes/first-steps.yml
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
    """  # noqa: E501
    count = len(question.items)
    if count < FEWEST:
        amount = {0: "is nothing", 1: "is one thing"}.get(count, f"are {count} things")
        yield Finding(
            question.place("items", key=True),
            f"there {amount} to sort; there should be at least {FEWEST}",
            "add things to sort" if count < FEWEST - 1 else "add a thing to sort",
        )
    elif count > MOST:
        yield Finding(
            question.place("items", key=True),
            f"there are {count} things to sort; there should be at most {MOST}",
            "make two questions of it",
            Severity.WARNING,
        )


def qui038_long_group(question: Activity) -> Iterator[Finding]:
    """What a group is called is short.

    The groups of a sort are shown in lists that open. A closed list shows one line, and a phone
    cuts it off after about 40 characters: whoever checks an answer then sees half of it.

    Mend it: give the group a shorter name, and explain it in the prompt.

        # bad quizzes/first-steps.yml 6:31
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Something that a camera in the room would have caught}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}

        # good quizzes/first-steps.yml
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera in the room have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
    """  # noqa: E501
    for group in question.groups:
        length = len(plain(group.text))
        if length > LONGEST:
            yield Finding(
                group.place("text"),
                f"the group “{shorten(plain(group.text), LONGEST)}” has a name of {length} "
                "characters, and a phone cuts it off",
                f"say it in at most {LONGEST}, and explain it in the prompt",
            )


def qui039_unknown_group(question: Activity) -> Iterator[Finding]:
    """The group of each thing is one of the groups.

    With an id that no group has, nobody can sort that thing, and whoever tries is told each time
    that another group would fit.

    Mend it: write the id of one of the ``groups``.

        # bad quizzes/first-steps.yml 8:60
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: sene, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}

        # good quizzes/first-steps.yml
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
    """  # noqa: E501
    known = {group.id for group in question.groups}
    for item in question.items:
        if item.group not in known:
            yield Finding(
                item.place("group"),
                f"there is no group with the id “{item.group}”",
                did_you_mean(item.group, known) or "write the groups, each with an id",
            )


def qui040_empty_group(question: Activity) -> Iterator[Finding]:
    """Something goes into every group.

    A group that stays empty is a trick: learners take it that each is there for something, and
    look for what is not there.

    Mend it: add a thing that belongs there, or leave the group out.

        # bad quizzes/first-steps.yml 6:68
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}, {id: told, text: Told}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}

        # good quizzes/first-steps.yml
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
    """  # noqa: E501
    used = {item.group for item in question.items}
    # Where a thing names no known group, that is what has to be mended first.
    if used <= {group.id for group in question.groups} and len(question.items) >= FEWEST:
        for group in question.groups:
            if group.id not in used:
                yield Finding(
                    group.place(),
                    f"nothing goes into the group “{shorten(plain(group.text))}”",
                    "add a thing that belongs there, or leave the group out",
                )


def qui041_one_group(question: Activity) -> Iterator[Finding]:
    """There are at least two groups to sort into.

    With one, everything goes there, and there is nothing to tell apart.

    Mend it: add the group that this one is told apart from.

        # bad quizzes/first-steps.yml 6:5
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: door, text: Ash shut the door., group: seen, feedback: A camera would have that too.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}

        # good quizzes/first-steps.yml
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
    """  # noqa: E501
    if len(question.groups) < 2:
        yield Finding(
            question.place("groups", key=True),
            f"there {'is one group' if question.groups else 'are no groups'} to sort into; "
            "there should be at least two",
            "add the group that this one is told apart from"
            if question.groups
            else "write the groups",
        )


def qui042_sorted_already(question: Activity) -> Iterator[Finding]:
    """The things to sort are not written group by group.

    Learners meet them in the order of the file. When all of one group come first and then all of
    the next, the place of a thing tells where it goes.

    Mend it: move some of them. Ids stay as they are, so that progress is kept. With
    ``shuffle: true`` the things come in another order at each try, and this is not asked for.

        # bad quizzes/first-steps.yml 7:5
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: cross, text: Ash was cross., group: guessed, feedback: What did Ash do or say?}

        # good quizzes/first-steps.yml
        questions:
          - id: night-log
            type: sort
            objective: choose-greeting
            prompt: Would a camera have caught it?
            groups: [{id: seen, text: Seen}, {id: guessed, text: Guessed}]
            items:
              - {id: plate, text: Ash turned a plate over., group: seen, feedback: A camera would have it.}
              - {id: fine, text: Ash was fine., group: guessed, feedback: Quiet can be giving up.}
              - {id: bed, text: In bed at ten., group: seen, feedback: Somebody looked in on Ash.}
              - {id: cross, text: Ash was cross., group: guessed, feedback: What did Ash do or say?}
    """  # noqa: E501
    groups = [item.group for item in question.items]
    runs = [group for group, _ in groupby(groups)]
    if not question.shuffle and 1 < len(runs) == len(set(runs)) < len(groups):
        yield Finding(
            question.place("items", key=True),
            "the things stand group by group, so their places give them away",
            "move some of them; the ids stay as they are",
        )
