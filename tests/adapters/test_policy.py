"""What each page may load and run, said in the page and to the server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from build_tools.adapters.site_build import BuildFailed, build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.pages import policy
from build_tools.pages.server_files import MAX_RULES, server_files

STRICT = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}
LOADING = {"script", "link", "img", "iframe", "source", "video", "audio", "embed", "object", "use"}


class Read:
    """What a policy is about, read of a page."""

    def __init__(self, page: Path) -> None:
        self.metas: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self.before_policy: list[str] = []
        self.inline: list[str] = []
        self.loaded: list[str] = []
        for element in html.document_fromstring(page.read_text(encoding="utf-8")).iter("*"):
            self._meet(element.tag, dict(element.attrib), element.text or "")

    def _meet(self, tag: str, given: dict[str, str], text: str) -> None:
        if tag == "meta":
            self.metas.append(given)
        if not self.policies and ("src" in given or tag in ("link", "script", "base")):
            self.before_policy.append(tag)
        if tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            self.scripts.append(text)
        if tag == "style":
            self.inline.append("<style>")
        self.inline += [f"<{tag} {n}>" for n in given if n == "style" or n.startswith("on")]
        if tag in LOADING and given.get("rel") not in ("canonical", "alternate"):
            self.loaded += [given[n] for n in ("src", "href", "data", "srcset") if n in given]

    @property
    def policies(self) -> list[str]:
        """The policies the page carries."""
        name = "Content-Security-Policy"
        return [meta["content"] for meta in self.metas if meta.get("http-equiv") == name]


def parsed(text: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in text.split(";")}


def pages(site: Path) -> dict[str, Read]:
    return {page.relative_to(site).as_posix(): Read(page) for page in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def hosted(web_site: Path) -> dict[str, Read]:
    """Every page of the shipped course as it is hosted, read once."""
    return pages(web_site)


@pytest.fixture(scope="module")
def opened(folder_site: Path) -> dict[str, Read]:
    """Every page of a course as it is opened from a folder."""
    return pages(folder_site)


def test_every_page_says_what_may_run_and_names_just_the_scripts_it_has(
    hosted: dict[str, Read],
) -> None:
    """No ``unsafe-inline``: a script is named by its hash, which differs with a page's depth."""
    assert "404.html" in hosted
    for name, page in hosted.items():
        (text,) = page.policies
        rules = parsed(text)
        if "script-src" not in rules:
            # A page of words alone, such as the one an offline course is left for.
            assert (rules["default-src"], page.scripts) == (["'none'"], []), name
            assert "unsafe" not in text, name
            continue
        self, *hashes = rules.pop("script-src")
        assert rules == STRICT, name
        assert self == "'self'"
        assert set(hashes) == {f"'{policy.hash_of(script)}'" for script in page.scripts}, name
        assert {"name": "referrer", "content": "no-referrer"} in page.metas, name
        # What stands before a policy is not held to it.
        assert page.before_policy == [], name
    assert len({page.policies[0] for page in hosted.values()}) > 1


def test_pages_opened_from_a_folder_have_a_policy_that_keeps_the_network_out(
    opened: dict[str, Read],
) -> None:
    for name, page in opened.items():
        (text,) = page.policies
        allowed = {word for words in parsed(text).values() for word in words}
        assert allowed <= {"'none'", "'self'", "file:", "data:", "'unsafe-inline'"}, name
        rules = parsed(text)
        loose = [n for n, words in rules.items() if "'unsafe-inline'" in words]
        assert loose in ([], ["script-src"])
        assert rules.get("connect-src", ["'none'"]) == rules["default-src"] == ["'none'"]


def test_no_page_has_a_style_or_an_event_handler_in_an_element(
    hosted: dict[str, Read], opened: dict[str, Read]
) -> None:
    """The policy would stop both, and a page would look or behave otherwise than it was made."""
    for found in (hosted, opened):
        assert {name: page.inline for name, page in found.items() if page.inline} == {}


def test_nothing_on_any_page_is_loaded_from_another_place(
    web_site: Path, folder_site: Path, hosted: dict[str, Read], opened: dict[str, Read]
) -> None:
    for site, found in ((web_site, hosted), (folder_site, opened)):
        for name, page in found.items():
            assert [a for a in page.loaded if re.match(r"\w+:|//", a)] == [], name
        for sheet in site.rglob("*.css"):
            found = re.findall(r"(?:url\(|@import\s)\s*['\"]?([^'\")]*)", sheet.read_text("utf-8"))
            assert [a for a in found if not a.startswith(("data:", "#", "."))] == [], sheet


def test_maps_for_programmers_are_not_published(web_site: Path, folder_site: Path) -> None:
    for site in (web_site, folder_site):
        assert list(site.rglob("*.map")) == []
        for file in [*site.rglob("*.js"), *site.rglob("*.css")]:
            assert "sourceMappingURL" not in file.read_text(encoding="utf-8"), file


def test_the_policy_allows_data_images_since_the_icons_of_the_theme_are_such(
    web_site: Path,
) -> None:
    """Should the theme stop using them, the policy can be stricter."""
    sheets = [sheet.read_text(encoding="utf-8") for sheet in web_site.rglob("*.css")]
    assert any(re.search(r"url\(['\"]?data:image", s) for s in sheets)


def test_a_script_that_no_template_wrote_is_not_named(tmp_path: Path) -> None:
    """Else a hole through which a script gets into a page would bless it as well."""
    (tmp_path / "a.html").write_text('<script>go("{{ base_url }}")</script>', encoding="utf-8")
    templates = policy.Templates((tmp_path,))
    assert templates.wrote('go("../..")')
    assert not templates.wrote('go("");alert(1);("")')
    assert not templates.wrote("alert(1)")
    page = '<script src="a.js"></script><script type="application/ld+json">{}</script>'
    assert list(policy.inline_scripts(page + "<SCRIPT >alert(1)</SCRIPT\n>")) == ["alert(1)"]


