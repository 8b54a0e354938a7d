"""One file, ``host.yml``, changes whose site it is, and nothing else has to be touched."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from build_tools.adapters.site_build import build
from build_tools.core.source import read
from build_tools.model.load import load
from build_tools.starters import COURSE

HOST = """schema: 1
organisation:
  id: riverside
  name: Riverside & Sons
  url: https://riverside.example.org/
  logo: images/our logo.svg
address: https://learn.example.org/care/
colours: {main: "#7a1f5c"}
local_duties:
  law: Children Act 1989
  checked: "2026-11-01"
funder: Paid for by the <Example> Fund.
licence: CC BY-SA 4.0
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 4h8"/></svg>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter course as Riverside hosts it."""
    folder = tmp_path_factory.mktemp("host") / "course"
    shutil.copytree(COURSE, folder)
    (folder / "course/host.yml").write_text(HOST, encoding="utf-8")
    (folder / "course/images").mkdir(exist_ok=True)
    (folder / "course/images/our logo.svg").write_text(LOGO, encoding="utf-8")
    course, faults = load(read(folder))
    assert faults == []
    build(folder, folder / "site", course)
    return folder / "site"


def text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_the_logo_stands_in_the_header_with_the_name_as_its_alternative(site: Path) -> None:
    page = text(site, "support/index.html")
    assert '<img class="tr-logo tr-logo--label" src="../images/our%20logo.svg"' in page
    assert 'alt="Riverside &amp; Sons"' in page
    assert (site / "images/our logo.svg").is_file()


def test_the_colours_come_after_ours_in_the_sheet_of_every_page_and_in_no_page(site: Path) -> None:
    (sheet,) = site.glob("assets/trellis/shell.*.css")
    style = sheet.read_text(encoding="utf-8")
    assert style.rindex("--tr-accent:#7a1f5c") > style.index("--tr-accent:#00594f")
    assert not any("style=" in page.read_text("utf-8") for page in site.rglob("*.html"))


def test_funder_and_licence_stand_at_the_foot_of_every_page(site: Path) -> None:
    for page in (text(site, "index.html"), text(site, "404.html")):
        foot = page[page.index('class="tr-footer"') :]
        assert "Paid for by the &lt;Example&gt; Fund." in foot
        assert "Riverside &amp; Sons · CC BY-SA 4.0" in foot


def test_the_page_on_the_host_says_when_the_duties_were_checked(site: Path) -> None:
    assert re.search(r"Last checked</dt><dd>1 November 2026", text(site, "host/index.html"))


def test_the_data_of_a_page_can_be_read_and_is_no_script(site: Path) -> None:
    page = text(site, "index.html")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(found)["provider"]["name"] == "Riverside & Sons"
    assert json.loads(found)["funding"]["description"] == "Paid for by the <Example> Fund."


def test_pages_have_one_address_and_the_map_leads_to_all_but_those_for_trainers(
    site: Path,
) -> None:
    start = "https://learn.example.org/care/"
    assert f'<link rel="canonical" href="{start}support/">' in text(site, "support/index.html")
    mapped = re.findall("<loc>(.*?)</loc>", text(site, "sitemap.xml"))
    there = {
        start + page.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        for page in site.rglob("index.html")
        # Shown in place of a page that was not kept on the device; nobody should find it by itself.
        if not {"trainers", "not-kept", "paper"} & set(page.parts)
    }
    assert set(mapped) == {address.replace(start + "/", start) for address in there}
    assert len(mapped) == len(set(mapped))


def test_the_page_for_a_wrong_address_helps_from_any_depth(site: Path) -> None:
    """It is shown at addresses of any depth, so its links begin at the root of the server."""
    page = text(site, "404.html")
    for link in ("/care/", "/care/contents/", "/care/support/", "/care/assets/"):
        assert f'"{link}' in page or f'href="{link}' in page
    assert "You can also search" in page
    assert '<meta name="robots" content="noindex">' in page
    assert not re.search(r'(?:href|src)="(?!/care/|#|https://|data:)[^"]', page)


def test_the_picture_for_chat_programs_is_on_the_site(site: Path) -> None:
    assert (site / "assets/trellis/card.png").read_bytes().startswith(b"\x89PNG")
    assert (
        'property="og:image" content="https://learn.example.org/care/assets/trellis/card.png"'
        in (text(site, "index.html"))
    )


def test_without_an_address_there_is_no_such_picture(web_site: Path) -> None:
    assert not (web_site / "assets/trellis/card.png").exists()
    assert "og:" not in text(web_site, "index.html")
    assert "canonical" not in text(web_site, "index.html")
