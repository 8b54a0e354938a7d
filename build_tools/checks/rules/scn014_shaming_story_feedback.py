"""The feedback in a story never puts a learner down.

People try out in a story what they fear to do at work. “Wrong”, “failed” and “you should have
known” make it one more place where they can fail. (V. J. Shute, *Focus on Formative Feedback*,
2008: speak of the task, not of the person. The words to avoid are those of this course's own
design.)

Mend it: say first what was sensible in the response, then what it does, and lead to a repair.

    # bad modules/first-steps/scenario.yml 20:19
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
            feedback: That is wrong. He has to explain in front of others.
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
from build_tools.checks.answers import feedback
from build_tools.checks.feedback import shaming
from build_tools.core.diagnostics import Finding

LANGUAGES = ("en",)


def check(scenario: Scenario) -> Iterator[Finding]:
    for text, place in feedback(scenario):
        if words := shaming(text):
            yield Finding(
                place,
                f"“{words}” can make a learner feel small",
                "say what was sensible in it, what it does, and how to mend it",
            )
