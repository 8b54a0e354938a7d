// What is stored in this browser at this moment, beside what can be.
const { record, store, private: notes, words } = trellis;
const PLACES = ["device", "tab"];

const size = (bytes) => {
  const [number, unit, unitDisplay] = bytes < 1000 ? [bytes, "byte", "long"] : [bytes / 1000, "kilobyte", "short"];
  const shape = { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang || undefined, shape).format(number);
};

const weight = (place, keys) => keys.reduce((sum, key) => sum + new Blob([key, store.read(place, key) ?? ""]).size, 0);

const fits = (row, key) => (row.endsWith("*") ? key.startsWith(row.slice(0, -1)) : key === row);

customElements.define(
  "tr-stored",
  class extends HTMLElement {
    connectedCallback() {
      this.part("tools").hidden = false;
      this.said = this.part("said");
      this.rows = [...this.querySelectorAll("[data-key]")];
      for (const name of ["tr-record", "tr-private", "tr-skip", "tr-elsewhere"]) {
        document.addEventListener(name, () => this.update());
      }
      // After a press anywhere, such as on the button for dark colours, which tells nobody.
      document.addEventListener("click", () => this.update());
      this.addEventListener("click", ({ target }) => {
        const place = target.dataset.storedKeep;
        if (place) this.keep(place);
        if ("storedDelete" in target.dataset) this.delete(target);
      });
      this.update();
    }

    part(name) {
      return this.querySelector(`[data-stored="${name}"]`);
    }

    words(name) {
      return this.querySelector(`template[data-words="${name}"]`).content.firstElementChild.cloneNode(true);
    }

    update() {
      const stored = Object.fromEntries(PLACES.map((place) => [place, store.keys(place)]));
      const known = this.rows.map(({ dataset }) => dataset.key).filter(Boolean);
      for (const row of this.rows) {
        const { key } = row.dataset;
        const mine = (name) => (key ? fits(key, name) : !known.some((other) => fits(other, name)));
        const there = PLACES.map((place) => [place, stored[place].filter(mine)]).filter(([, keys]) => keys.length);
        this.show(row, there);
        if (!key) row.hidden = !there.length;
      }
      const total = PLACES.reduce((sum, place) => sum + weight(place, stored[place]), 0);
      const blocked = !PLACES.some((place) => store.has(place));
      const state = blocked ? "blocked" : total ? "something" : "nothing";
      for (const part of this.querySelectorAll('[data-stored="state"]')) part.hidden = part.dataset.state !== state;
      this.part("size").textContent = size(total);
      this.part("keeping").hidden = blocked;
      for (const button of this.querySelectorAll("[data-stored-keep]")) {
        button.hidden = !store.has(button.dataset.storedKeep);
        button.setAttribute("aria-pressed", String(record.decided && record.place === button.dataset.storedKeep));
      }
    }

    show(row, there) {
      row.querySelector('[data-stored="row"]').hidden = false;
      const shown = there.map(([place, keys]) => {
        const said = this.words(`there-${place}`);
        said.querySelector("[data-size]").textContent = size(weight(place, keys));
        said.querySelector("[data-number]").textContent = keys.length;
        return said;
      });
      row.querySelector('[data-stored="there"]').replaceChildren(...(shown.length ? shown : [this.words("there-none")]));
    }

    keep(place) {
      record.keep(place);
      // The more private choice goes for what was written too; the other is made at each note.
      if (place === "tab" && notes.place === "device") notes.keep("tab");
      this.said.replaceChildren(words(record.place === "nowhere" ? "nowhere" : `kept-${place}`));
    }

    delete(button) {
      trellis.forget();
      button.dispatchEvent(new CustomEvent("tr-finished", { bubbles: true }));
      this.said.replaceChildren(this.words("deleted"));
      this.said.tabIndex = -1;
      this.said.focus();
    }
  },
);
