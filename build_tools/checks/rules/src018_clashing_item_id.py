"""Within its list, every id is given to one thing only.

Saved progress, exports and evaluation find a question, an option or an objective by its id. With
the same id twice, an answer to one counts as an answer to the other, and a link to a glossary
term reaches only the first.

Mend it: give the later one an id of its own. Leave the first, since learners' records may hold it.

    # bad modules/first-steps/module.yml 6:9
    objectives:
      - id: describe-precautions
        text: Describe universal precautions in one sentence
        taught: ["index.md#at-the-door"]
        assessed: quiz
      - id: describe-precautions
        text: Choose a greeting that asks for no reason
        taught: ["index.md#at-the-door"]
        assessed: quiz

    # bad quizzes/first-steps.yml 8:14
    questions:
      - id: first-words
        type: choice
        objective: choose-greeting
        prompt: What do you say?
        options:
          - {id: hello, text: Hello, correct: true, feedback: Short and kind.}
          - {id: hello, text: Why are you late?, feedback: He would have to explain.}
          - {id: sign-in, text: Sign in first, feedback: The list can wait.}

    # good course/glossary.yml
    terms:
      - {id: repair, term: Repair, definition: What you do after missing somebody.}
      - {id: trauma, term: Trauma, definition: "What happened, and what stays."}
"""

from collections.abc import Iterable, Iterator
from typing import Any

from build_tools.core.diagnostics import Finding
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for things, noun in _lists(course):
        seen: set[str] = set()
        for thing in things:
            if thing.id in seen:
                yield Finding(
                    thing.place("id"),
                    f"“{thing.id}” is already the id of another {noun}",
                    "give this one an id of its own",
                )
            seen.add(thing.id)


def _lists(course: Course) -> Iterator[tuple[Iterable[Any], str]]:
    """Every list whose members are told apart by id, with the word for a member."""
    yield course.file.areas, "area"
    yield course.file.levels, "level"
    yield course.glossary.terms, "term"
    yield course.cast.people, "person"
    programmes = course.programmes.values()
    yield [element for programme in programmes for element in programme.elements], "element"
    yield [m.scenario for m in course.modules.values() if m.scenario is not None], "story"
    for module in course.modules.values():
        yield module.objectives, "objective of this module"
        if module.scenario is not None:
            for step in module.scenario.steps.values():
                yield step.responses, "response at this step"
    for tool in course.tools.values():
        yield from tool.lists
    for quiz in course.quizzes.values():
        yield quiz.questions, "question of this quiz"
        for question in quiz.questions:
            for parts in question.lists:
                yield parts, f"{type(parts[0]).__name__.lower()} of this question"
