// A place to write for oneself alone. It saves by itself, two seconds after the last key and at once
// when one leaves; nothing is written before there is something to keep.
const SOON = 2000;
const { private: notes } = trellis;

trellis.Note = class extends HTMLElement {
  connectedCallback() {
    if (this.field) return;
    const { key, was = "" } = this.dataset;
    this.keys = [key, ...was.split(" ").filter(Boolean)];
    this.field = this.querySelector("textarea");
    this.status = this.querySelector("[role=status]");
    this.tools = this.querySelector(".tr-note__tools");
    this.sure = this.querySelector(".tr-note__sure");
    this.radios = [...this.querySelectorAll("input[type=radio]")];
    this.querySelector(".tr-note__writing").hidden = false;
    this.querySelector(".tr-note__place").hidden = !notes.lasting;
    this.querySelector(".tr-note__passing").hidden = notes.lasting;
    this.classList.add("tr-note--ready");
    this.name();
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("blur", () => this.rest());
    addEventListener("pagehide", () => this.rest());
    addEventListener("pageshow", () => this.show());
    document.addEventListener("visibilitychange", () => this.rest());
    document.addEventListener("tr-private", () => this.show());
    this.addEventListener("change", ({ target }) => this.radios.includes(target) && this.keep(target.value));
    this.addEventListener("click", ({ target }) => this[target.dataset.does]?.());
    // Enter on a radio button would send the form that the note may stand in.
    this.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && this.radios.includes(event.target)) event.preventDefault();
    });
    this.show();
    if (this.field.value) this.say(notes.place);
  }

  // What is asked stands before the note, in a question's legend or in the text of a page.
  get asked() {
    const question = this.closest(".tr-question");
    if (question) return [...question.querySelectorAll(".tr-question__scene, form > fieldset > legend")];
    return [...this.closest("section").children].filter((part) => part.matches("p, ul, ol, blockquote"));
  }

  // Several notes may stand on a page: each field is described by what it answers. In a question
  // the legend does that.
  name() {
    if (this.closest(".tr-question")) return;
    const ids = this.asked.map((part, number) => (part.id ||= `${this.field.id}-asked-${number + 1}`));
    this.field.setAttribute("aria-describedby", [...ids, this.field.getAttribute("aria-describedby")].join(" "));
  }

  get kept() {
    const found = this.keys.map((key) => notes.read(key)).filter(Boolean);
    return found.sort((one, other) => other.at - one.at)[0] || null;
  }

  get busy() {
    return this.dirty || (this.field === document.activeElement && document.hasFocus());
  }

  // What is kept, also when another tab changed it; never under the hands of somebody who writes.
  show() {
    if (!this.busy) {
      const { kept } = this;
      if (this.field.value !== (kept?.text ?? "")) {
        this.field.value = kept?.text ?? "";
        this.dispatchEvent(new Event("input"));
      }
      this.at = kept?.at ?? 0;
    }
    for (const radio of this.radios) radio.checked = radio.value === notes.place;
    this.tools.hidden = !this.field.value.trim();
  }

  typed() {
    this.dirty = true;
    this.say();
    this.tools.hidden = !this.field.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SOON);
  }

  rest() {
    if (this.dirty) this.save();
    else this.show();
  }

  save() {
    clearTimeout(this.timer);
    this.join();
    this.dirty = false;
    const text = this.field.value;
    const [key, ...earlier] = this.keys;
    const there = Boolean(this.kept);
    if (text.trim()) notes.write(key, text);
    for (const old of text.trim() ? earlier : this.keys) if (there) notes.remove(old);
    this.at = this.kept?.at ?? 0;
    this.say(text.trim() ? notes.place : "");
    this.show();
  }

  // Another tab wrote this note while it was being written here: what it says goes below.
  join() {
    const { kept, field } = this;
    if (!kept || kept.at <= this.at || field.value.includes(kept.text)) return;
    const { selectionStart, selectionEnd } = field;
    field.value += `\n\n${kept.text}`;
    field.setSelectionRange(selectionStart, selectionEnd);
  }

  say(name) {
    const words = name ? [this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true)] : [];
    if (words.length || this.status.hasChildNodes()) this.status.replaceChildren(...words);
  }

  keep(place) {
    if (this.dirty) this.save();
    const done = notes.keep(place);
    this.say(done || notes.place === "nowhere" ? notes.place : "not-device");
  }

  ask() {
    this.sure.hidden = false;
    this.sure.focus();
  }

  leave() {
    this.sure.hidden = true;
    this.querySelector("[data-does=ask]").focus();
  }

  delete() {
    clearTimeout(this.timer);
    this.dirty = false;
    for (const key of this.keys) notes.remove(key);
    this.sure.hidden = true;
    this.field.focus();
    this.say("deleted");
  }

  get asText() {
    return [...this.asked.map((part) => part.textContent.trim()), this.field.value].join("\n\n");
  }

  file() {
    trellis.file.save(this.asText, `${this.dataset.file}.txt`, "text/plain;charset=utf-8");
  }

  // A sheet with this note and nothing else; the title, which browsers print too, says nothing.
  print() {
    const sheet = document.createElement("div");
    const text = document.createElement("p");
    const { title } = document;
    sheet.className = "tr-sheet md-typeset";
    text.className = "tr-sheet__text";
    text.textContent = this.asText;
    sheet.append(text);
    document.body.append(sheet);
    document.documentElement.classList.add("tr-printing");
    document.title = this.dataset.file;
    addEventListener("afterprint", () => {
      sheet.remove();
      document.documentElement.classList.remove("tr-printing");
      document.title = title;
    }, { once: true });
    print();
  }
};
customElements.define("tr-note", trellis.Note);
