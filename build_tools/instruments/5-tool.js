// An instrument that is filled in on the screen. What each kind adds stands in `trellis.kinds`: an
// object whose functions take the element. They are there once the whole bundle has run.
const { private: notes } = trellis;
// Milliseconds from the last key until it is kept.
const SOON = 2000;
const PENS = ".tr-pen__writing, .tr-pen__box, .tr-pen__line";

trellis.kinds = {};

customElements.define(
  "tr-tool",
  class extends HTMLElement {
    connectedCallback() {
      if (this.entries) return;
      this.entries = [];
      queueMicrotask(() => this.start());
    }

    get kind() {
      return trellis.kinds[this.dataset.kind] || {};
    }

    part(name) {
      return this.querySelector(`[data-part="${name}"]`);
    }

    words(name) {
      return this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true);
    }

    say(...nodes) {
      this.part("status").replaceChildren(...nodes);
    }

    // A field that is kept; kinds add those that only they have.
    add(element, name) {
      const entry = new trellis.Entry(element, this, name);
      this.entries.push(entry);
      return entry;
    }

    start() {
      for (const control of this.querySelectorAll("[data-written], .tr-ranks select, .tr-sheet--roles select")) control.hidden = false;
      for (const pen of this.querySelectorAll(PENS)) pen.hidden = true;
      for (const element of this.querySelectorAll("[data-field]")) {
        const { field, ofGoal } = element.dataset;
        this.add(element, ofGoal > 1 ? `goal-${ofGoal}/${field}` : field);
      }
      this.part("keeping").hidden = false;
      this.kind.start?.(this);
      this.addEventListener("input", ({ target }) => this.changed(target, SOON));
      this.addEventListener("change", ({ target }) => this.changed(target, 0));
      addEventListener("pagehide", () => this.save());
      document.addEventListener("visibilitychange", () => this.save());
      document.addEventListener("tr-private", () => this.show());
      this.show();
    }

    changed(target, soon) {
      const entry = this.entries.find(({ element }) => element.contains(target));
      if (!entry) return;
      entry.dirty = true;
      this.kind.changed?.(this, entry);
      clearTimeout(this.timer);
      if (soon) this.timer = setTimeout(() => this.save(), soon);
      else this.save();
    }

    save() {
      clearTimeout(this.timer);
      const changed = this.entries.filter(({ dirty, sensitive }) => dirty && !sensitive);
      for (const entry of changed) entry.save();
      if (changed.length) this.say(this.words(notes.place));
    }

    show() {
      for (const entry of this.entries) entry.show();
      this.kind.show?.(this);
    }
  },
);
