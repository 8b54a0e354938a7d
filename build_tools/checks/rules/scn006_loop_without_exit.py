"""From every step the story can come to an end.

Going back to try again is good; going round for ever is not. From these steps every choice leads
back into the same round, so that no ending is ever reached.

The finding stands at the first step of the round, not at a step before that only leads into it.

Mend it: give one of the steps a response that leads out.

    # bad modules/first-steps/scenario.yml 22:3
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
            goto: again
          - id: why
            text: “Why so late?”
            fit: not-here
            consequence: He looks at the door.
            feedback: He has to explain in front of others.
            goto: seated
      again:
        text: He has not moved. What now?
        responses:
          - id: tea
            text: “Tea is there.”
            fit: best
            consequence: He nods and takes a seat.
            feedback: A nod is answer enough, and he can sit.
            goto: again
          - id: why
            text: “Why so late?”
            fit: not-here
            consequence: He looks at the door.
            feedback: He has to explain in front of others.
            goto: again
      seated:
        ending: true
        text: He drinks his tea and looks round.
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
from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for story in stories(course):
        for steps in story.rounds():
            if not story.reached().issuperset(steps):
                continue
            yield Finding(
                story.scenario.place("steps", steps[0], key=True),
                "from here no choice comes to an end: "
                + ", ".join(f"“{step}”" for step in steps)
                + (" leads only to itself" if len(steps) == 1 else " lead only to each other"),
                "give "
                + ("it" if len(steps) == 1 else "one of them")
                + " a response that leads out",
            )
