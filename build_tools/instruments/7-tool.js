// An instrument that is filled in on the screen. What each kind adds stands in `trellis.kinds`: an
// object whose functions take the element (`start`, `show`, `changed`, `clear`, `summary`). They
// are there once the whole bundle has run.
const { private: notes, record, file } = trellis;
// Milliseconds from the last key until it is kept.
const SOON = 2000;
const TICKED = "[type=radio], [type=checkbox], select";
const NUMBER = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|(?:\d[ ()./-]?){6}|\d(?:\p{L}{2})?\.? \p{L}{3,},? (?:19|20)\d\d/u;
const LIVE = "[data-written], .tr-ranks select, .tr-sheet--roles select, [data-part=keeping], [data-part=top]";

// Who leaves a box by pressing something else must hit it: nothing moves on the page before the
// pointer is up again.
let pressed = false;
let waiting = [];
addEventListener("pointerdown", () => {
  pressed = true;
}, true);
for (const kind of ["pointerup", "pointercancel"]) {
  addEventListener(kind, () => setTimeout(() => {
    pressed = false;
    const due = waiting;
    waiting = [];
    for (const act of due) act();
  }), true);
}
const calmly = (act) => (pressed ? waiting.push(act) : act());

trellis.kinds = {};

// What the buttons below the fields do.
const DOES = {
  print: () => print(),
  markdown(tool) {
    tool.save();
    file.save(trellis.asMarkdown(tool, tool.summary()), tool.fileName("md"), "text/markdown;charset=utf-8");
  },
  json(tool) {
    tool.save();
    const left = tool.entries.filter((entry) => tool.leaves(entry)).flatMap(({ keys }) => keys);
    file.save(trellis.toolFile.write(tool.chain, Number(tool.dataset.rev), left), tool.fileName("json"), "application/json");
  },
  "ask-clear": (tool) => tool.ask(true),
  leave: (tool) => tool.ask(false),
  clear(tool) {
    tool.ask(false);
    for (const entry of tool.entries) entry.clear();
    tool.kind.clear?.(tool);
    tool.show();
    tool.propose();
    tool.say("cleared");
    tool.focusOn(tool.part("status"));
  },
};

