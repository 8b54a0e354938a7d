"""The MkDocs plugin ``trellis``: hands the compiled course to MkDocs and its theme.

Hooks are short; what they do is done by plain functions elsewhere. Page bodies come from the
compiler: MkDocs frames them, indexes them and writes them.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import jinja2
from jinja2.bccache import Bucket
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from build_tools.adapters import frame
from build_tools.checks import judge
from build_tools.checks.report import text
from build_tools.core import pictures
from build_tools.core.diagnostics import Diagnostic, Severity
from build_tools.core.source import read
from build_tools.exports import assets, card
from build_tools.exports.offline_copy import offline_copy
from build_tools.model import palette
from build_tools.model.course import Course
from build_tools.model.load import load
from build_tools.pages import catalogue, leaving, policy, searching
from build_tools.pages.builder import translations
from build_tools.pages.compiler import compile_pages, site_of
from build_tools.pages.folder import folder_words
from build_tools.pages.identity import identity
from build_tools.pages.navigation import site_links
from build_tools.pages.neutral_page import neutral_page
from build_tools.pages.page import Heading, Page, fill
from build_tools.pages.server_files import server_files

log = logging.getLogger("mkdocs.plugins.trellis")


class _Kept(jinja2.BytecodeCache):
    """Compiled templates, in memory."""

    def __init__(self) -> None:
        self._made: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._made:
            bucket.bytecode_from_string(self._made[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._made[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Kept()
RAW_ASSETS = ("assets/css/", "assets/js/")
# Of no use where pages are opened from a folder.
FOR_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
# Where the theme says in a script or a style sheet that there is a map for programmers.
MAP_COMMENT = re.compile(r"\s*(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")


class TrellisConfig(Config):  # type: ignore[no-untyped-call]
    """Options in ``mkdocs.yml``; there is nothing to set for an ordinary course."""

    strict = config_options.Type(bool, default=False)


class TrellisPlugin(BasePlugin[TrellisConfig]):  # type: ignore[no-untyped-call]
    """Compiles the course below the folder of ``mkdocs.yml`` into pages."""

    # Hears how many pages of how many are written; set by whoever runs a build and shows progress.
    tell: Callable[[int, int], None] | None = None
    # The course and what was found in it, from whoever has just judged it; for one build.
    given: tuple[Course, list[Diagnostic]] | None = None
    # Whether learners may keep a hosted site in their browser, for reading without a network.
    keepable = True
    preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; defining this keeps one instance across rebuilds."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the course, and set the theme up so that an ordinary mkdocs.yml needs two lines."""
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.course, self.diagnostics = self.given or _load(self.root)
        self.given = None
        _prepare_theme(config, self.root / "overrides", assets.overrides())
        _speak(config, self.course.file.language)
        self.templates = policy.Templates(tuple(Path(folder) for folder in config.theme.dirs))
        self.hashes: set[str] = set()
        colours = self.course.host.colours
        folders = [Path(folder) for folder in config.theme.dirs]
        bundles = dict(assets.bundles(folders, palette.style(colours)))
        if config.use_directory_urls:
            del bundles["folder_js"]
        self.assets = assets.named(bundles)
        if not self.preview and config.use_directory_urls:
            config.site_url = catalogue.base(self.course) or config.site_url
        config.site_name = _shown(self.course.file.title)
        config.nav = [{"Home": "index.md"}]
        # Bodies come finished; MkDocs would else set up a Markdown parser for every page.
        config.markdown_extensions, config.mdx_configs = [], {}
        config.validation.nav.omitted_files = logging.DEBUG
        gettext = translations(self.course.file.language).gettext
        site = site_of(self.course, directory_urls=config.use_directory_urls)
        config.extra["trellis"] = {
            **{key: path for key, (path, _) in self.assets.items()},
            "course": _shown(self.course.file.model_dump()),
            "host": _shown(self.course.host.model_dump()),
            **_shown(identity(self.course, gettext)),
            **_shown(site_links(site, gettext)),
            "folder": None if config.use_directory_urls else _shown(folder_words(gettext)),
            "search": _shown(searching.panel(gettext, directory_urls=config.use_directory_urls)),
            "exit": _shown(leaving.button(self.course, site, gettext)),
        }
        if self.course.host.exit.tab_title:
            config.theme["favicon"] = leaving.ICON
        for folder in (self.root / "modules", self.root / "quizzes", self.root / "overrides"):
            if str(folder) not in config.watch and folder.is_dir():
                config.watch.append(str(folder))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Stop before anything is deleted where a fault would reach a learner."""
        errors = [d for d in self.diagnostics if d.severity is Severity.ERROR]
        if self.diagnostics and (self.preview or not errors):
            log.info("trellis check:\n%s", text.render(self.diagnostics, self.course.source))
        if errors and not self.preview:
            raise PluginError(
                "The course has faults, so nothing was built.\n"
                + text.render(self.diagnostics, self.course.source)
            )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what lies in ``course/`` by the compiled pages, the images and the bundles."""
        self.pages = compile_pages(
            self.course,
            directory_urls=config.use_directory_urls,
            diagnostics=self.diagnostics if self.preview else (),
        )
        self.written = 0
        kept = [f for f in files if _is_theme_file(f, config)]
        return Files([*kept, *_generated(self.pages, self.assets, self.course, config)])

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Keep the theme's compiled templates from one change of a preview to the next."""
        env.bytecode_cache = COMPILED
        return env

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give MkDocs what it needs to know of a page; there is no Markdown left to render."""
        compiled = self.pages[page.file.src_uri]
        page.meta = _shown(compiled.meta)
        return ""

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the body, with slots still empty, and its table of contents."""
        compiled = self.pages[page.file.src_uri]
        page.toc = TableOfContents(_toc(compiled.contents))
        return str(compiled.html)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Fill the slots and seal the page, after templates and search have done their work."""
        self.written += 1
        if self.tell is not None:
            self.tell(self.written, len(self.pages))
        html = fill(output, self.pages[page.file.src_uri].slots)
        return self._sealed(html, page.file.src_uri, config)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Seal the page that is shown where there is none."""
        if not template_name.endswith(".html"):
            return output
        return self._sealed(output, template_name, config)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add words from YAML to the search index, and say to servers what they send."""
        site = Path(config.site_dir)
        _write_search(site, self.pages, config)
        _forget_maps(site)
        if not config.use_directory_urls:
            for name in FOR_SERVERS:
                (site / name).unlink(missing_ok=True)
        if config.use_directory_urls and not self.preview:
            workers = assets.workers([Path(folder) for folder in config.theme.dirs])
            offline_copy(site, self.course, workers, offered=self.keepable)
            files = [file.relative_to(site).as_posix() for file in site.rglob("*.*")]
            served = server_files(files, self.hashes, catalogue.base(self.course))
            for name, text in served.items():
                (site / name).write_text(text, encoding="utf-8", newline="\n")

    def _sealed(self, html: str, name: str, config: MkDocsConfig) -> str:
        """Mend the frame and put the page's policy in; only what a template wrote may run."""
        html = frame.mended(html)
        if not config.use_directory_urls:
            return policy.sealed(html, policy.written(policy.FOLDER))
        scripts = list(policy.inline_scripts(html))
        for script in scripts:
            if not self.templates.wrote(script):
                log.warning(
                    "%s has a script that is in no template, so browsers are told not to run it: "
                    "%.60s",
                    name,
                    script,
                )
        if self.preview:
            return policy.sealed(html, policy.written(policy.PREVIEW))
        hashes = policy.hashes(filter(self.templates.wrote, scripts))
        self.hashes |= hashes
        return policy.sealed(html, policy.written(policy.STRICT, hashes))


