"""The objectives that a story names are those of its module.

The alignment map and the statement of participation read them; a misspelt one counts for nothing.

Mend it: write the id of an objective from `objectives:` in the module's `module.yml`.

    # bad modules/first-steps/scenario.yml 5:14
    schema: 1
    id: at-the-desk
    title: At the desk
    people: A father. Made up.
    objectives: [choose-greting]
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

    # good modules/first-steps/scenario.yml
    schema: 1
    id: at-the-desk
    title: At the desk
    people: A father. Made up.
    objectives: [choose-greeting]
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
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for story in stories(course):
        known = story.module.declared_objectives
        for index, objective in enumerate(story.scenario.objectives):
            if objective not in known:
                yield Finding(
                    story.scenario.place("objectives", index),
                    f"the module “{story.module.id}” has no objective “{objective}”",
                    did_you_mean(objective, known),
                )
