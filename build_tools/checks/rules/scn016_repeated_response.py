"""No two responses of a step are the same.

Two buttons with the same words and different consequences leave a learner guessing what the
difference was.

Mend it: change one of them, or leave it out.

    # bad modules/first-steps/scenario.yml 17:15
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
            text: “Tea is there.”
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

from build_tools.activities.scenario import Scenario
from build_tools.checks.answers import same_words
from build_tools.core.diagnostics import Finding
from build_tools.core.fields import shorten


def check(scenario: Scenario) -> Iterator[Finding]:
    for step in scenario.steps.values():
        seen: set[str] = set()
        for response in step.responses:
            words = same_words(response.text) or response.text
            if words in seen:
                yield Finding(
                    response.place("text"),
                    f"the response “{shorten(response.text.strip('“”'))}” is there twice",
                    "change one of them, or leave it out",
                )
            seen.add(words)
