"""A quiz on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.core.document import plain
from build_tools.model.course import Course
from build_tools.pages.builder import Builder
from build_tools.pages.page import Page
from build_tools.pages.wording import first_words


def uris(course: Course) -> Iterator[str]:
    """One page for each quiz file, also for one too broken to load."""
    return (f"quizzes/{id}.md" for id in sorted(course.known["quiz"]))


def make(builder: Builder) -> Iterator[Page]:
    """Questions in the order written; prompts can be found by searching, answers cannot."""
    course = builder.course
    for id in sorted(course.known["quiz"]):
        quiz, module = course.quizzes.get(id), course.modules.get(id)
        uri, sources = f"quizzes/{id}.md", (f"quizzes/{id}.yml",)
        gettext = builder.translations.gettext
        name = module.title if module else id
        title = gettext("Practice quiz: %s") % name
        if quiz is None:
            yield builder.page("broken", uri, title, "", sources=sources)
            continue
        yield builder.page(
            "quiz",
            uri,
            title,
            gettext(
                "Questions to practise with. Try as often as you like; nothing is sent anywhere."
            ),
            sources=sources,
            search=[
                (f"q-{q.id}", gettext("Question: %s") % first_words(q.prompt), plain(q.prompt))
                for q in quiz.questions
            ],
            quiz=quiz,
            module=module,
            name=name,
            after=course.neighbours(module)[1] if module else None,
        )
