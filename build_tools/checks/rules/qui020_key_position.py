"""Over a quiz, the right answer stands now here, now there.

People notice when it is “nearly always the second”, and then choose by place. (Y. Attali and M.
Bar-Hillel, *Guess where: the position of correct answers in multiple-choice test items*, 2003,
found that writers hide the answer in the middle.) It counts from four questions with one right
answer each, where so many in one place would come about by chance less than once in twenty
quizzes.

Mend it: change the order of the answers in some questions. Ids stay as they are, so progress is
kept.

    # bad quizzes/first-steps.yml 1:1
    questions:
      - id: greeting-1
        type: choice
        objective: choose-greeting
        prompt: Visitor 1 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-2
        type: choice
        objective: choose-greeting
        prompt: Visitor 2 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-3
        type: choice
        objective: choose-greeting
        prompt: Visitor 3 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-4
        type: choice
        objective: choose-greeting
        prompt: Visitor 4 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-5
        type: choice
        objective: choose-greeting
        prompt: Visitor 5 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}

    # good quizzes/first-steps.yml
    questions:
      - id: greeting-1
        type: choice
        objective: choose-greeting
        prompt: Visitor 1 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-2
        type: choice
        objective: choose-greeting
        prompt: Visitor 2 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, correct: true, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-3
        type: choice
        objective: choose-greeting
        prompt: Visitor 3 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, correct: true, feedback: The list can wait.}
      - id: greeting-4
        type: choice
        objective: choose-greeting
        prompt: Visitor 4 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, correct: true, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, feedback: The list can wait.}
      - id: greeting-5
        type: choice
        objective: choose-greeting
        prompt: Visitor 5 arrives late. What do you say?
        options:
          - {id: why, text: “Are you all right?”, feedback: He has to explain.}
          - {id: come-in, text: “Tea is there.”, feedback: A nod is answer enough.}
          - {id: sign, text: “Sign in here first.”, correct: true, feedback: The list can wait.}
"""

from collections import Counter
from collections.abc import Iterator
from math import comb

from build_tools.checks.answers import options
from build_tools.core.diagnostics import Finding, Severity
from build_tools.model.quiz import Quiz

SEVERITY = Severity.WARNING
FEWEST, CHANCE = 4, 0.05
NAMES = ("first", "second", "third", "fourth", "fifth", "sixth")


def check(quiz: Quiz) -> Iterator[Finding]:
    places, counts = [], []
    for question in quiz.questions:
        given = options(question)
        right = [index for index, option in enumerate(given) if option.correct]
        if question.cmi == "choice" and len(right) == 1 and len(given) > 2:
            places.append(right[0])
            counts.append(len(given))
    if len(places) < FEWEST:
        return
    [(place, times)] = Counter(places).most_common(1)
    if (
        place < len(NAMES)
        and _by_chance(times, len(places), round(sum(counts) / len(counts))) < CHANCE
    ):
        yield Finding(
            quiz.place("questions", key=True),
            f"the right answer stands {NAMES[place]} in {times} of {len(places)} questions",
            "change the order of the answers in some of them; the ids stay as they are",
        )


def _by_chance(times: int, questions: int, answers: int) -> float:
    """Give the chance that some place holds the key so often: a binomial tail, for each place."""
    p = 1 / answers
    tail = sum(
        comb(questions, k) * p**k * (1 - p) ** (questions - k) for k in range(times, questions + 1)
    )
    return tail * answers
