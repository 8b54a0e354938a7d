// How far the learner is: parts marked as done, the state of a module, and where to carry on.
const { record } = trellis;

const names = (element) => [element.dataset.module, ...(element.dataset.was || "").split(" ").filter(Boolean)];

const isDone = (modules, place) => {
  const found = modules.map((module) => record.state.sections[`${module}/${place}`]).filter(Boolean);
  return found.sort((a, b) => b.at - a.at)[0]?.done === 1;
};

// Tells whether anything at all of a module was met.
const isMet = (modules) =>
  Object.keys(record.state.items).some((key) => modules.includes(key.split("/")[0])) ||
  Object.keys(record.state.sections).some((key) => modules.includes(key.split("/")[0]));

class Followed extends HTMLElement {
  connectedCallback() {
    this.heard = () => this.update();
    document.addEventListener("tr-record", this.heard);
    this.update();
  }

  disconnectedCallback() {
    document.removeEventListener("tr-record", this.heard);
  }
}

customElements.define(
  "tr-part",
  class extends Followed {
    connectedCallback() {
      this.button = this.querySelector("button");
      this.button.hidden = false;
      this.button.addEventListener("click", () => {
        const { module, page, heading } = this.dataset;
        const done = this.button.getAttribute("aria-pressed") === "true" ? 0 : 1;
        record.add({ kind: "section", module, page, heading, done }, this);
      });
      super.connectedCallback();
    }

    update() {
      const { page, heading } = this.dataset;
      this.button.setAttribute("aria-pressed", String(isDone(names(this), `${page}#${heading}`)));
    }
  },
);

customElements.define(
  "tr-progress",
  class extends Followed {
    update() {
      const places = this.dataset.sections.trim().split(" ");
      const done = places.filter((place) => isDone(names(this), place)).length;
      const when = done === places.length ? "done" : done || isMet(names(this)) ? "started" : "";
      this.dataset.state = when;
      const parts = [...this.querySelectorAll("[data-when]")];
      for (const part of parts) part.hidden = part.dataset.when !== when;
      this.hidden = parts.every((part) => part.hidden);
      for (const number of this.querySelectorAll("[data-done]")) number.textContent = done;
      for (const bar of this.querySelectorAll("progress")) bar.value = done;
    }
  },
);

// The place of the last thing done, in a module that is still on the site and not finished.
trellis.resume = () => {
  for (const event of [...record.events].reverse()) {
    const id = event.module || event.quiz;
    const link = id && document.querySelector(`a[data-of="${CSS.escape(id)}"]`);
    if (!link) continue;
    const done = Object.entries(record.state.sections).filter(
      ([key, section]) => key.startsWith(`${id}/`) && section.done,
    ).length;
    if (done < Number(link.dataset.count)) {
      const index = event.page === "index.md" ? `#${event.heading}` : "";
      return { href: link.href + index, title: link.textContent };
    }
  }
  return null;
};

customElements.define(
  "tr-resume",
  class extends Followed {
    update() {
      const place = trellis.resume();
      this.hidden = !record.events.length;
      const part = this.querySelector("[data-resume]");
      part.hidden = !place;
      if (!place) return;
      part.querySelector("a").href = place.href;
      part.querySelector("[data-title]").textContent = place.title;
    }
  },
);