customElements.define(
  "tr-tool",
  class extends HTMLElement {
    connectedCallback() {
      if (this.entries) return;
      this.entries = [];
      this.asking = new Map();
      queueMicrotask(() => this.start());
    }

    get kind() {
      return trellis.kinds[this.dataset.kind] || {};
    }

    list(name) {
      return (this.dataset[name] || "").split(" ").filter(Boolean);
    }

    // This instrument, and those that it draws on.
    get chain() {
      return [this.dataset.tool, ...this.list("before")];
    }

    part(name) {
      return this.querySelector(`[data-part="${name}"]`);
    }

    words(name) {
      return this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true);
    }

    // Whether a part is not to be printed or saved: it is for other eyes.
    leaves({ element }) {
      const part = element.closest("[data-of-part]")?.dataset.ofPart;
      return part && !this.querySelector(`[data-take="${part}"]`).checked;
    }

    say(name, where = "status") {
      this.part(where).replaceChildren(...(name ? [this.words(name)] : []));
    }

    focusOn(element) {
      element.tabIndex = -1;
      element.focus();
    }

    // The names of files and of printouts say nothing of what they hold.
    get neutral() {
      return this.dataset.file;
    }

    fileName(ending) {
      return `${this.neutral}-${trellis.dated(new Date())}.${ending}`;
    }

    // A field that is kept; kinds add those that only they have.
    add(element, name) {
      const entry = new trellis.Entry(element, this, name);
      this.entries.push(entry);
      return entry;
    }

    start() {
      this.classList.add("tr-tool--live");
      for (const part of this.querySelectorAll(LIVE)) part.hidden = false;
      for (const element of this.querySelectorAll("[data-field]")) {
        const { field, ofGoal } = element.dataset;
        this.add(element, ofGoal > 1 ? `goal-${ofGoal}/${field}` : field);
      }
      for (const entry of this.entries) trellis.fields[entry.type]?.start?.(entry);
      this.part("keep-device").hidden = !notes.lasting;
      this.kind.start?.(this);
      this.listen();
      this.show();
      this.propose();
    }

    listen() {
      this.addEventListener("input", ({ target }) => !target.matches(TICKED) && this.changed(target, SOON));
      this.addEventListener("change", ({ target }) => {
        // At once, so that nothing that is kept is put over it meanwhile.
        const entry = this.entryOf(target);
        if (entry) entry.dirty = true;
        calmly(() => this.chose(target));
      });
      this.addEventListener("focusin", ({ target }) => this.ready(target));
      this.addEventListener("focusout", ({ target }) => calmly(() => this.mind(target)));
      this.addEventListener("click", ({ target }) => {
        DOES[target.dataset.does]?.(this);
        if (target.dataset.keeping) this.answer(target.closest(".tr-keep"), target.dataset.keeping);
        if (target.dataset.clash) this.settle(target.dataset.clash === "file");
      });
      addEventListener("pagehide", () => {
        this.save();
        // A page that comes back from the browser's memory must not bring back what is never kept.
        for (const entry of this.entries) if (entry.sensitive) entry.empty();
      });
      addEventListener("pageshow", ({ persisted }) => persisted && this.show());
      document.addEventListener("visibilitychange", () => this.save());
      document.addEventListener("tr-private", () => this.show());
      document.addEventListener("tr-record", () => this.kind.show?.(this));
      document.addEventListener("tr-forget", () => {
        for (const entry of this.entries) entry.empty();
        this.show();
      });
      addEventListener("beforeprint", () => this.sheet());
    }

    entryOf(control) {
      return this.entries.find(({ element }) => element.contains(control));
    }

    chose(target) {
      if (target.name === "keep") this.say(this.keep(target.value));
      else if (target.type === "file") this.load(target);
      else this.changed(target, 0);
    }

    changed(target, soon) {
      const entry = this.entryOf(target);
      if (!entry) return;
      entry.dirty = true;
      trellis.fields[entry.type]?.changed?.(entry, target);
      this.outcomes(entry);
      this.kind.changed?.(this, entry);
      trellis.suggest(this);
      clearTimeout(this.timer);
      if (soon) this.timer = setTimeout(() => this.save(), soon);
      else this.save();
    }

    save() {
      clearTimeout(this.timer);
      const changed = this.entries.filter(({ dirty, sensitive }) => dirty && !sensitive);
      if (!changed.length) return;
      const first = notes.place !== "device" && !Object.keys(notes.all()).some((key) => key.startsWith("tool:"));
      for (const entry of this.entries) if (entry.dirty || entry.proposed) entry.save();
      this.began();
      this.say(notes.place);
      const lost = notes.place === "nowhere";
      if (lost || first) this.line(changed.at(-1).element, lost ? "nowhere-line" : "first-save");
      else this.lost?.remove();
    }

    // The one line at the first save: where should it be kept? And the one when nothing can be kept.
    line(place, name) {
      if (this.asked === name) return;
      this.asked = name;
      this.lost?.remove();
      const line = this.words(name).firstElementChild;
      const device = line.querySelector("[data-keeping=device]");
      if (device) device.parentElement.hidden = !notes.lasting;
      if (name === "nowhere-line") this.lost = line;
      place.after(line);
    }

    answer(line, where) {
      if (where === "file") DOES.json(this);
      const name = where === "file" ? "kept-file" : this.keep(where);
      const said = document.createElement("p");
      said.setAttribute("role", "status");
      said.append(this.words(name));
      line.replaceChildren(said);
      // The button that had the focus is gone.
      this.focusOn(said);
    }

    keep(place) {
      this.save();
      const done = notes.keep(place);
      // Who has said nothing yet about the record means that too.
      if (done && !record.decided) record.keep(place);
      this.show();
      return done || notes.place === "nowhere" ? notes.place : "not-device";
    }

    // The record says that a phase was begun, and nothing of what was written.
    began() {
      const [phase] = this.list("phases");
      if (phase && this.dataset.kind !== "role-map" && !record.state.phases[phase]) {
        record.add({ kind: "phase", phase, state: "started" });
      }
    }

    show() {
      for (const entry of this.entries) {
        entry.show();
        if (entry.type === "choice") entry.update?.();
        trellis.bring(entry);
        this.outcomes(entry);
      }
      for (const radio of this.querySelectorAll("[name=keep]")) radio.checked = radio.value === notes.place;
      const none = this.part("none-brought");
      if (none) none.hidden = Object.keys(notes.all()).some((key) => this.list("before").some((tool) => key.startsWith(`tool:${tool}/`)));
      this.kind.show?.(this);
      trellis.suggest(this);
    }

    // Whether nothing of this instrument is kept yet.
    get fresh() {
      return !Object.keys(notes.all()).some((key) => key.startsWith(`tool:${this.dataset.tool}/`));
    }

    // What is proposed is seen at once, and kept with the first thing the learner does; so is what
    // was answered under “More questions”.
    propose() {
      for (const more of this.querySelectorAll(".tr-tool__more")) {
        more.open ||= this.entries.some((entry) => more.contains(entry.element) && entry.text);
      }
      if (this.fresh) {
        for (const entry of this.entries) if (!entry.element.closest("section")?.hidden) entry.proposal?.();
      }
      this.kind.propose?.(this);
    }

    // What an answer leads to.
    outcomes({ element, value }) {
      const values = Object.entries(value).flat();
      for (const part of element.querySelectorAll("[data-outcome]")) part.hidden = !values.includes(part.dataset.outcome);
    }

    // A screen reader speaks of what changes in a place that was there before.
    ready(target) {
      if (!this.entryOf(target) || !target.matches("textarea, [type=text]") || this.asking.has(target)) return;
      const place = document.createElement("div");
      place.setAttribute("role", "status");
      if (target.closest("li")) target.closest("li").append(place);
      else target.after(place);
      this.asking.set(target, place);
    }

    // Something that looks like a name or a number gets a question, and nothing is hindered.
    mind(target) {
      const place = this.asking.get(target);
      if (!place) return;
      const { titles } = this.querySelector('template[data-words="name-like"]').dataset;
      const name = new RegExp(`(?<!\\p{L})(?:${titles.split(" ").join("|")})\\.?\\s+\\p{Lu}`, "u");
      const found = [name.test(target.value) && "name-like", NUMBER.test(target.value) && "number-like"].filter(Boolean);
      if (place.dataset.found === found.join(" ")) return;
      place.dataset.found = found.join(" ");
      place.replaceChildren(...found.map((one) => this.words(one)));
    }

    ask(open) {
      const sure = this.part("sure");
      sure.hidden = !open;
      (open ? sure : this.querySelector("[data-does=ask-clear]")).focus();
    }

    async load(input) {
      const [chosen] = input.files;
      if (!chosen) return;
      this.save();
      const { refused, answers, events } = await trellis.toolFile.take(chosen, this.list("never"));
      input.value = "";
      this.part("clash").hidden = true;
      if (refused) return this.say(refused, "loaded");
      // Nothing is written over what is here: that is asked for.
      this.clash = [...answers].filter(([key, { text }]) => (notes.read(key)?.text ?? text) !== text);
      const fresh = [...answers].filter(([key]) => !notes.read(key));
      for (const [key, note] of fresh) notes.take(key, note);
      const known = new Set(record.events.map(({ id }) => id));
      const added = events.filter(({ id }) => !known.has(id));
      if (added.length) record.combine(added);
      this.say(fresh.length || added.length ? "loaded" : this.clash.length ? "" : "nothing-new", "loaded");
      this.show();
      this.propose();
      if (!this.clash.length) return null;
      const ofKey = (key) => this.entries.find(({ keys }) => keys.includes(key))?.element.querySelector(".tr-entry__label, h3");
      const names = this.clash.map(([key]) => (ofKey(key) ?? this.words("earlier")).textContent.trim());
      this.part("clash-names").textContent = [...new Set(names)].join(" · ");
      this.part("clash").hidden = false;
      this.focusOn(this.part("clash"));
      return null;
    }

    settle(take) {
      if (take) for (const [key, { text }] of this.clash) notes.write(key, text);
      this.part("clash").hidden = true;
      this.say(take ? "loaded" : "left", "loaded");
      this.show();
      this.focusOn(this.part("loaded"));
    }

    summary(options) {
      return this.kind.summary ? this.kind.summary(this, options) : trellis.summary(this, options);
    }

    // On paper stands what was answered; while nothing is, the worksheet is printed as it is.
    sheet() {
      const parts = this.summary({ sensitive: this.querySelector("#with-sensitive")?.checked });
      // What is only proposed is no answer yet; a tick that is never kept is one, and is not printed.
      const answered = this.kind.summary
        ? parts.some(({ answers }) => answers.some(({ lines }) => lines.length))
        : this.entries.some(({ text, proposed }) => text && !proposed);
      if (!answered || document.querySelector("body > .tr-summary")) return;
      const sheet = trellis.asSheet(this, parts);
      const { title } = document;
      document.body.append(sheet);
      document.documentElement.classList.add("tr-printing");
      document.title = this.neutral;
      addEventListener("afterprint", () => {
        sheet.remove();
        document.documentElement.classList.remove("tr-printing");
        document.title = title;
      }, { once: true });
    }
  },
);
