"""A story ends with a debrief that says what to take from it.

Simulations teach in the talk afterwards: what happened, why, and what of it belongs to one's own
work. (R. Fanning and D. Gaba, *The role of debriefing in simulation-based learning*, 2007.) Fewer
than twelve words cannot do that.

Mend it: name the turn that mattered, say that no way was lost, and ask one question about the
learner's own work.

    # bad modules/first-steps/scenario.yml 25:10
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
    debrief: Well done.

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
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import WORD, plain

SEVERITY = Severity.WARNING
FEWEST = 12


def check(scenario: Scenario) -> Iterator[Finding]:
    words = len(WORD.findall(plain(scenario.debrief)))
    if words < FEWEST:
        yield Finding(
            scenario.place("debrief"),
            f"the debrief has {words} words, too few to say what to take from the story",
            "name the turn that mattered, and ask one question about the learner's own work",
        )
