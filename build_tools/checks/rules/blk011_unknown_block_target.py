"""What a block points at is there: a question of the module's quiz, an instrument, a story.

``/// quiz | late-with-a-pushchair`` shows one question of the quiz, ``/// tool | wellbeing-plan``
a link to an instrument, ``/// scenario`` the story in ``scenario.yml``. Where the name leads
nowhere, learners see nothing.

Mend it: correct the name, or write what is missing.

    # bad modules/first-steps/index.md 3:12
    ## At the door {#at-the-door}

    /// quiz | late-with-a-pram
    ///

    # bad modules/first-steps/index.md 3:12
    ## At the door {#at-the-door}

    /// tool | wellbeing-plan
    ///

    # bad modules/first-steps/index.md 3:1
    ## At the door {#at-the-door}

    /// scenario
    ///

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    /// quiz | late-with-a-pushchair
    ///
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import argument_place
from build_tools.checks.links import documents
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.module import Module


def check(course: Course) -> Iterator[Finding]:
    for document in documents(course):
        for block in document.blocks:
            if block.name == "tool" and block.argument:
                tools = course.known["tool"]
                if block.argument not in tools:
                    yield Finding(
                        argument_place(document, block),
                        f"there is no instrument “{block.argument}”",
                        did_you_mean(block.argument, tools)
                        or f"write course/tools/{block.argument}.yml",
                    )
    for module in course.modules.values():
        yield from _questions(course, module)
        story = f"{module.folder}/scenario.yml"
        there = story in course.source.texts or story in course.source.broken
        for document in module.documents.values():
            for block in document.blocks:
                if block.name == "scenario" and not there:
                    yield Finding(
                        argument_place(document, block),
                        f"this module has no story: {story} is missing",
                        "write the story, or delete the block",
                    )


def _questions(course: Course, module: Module) -> Iterator[Finding]:
    quiz = course.quiz_of(module)
    # A module without a quiz, or one that cannot be read, is told elsewhere.
    if quiz is None:
        return
    for document in module.documents.values():
        for block in document.blocks:
            if block.name == "quiz" and block.argument and block.argument not in quiz.declared:
                yield Finding(
                    argument_place(document, block),
                    f"the quiz has no question “{block.argument}”",
                    did_you_mean(block.argument, quiz.declared) or f"look in {quiz.file}",
                )
