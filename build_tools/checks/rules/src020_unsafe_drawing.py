"""A drawing (SVG) only draws.

Such a file can hold programs, links, and addresses of other sites: opened by itself, it could lead
a learner away or tell somebody that they are here. Trellis publishes only what draws, so a script,
a link, text set as HTML or something that moves is taken out, and the rest is shown. A drawing
that defines abbreviations of its own, or is not whole, cannot be published.

Mend it: save it again as “plain SVG” in a drawing program, or save it as PNG.

    # bad course/images/door.svg 2:1
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2">
    <script>alert(1)</script><path d="M0 0h2v2z"/></svg>

    # bad course/images/door.svg 1:15
    <!DOCTYPE svg [<!ENTITY a "b">]>
    <svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>

    # good course/images/door.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>
"""

from collections.abc import Iterator

from build_tools.core import pictures
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.model.course import Course


def check(course: Course) -> Iterator[Finding]:
    for image in sorted(course.source.images):
        if not image.lower().endswith(".svg"):
            continue
        try:
            drawing = pictures.drawing((course.source.root / image).read_bytes())
        except pictures.Unusable as problem:
            place = TextPlace(image, problem.line, problem.column)
            yield Finding(place, problem.why, problem.hint)
            continue
        for what, line, column in drawing.taken:
            yield Finding(
                TextPlace(image, line, column),
                f"{what} is taken out of this drawing",
                "save it again as plain SVG, or as PNG, and look at how it is shown",
                Severity.WARNING,
            )
