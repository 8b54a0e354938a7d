"""The right answer is not the longest by half.

Writers who want the right answer to be quite right add to it until it stands out, and people who
know nothing choose it. (Haladyna, Downing and Rodriguez, *A review of multiple-choice item-writing
guidelines*, 2002: keep the answers about equal in length.) It counts where the right answer is
longer than the longest other one by half, and by more than fifteen letters.

Mend it: move the explanation into the feedback, or give the other answers as much to say.

    # bad quizzes/first-steps.yml 9:15
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - id: come-in
            text: “Come in, you are fine; tea is over there, and the form can wait until you like.”
            correct: true
            feedback: A nod is answer enough.
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}

    # good quizzes/first-steps.yml
    questions:
      - id: late-with-a-pushchair
        type: choice
        objective: choose-greeting
        prompt: A father arrives late. What do you say?
        options:
          - {id: why, text: “Did something happen?”, feedback: He explains in front of others.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait until he sits.}
"""

from collections.abc import Iterator

from build_tools.activities.question import Question
from build_tools.checks.answers import options
from build_tools.core.diagnostics import Finding, Severity
from build_tools.core.document import plain

SEVERITY = Severity.WARNING
TIMES, LETTERS = 1.5, 15


def check(question: Question) -> Iterator[Finding]:
    lengths = {option.id: len(plain(option.text)) for option in options(question)}
    right = [option for option in options(question) if option.correct]
    others = [lengths[option.id] for option in options(question) if not option.correct]
    if not right or not others:
        return
    longest = max(others)
    # Where several are right, the shortest of them must stand out too.
    if all(lengths[o.id] > max(longest * TIMES, longest + LETTERS) for o in right):
        yield Finding(
            right[0].place("text"),
            f"the right answer gives itself away: it has {lengths[right[0].id]} letters, "
            f"the longest other one {longest}",
            "move the explanation into the feedback",
        )