def _load(root: Path) -> tuple[Course, list[Diagnostic]]:
    source = read(root)
    course, faults = load(source)
    return course, judge(course, faults)


def _shown(value: Any) -> Any:
    """Escape every text in what a theme is given, since its templates print text as it is."""
    if isinstance(value, str):
        return str(escape(value))
    if isinstance(value, Mapping):
        return {key: _shown(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_shown(part) for part in value]
    return value


def _prepare_theme(config: MkDocsConfig, own: Path, shipped: Path) -> None:
    """Set what a calm, private page needs; an organisation's own folder wins file by file."""
    theme: Any = config.theme
    # A ``custom_dir`` of mkdocs.yml comes before both.
    place = 1 if theme.custom_dir else 0
    for folder in (shipped, own):
        if folder.is_dir() and str(folder) not in theme.dirs:
            theme.dirs.insert(place, str(folder))
    theme["font"] = False
    theme["palette"] = {"scheme": "default", "primary": "custom", "accent": "custom"}
    theme["features"] = []
    theme["favicon"] = "assets/images/mark.svg"
    config.extra.setdefault("generator", False)


def _speak(config: MkDocsConfig, language: str) -> None:
    """Let the theme's own words and the page's ``lang`` follow the course, where it knows how."""
    for name in (language, language.split("-")[0]):
        if any((Path(d) / f"partials/languages/{name}.html").is_file() for d in config.theme.dirs):
            config.theme["language"] = name
            return


def _is_theme_file(file: File, config: MkDocsConfig) -> bool:
    # Notes kept beside templates are no pages: every page comes from the compiler.
    if file.src_uri.startswith(RAW_ASSETS) or file.is_documentation_page():
        return False
    if file.src_uri.endswith(".map") or file.src_uri.startswith(frame.SCRIPTS):
        return False
    folder = Path(config.docs_dir).resolve()
    return file.src_dir is None or Path(file.src_dir).resolve() != folder


def _generated(
    pages: dict[str, Page],
    bundles: dict[str, tuple[str, str]],
    course: Course,
    config: MkDocsConfig,
) -> list[File]:
    made = [_page_file(page, config) for page in pages.values()]
    made += [File.generated(config, path, content=content) for path, content in bundles.values()]
    made.append(File.generated(config, leaving.NEUTRAL, content=neutral_page(course)))
    if catalogue.base(course) and config.use_directory_urls:
        picture = card.draw(course.host.colours)
        made.append(File.generated(config, catalogue.CARD, content=picture))
    for image in sorted(course.source.images):
        uri, path = image.removeprefix("course/"), course.source.root / image
        if path.suffix.lower() != ".svg":
            made.append(File.generated(config, uri, abs_src_path=str(path)))
            continue
        # One that cannot be made safe is told by a check; a preview goes on without it.
        with suppress(pictures.Unusable):
            made.append(File.generated(config, uri, content=pictures.published(path)))
    return made


def _forget_maps(site: Path) -> None:
    """Take out where the theme points to maps for programmers, since they are not published."""
    for file in sorted((site / "assets").rglob("*.*")):
        if file.suffix in (".js", ".css"):
            text = file.read_text(encoding="utf-8")
            if (plain := MAP_COMMENT.sub("\n", text)) != text:
                file.write_text(plain, encoding="utf-8", newline="\n")


def _page_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.uri, content="")
    if page.sources:
        file.edit_uri = page.sources[0]
    return file


def _toc(headings: tuple[Heading, ...]) -> list[AnchorLink]:
    links = []
    for heading in headings:
        link = AnchorLink(_shown(heading.title), _shown(heading.anchor), heading.level)
        link.children = _toc(heading.children)
        links.append(link)
    return links


def _write_search(site: Path, pages: dict[str, Page], config: MkDocsConfig) -> None:
    """Put the index of our own search where the site generator put its own."""
    path = site / searching.DATA
    if not path.is_file():
        return
    found = json.loads(path.read_text(encoding="utf-8"))["docs"]

    def address(uri: str) -> str:
        return File(uri, None, config.site_dir, config.use_directory_urls).url

    index = searching.index_of(found, pages, address)
    if not config.use_directory_urls:
        path.unlink()
        path, index = site / searching.SCRIPT, searching.as_script(index)
    path.write_text(index, encoding="utf-8", newline="\n")
