"""Every step of a story can be reached.

A step that no response leads to is never read by anyone; often a `goto:` was meant for it.

Mend it: lead a response to it, or delete it.

    # bad modules/first-steps/scenario.yml 25:3
    schema: 1
    id: at-the-desk
    title: At the desk
    people: A father. Made up.
    start: door
    steps:
      door:
        text: A father arrives late. What do you say?
        responses:
          - id: tea
            text: “Tea is there.”
            fit: best
            consequence: He nods and takes a seat.
            feedback: A nod is answer enough, and he can sit.
            goto: seated
          - id: why
            text: “Why so late?”
            fit: not-here
            consequence: He looks at the door.
            feedback: He has to explain in front of others.
            goto: seated
      seated:
        ending: true
        text: He drinks his tea and looks round.
      in-the-hall:
        ending: true
        text: He waits in the hall.
    debrief: He could answer with a nod; what can people answer with a nod at your own desk?

    # good modules/first-steps/scenario.yml
    schema: 1
    id: at-the-desk
    title: At the desk
    people: A father. Made up.
    start: door
    steps:
      door:
        text: A father arrives late. What do you say?
        responses:
          - id: tea
            text: “Tea is there.”
            fit: best
            consequence: He nods and takes a seat.
            feedback: A nod is answer enough, and he can sit.
            goto: seated
          - id: why
            text: “Why so late?”
            fit: not-here
            consequence: He looks at the door.
            feedback: He has to explain in front of others.
            goto: seated
      seated:
        ending: true
        text: He drinks his tea and looks round.
    debrief: He could answer with a nod; what can people answer with a nod at your own desk?
"""

from collections.abc import Iterator

from build_tools.checks.stories import stories
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.course import Course

SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Finding]:
    for story in stories(course):
        reached = story.reached()
        # A start or a way that leads nowhere, or round and round, is told of by itself; mended, it
        # may well lead to these steps.
        if not reached or story.breaks_off(reached) or reached & set(story.caught()):
            continue
        for step in story.ways:
            if step not in reached:
                yield Finding(
                    story.scenario.place("steps", step, key=True),
                    f"no choice leads to the step “{step}”",
                    "lead a response to it, or delete it",
                )