def test_a_script_that_an_organisations_page_brings_along_is_told(starter: Path) -> None:
    """Its own templates may hold scripts; a file of another ending is no template."""
    partials = starter / "overrides/partials"
    partials.mkdir(parents=True)
    (partials / "logo.html").write_text('{% include "partials/x.txt" %}', encoding="utf-8")
    (partials / "x.txt").write_text("<script>alert(1)</script>", encoding="utf-8")
    with pytest.raises(BuildFailed, match="a script that is in no template"):
        build(starter, starter / "site", load(read(starter))[0])
    (partials / "logo.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    build(starter, starter / "site", load(read(starter))[0])
    named = pages(starter / "site")["index.html"].policies[0]
    assert policy.hash_of("alert(1)") in named


def netlify(text: str) -> dict[str, dict[str, str]]:
    """Read ``_headers`` as Netlify and Cloudflare do: a path, and below it indented headers."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rules[line] = {}
        elif line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[list(rules)[-1]][name] = value
        else:
            assert line.startswith("#"), line
    return rules


def test_servers_of_three_kinds_are_told_the_same(web_site: Path) -> None:
    sent = netlify((web_site / "_headers").read_text(encoding="utf-8"))["/*"]
    rules = parsed(sent["Content-Security-Policy"])
    hashes = set(rules.pop("script-src")) - {"'self'"}
    # A policy that is sent cannot differ from page to page, so it names what all pages have.
    scripts = {script for page in pages(web_site).values() for script in page.scripts}
    assert hashes == {f"'{policy.hash_of(script)}'" for script in scripts}
    assert rules == {**STRICT, "frame-ancestors": ["'none'"]}
    assert sent["Referrer-Policy"] == "no-referrer"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(
        sent["Permissions-Policy"].split(", ")
    )
    apache = (web_site / ".htaccess").read_text(encoding="utf-8")
    for text, line in (
        (apache, r'^  Header always set (\S+) "([^"]*)"$'),
        (
            (web_site / "nginx-headers.conf").read_text("utf-8"),
            r'^add_header (\S+) "([^"]*)" always;$',
        ),
    ):
        told = dict(re.findall(line, text, re.M))
        told.pop("Cache-Control", None)
        assert told == sent
    assert apache.count("<IfModule") == apache.count("</IfModule>") == 1


def test_a_file_is_kept_for_good_only_if_its_name_changes_with_what_it_holds(
    web_site: Path,
) -> None:
    rules = netlify((web_site / "_headers").read_text(encoding="utf-8"))
    kept = {p for p, sent in rules.items() if "immutable" in sent.get("Cache-Control", "")}
    asked = {p for p, sent in rules.items() if sent.get("Cache-Control") == "no-cache"}
    assert kept | asked | {"/*"} == set(rules)
    on_site = {f"/{p.relative_to(web_site).as_posix()}" for p in web_site.rglob("*.*")}
    hashed = {p for p in on_site if re.search(r"\.[0-9a-f]{8,}\.(min\.)?(js|css)$", p)}
    assert kept == hashed
    assert len(kept) > 5
    for page in pages(web_site):
        # Two rules for one address would be joined, as “no-cache, immutable”.
        fits = [
            p for p in asked if f"/{page}" == p or f"/{page}".startswith(p.rstrip("*") + "/"[:0])
        ]
        assert [p for p in fits if p != "/"], page
    for name, line in (
        (".htaccess", '<FilesMatch "(.*)">'),
        ("nginx-headers.conf", r'if \(\$uri ~ "(.*)"\)'),
    ):
        (found,) = re.findall(line, (web_site / name).read_text(encoding="utf-8"))
        assert {p for p in on_site if re.search(found, p)} == hashed


def test_pages_for_a_folder_bring_no_files_for_servers(folder_site: Path) -> None:
    assert not {"_headers", ".htaccess", "nginx-headers.conf"} & {
        path.name for path in folder_site.iterdir()
    }


def test_no_name_of_a_file_can_add_a_header() -> None:
    """Names of pages are the only words of a course that stand in these files."""
    names = ["a\r\nSet-Cookie: b=c/index.html", "x\n  X-Evil: 1.html", "é\u2028Y: 1/index.html"]
    for text in server_files(names, ()).values():
        assert "Set-Cookie:" not in text
        assert "X-Evil:" not in text
        assert "Y:" not in text


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://care.example.org", "/404.html"),
        ("https://example.org/courses/care/", "/courses/care/404.html"),
        ("https://example.org/our%20course/é", "/our%20course/%C3%A9/404.html"),
        ("https://example.org/a\nRewriteEngine on", "/aRewriteEngine%20on/404.html"),
    ],
)
def test_a_link_that_leads_nowhere_meets_the_page_that_helps(address: str, path: str) -> None:
    """Apache and nginx have to be told its path; a host that gives no address tells it by hand."""
    told = server_files(["index.html"], (), address)
    assert told[".htaccess"].splitlines()[-1] == f"ErrorDocument 404 {path}"
    assert told["nginx-headers.conf"].splitlines()[-1] == f"error_page 404 {path};"
    for text in server_files(["index.html"], ()).values():
        assert "404" not in text


def test_a_course_of_many_pages_stays_below_the_number_of_rules_that_cloudflare_reads() -> None:
    names = [f"page-{number}/index.html" for number in range(500)]
    rules = netlify(server_files(["assets/trellis/a.0123456789.js", *names], ())["_headers"])
    assert len(rules) == MAX_RULES
    assert list(rules)[:2] == ["/*", "/assets/trellis/a.0123456789.js"]
