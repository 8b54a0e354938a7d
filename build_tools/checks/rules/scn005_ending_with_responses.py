"""An ending has no responses.

The page shows the debrief at an ending; the choices written there would never be offered.

Mend it: delete `ending: true`, or move the responses to a step of their own.

    # bad modules/first-steps/scenario.yml 25:5
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
        responses:
          - id: stay
            text: Sit down with him.
            fit: best
            consequence: He nods.
            feedback: A nod is answer enough, and he can sit.
            goto: seated
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
        for id, step in story.scenario.steps.items():
            if step.ending and story.ways.get(id):
                yield Finding(
                    step.place("responses", key=True),
                    f"the step “{id}” is marked as an ending, so its choices are never shown",
                    "delete “ending: true”, or move the responses to a step of their own",
                )
