"""A story stands on one of its module's pages.

`scenario.yml` alone shows nothing; the page needs a `/// scenario` block where the story is to be
told.

Mend it: write these two lines into `index.md`, at the place where the story helps:

    /// scenario
    ///

    # bad modules/first-steps/scenario.yml 1:1
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

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    A father comes in late, with a pushchair and wet hair.

    /// scenario
    ///
"""

from collections.abc import Iterator

from build_tools.checks.stories import stories
from build_tools.core.diagnostics import Finding, TextPlace
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for story in stories(course):
        module = story.module
        if any(file.startswith(f"{module.folder}/") for file in course.source.broken):
            continue
        placed = any(
            block.name == "scenario"
            for document in module.documents.values()
            for block in document.blocks
        )
        if module.documents and not placed:
            yield Finding(
                TextPlace(f"{module.folder}/scenario.yml"),
                "no page of the module shows this story",
                "write “/// scenario” and “///” into index.md, where the story helps",
            )
