"""A text is written in Markdown, without HTML.

For safety, Trellis does not pass HTML on: a tag or a comment is shown to learners as it was typed.

Mend it: use Markdown: ``**strong**``, ``*emphasis*``, a blank line for a new paragraph. To show a
tag on purpose, put it in backticks. Notes to yourself can stand in ``module.yml``, after a ``#``.

    # bad modules/first-steps/index.md 3:9
    ## At the door {#at-the-door}

    Ask for <b>nothing</b>.

    # bad modules/first-steps/index.md 3:1
    ## At the door {#at-the-door}

    <!-- ask Dev about this scene -->

    # good modules/first-steps/index.md
    ## At the door {#at-the-door}

    Ask for **nothing**. The sign `<b>` is shown as it is, and so is <your name here>.
"""

from collections.abc import Iterator

from build_tools.checks.block_lines import visible_lines
from build_tools.core.diagnostics import Finding, Severity, TextPlace
from build_tools.core.document import CODE_SPAN, Document

SEVERITY = Severity.WARNING
# Names of HTML elements (WHATWG, HTML Living Standard) that people type into Markdown; a word in
# angle brackets that is none of them is probably meant to be seen.
ELEMENTS = frozenset(
    {
        "a", "abbr", "article", "aside", "audio", "b", "blockquote", "br", "button", "cite", "code",
        "dd", "del", "details", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img",
        "input", "ins", "kbd", "li", "link", "main", "mark", "nav", "ol", "p", "picture", "pre",
        "q", "s", "script", "section", "small", "source", "span", "strong", "style", "sub",
        "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "u", "ul", "video",
    }
)  # fmt: skip


def check(document: Document) -> Iterator[Finding]:
    lines = document.text.split("\n")
    opened: set[str] = set()
    for number, column, name in document.raw_html:
        name = name.lower()
        closing = lines[number - 1][column : column + 1] == "/"
        # The end of an element is no second fault.
        if name not in ELEMENTS or (closing and name in opened):
            continue
        opened.add(name)
        yield Finding(
            TextPlace(document.file, number, column),
            f"“<{'/' if closing else ''}{name}>” is HTML, which learners see as text",
            "use Markdown instead, or put it in backticks to show it",
        )
    for number, line in visible_lines(document) if "<!--" in document.text else ():
        masked = CODE_SPAN.sub(lambda match: " " * len(match.group()), line)
        if (start := masked.find("<!--")) >= 0:
            yield Finding(
                TextPlace(document.file, number, start + 1),
                "this comment is shown to learners as text",
                "delete it; notes to yourself can stand in module.yml, after a #",
            )
