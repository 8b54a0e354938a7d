"""The theme of a story is one that the module's content notes name.

`about:` lets a learner who skips a theme skip the story as well. Skipping is offered by the
content note; with none of that theme, the story meets people who were never asked.

Mend it: write a content note with this theme in `module.yml`, or correct the theme.

    # bad modules/first-steps/scenario.yml 5:8
    schema: 1
    id: at-the-desk
    title: At the desk
    people: A father. Made up.
    about: distress
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

from build_tools.checks.stories import stories
from build_tools.checks.themes import noted_themes
from build_tools.core.diagnostics import Finding
from build_tools.core.suggest import did_you_mean
from build_tools.model.course import Course
from build_tools.model.module import THEMES


def check(course: Course) -> Iterator[Finding]:
    for story in stories(course):
        theme = story.scenario.about
        if theme is not None and theme not in noted_themes(course, story.module):
            yield Finding(
                story.scenario.place("about"),
                f"the module has no content note on “{theme}”",
                did_you_mean(theme, THEMES)
                if theme not in THEMES
                else "add one to content_notes in its module.yml",
            )
