"""What learners read, and what they are asked; notes for facilitators are not among it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_tools.activities.question import words
from build_tools.activities.scenario import Scenario
from build_tools.checks.prose import KEPT, Passage, field, passages
from build_tools.core.document import Document
from build_tools.instruments.instrument import Instrument
from build_tools.instruments.texts import texts
from build_tools.model.course import Course
from build_tools.model.module import Module
from build_tools.model.quiz import Quiz


def learners_documents(course: Course) -> Iterator[Document]:
    """All Markdown that learners read: the modules' pages and those of ``course/``."""
    for module in course.modules.values():
        yield from module.documents.values()
    yield from course.pages.values()


def learners_passages(course: Course) -> Iterator[Passage]:
    """All that learners read of the modules and instruments: pages, stories, quizzes, forms."""
    for module in course.modules.values():
        yield from module_passages(module)
    for quiz in course.quizzes.values():
        yield from quiz_passages(quiz)
    for tool in course.tools.values():
        yield from tool_passages(tool)


def read_by_learners(course: Course) -> Iterator[Passage]:
    """All that learners read: the modules, the pages of the frame, the glossary."""
    yield from learners_passages(course)
    for document in course.pages.values():
        yield from passages(document)
    for term in course.glossary.terms:
        yield field(term, "definition", cited=bool(term.cites))


@lru_cache(maxsize=KEPT)
def module_passages(module: Module) -> tuple[Passage, ...]:
    """What a module says: its pages, title, description, key points and story."""
    return tuple(_of_module(module))


def _of_module(module: Module) -> Iterator[Passage]:
    yield field(module, "title")
    yield field(module, "description")
    for document in module.documents.values():
        yield from passages(document)
    for point in module.key_points:
        yield field(point, "text", cited=bool(point.cites))
    if module.scenario is not None:
        yield from scenario_passages(module.scenario)


@lru_cache(maxsize=KEPT)
def scenario_passages(scenario: Scenario) -> tuple[Passage, ...]:
    """Every text of a story."""
    return tuple(_of_scenario(scenario))


def _of_scenario(scenario: Scenario) -> Iterator[Passage]:
    yield field(scenario, "title")
    for step in scenario.steps.values():
        yield field(step, "text")
        for response in step.responses:
            for name in ("text", "consequence", "feedback"):
                yield field(response, name)
    yield field(scenario, "debrief")


@lru_cache(maxsize=KEPT)
def quiz_passages(quiz: Quiz) -> tuple[Passage, ...]:
    """Every prompt, option and feedback of a quiz."""
    return tuple(_of_quiz(quiz))


def _of_quiz(quiz: Quiz) -> Iterator[Passage]:
    for question in quiz.questions:
        cited = bool(question.cites)
        for part in words(question):
            yield field(part.record, part.field, entry=part.entry, cited=cited)


@lru_cache(maxsize=KEPT)
def tool_passages(tool: Instrument) -> tuple[Passage, ...]:
    """Every text of an instrument: its labels, hints and options, and what frames them."""
    return tuple(field(part.record, part.field, entry=part.entry) for part in texts(tool))


# What answers or comes back, and asks for nothing.
_SAID = frozenset({"answer", "feedback", "overall", "hints"})


def prompts(course: Course) -> Iterator[Passage]:
    """Whatever asks learners to think, write or do: reflections, practice, questions, forms."""
    for module in course.modules.values():
        for document in module.documents.values():
            for passage in passages(document):
                if passage.block in ("reflect", "practice") and passage.kind != "answer":
                    yield passage
        if module.scenario is not None:
            yield field(module.scenario, "debrief")
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            yield field(question, "prompt")
            # A scale, and what to look for in one's own words, ask as the prompt does.
            for part in () if question.scored else words(question):
                if part.field not in ("prompt", *_SAID):
                    yield field(part.record, part.field, entry=part.entry)
    for tool in course.tools.values():
        for passage in tool_passages(tool):
            # What an instrument is not, and what it should not be used for, asks for nothing.
            if not (passage.record is tool and passage.name in ("limits", "description")):
                yield passage
