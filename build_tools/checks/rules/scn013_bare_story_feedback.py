"""The feedback in a story gives a reason.

First comes what happened, then why. “Good choice” or “Try again” leaves the learner with the
consequence alone. (V. J. Shute, *Focus on Formative Feedback*, 2008.) Fewer than five words, or
praise and verdict alone, count as bare.

Mend it: say in one to three sentences what the response does to the person.

    # bad modules/first-steps/scenario.yml 14:19
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
            feedback: Good choice!
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
from build_tools.checks.feedback import bare, shaming
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.fields import shorten

SEVERITY = Severity.WARNING
LANGUAGES = ("en",)


def check(scenario: Scenario) -> Iterator[Finding]:
    for text, place in feedback(scenario):
        if bare(text) and not shaming(text):
            yield Finding(
                place,
                f"“{shorten(text)}” gives no reason",
                "say what the response does to the person",
            )
