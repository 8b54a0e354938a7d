// The learner's own page: the record in words, and in their hands.
const { record, file } = trellis;

customElements.define(
  "tr-confirm",
  class extends HTMLElement {
    connectedCallback() {
      const [first, second] = ["first", "second"].map((step) => this.querySelector(`[data-step=${step}]`));
      first.addEventListener("click", () => {
        second.hidden = false;
        second.focus();
      });
      this.querySelector("[data-step=back]").addEventListener("click", () => {
        second.hidden = true;
        first.focus();
      });
      this.addEventListener("tr-finished", () => {
        second.hidden = true;
      });
    }
  },
);

customElements.define(
  "tr-learning",
  class extends HTMLElement {
    connectedCallback() {
      for (const part of this.querySelectorAll(".tr-learning__only")) part.hidden = false;
      this.said = this.part("said");
      document.addEventListener("tr-record", () => this.update());
      document.addEventListener("tr-skip", () => this.update());
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-learning-action]");
        if (button) this[button.dataset.learningAction.replace("-", "")](button);
      });
      const input = this.querySelector("input[type=file]");
      input.addEventListener("change", () => this.load(input));
      this.update();
    }

    part(name) {
      return this.querySelector(`[data-learning="${name}"]`);
    }

    say(name) {
      this.said.replaceChildren(this.querySelector(`template[data-words="said-${name}"]`).content.cloneNode(true));
    }

    update() {
      this.part("nothing").hidden = record.events.length > 0;
      this.part("nowhere").hidden = !record.events.length || record.place !== "nowhere";
      this.part("broken").hidden = record.broken === 0;
      const again = trellis
        .items()
        .filter(({ kept, about }) => kept?.missed && !trellis.skip.has(about))
        .sort((a, b) => Number(b.critical) - Number(a.critical));
      trellis.listed(this.querySelector(".tr-again"), again);
      this.part("again").hidden = !again.length;
      this.part("none-again").hidden = again.length > 0;
      for (const tally of this.querySelectorAll("[data-tally]")) {
        const done = tally.closest("[data-group]").querySelectorAll('tr-progress[data-state="done"]').length;
        tally.hidden = !record.events.length;
        tally.querySelector("[data-done]").textContent = done;
      }
      const lines = [...this.querySelectorAll("tr-progress")];
      const complete = trellis.complete(lines);
      for (const line of lines) {
        for (const part of line.querySelectorAll("[data-quiz]")) part.hidden = (part.dataset.quiz === "done") !== complete.has(line);
      }
      this.notes();
    }

    notes() {
      const all = Object.entries(trellis.private.all()).filter(([, note]) => note.text.trim());
      // What stands in a form is read there, where its questions are.
      const forms = new Set(all.map(([key]) => /^tool:([^/]+)/.exec(key)?.[1]));
      for (const entry of this.querySelectorAll("[data-form]")) {
        entry.hidden = !entry.dataset.form.split(" ").some((id) => forms.has(id));
      }
      this.part("forms").hidden = !this.querySelector("[data-form]:not([hidden])");
      const notes = all.filter(([key]) => !key.startsWith("tool:"));
      this.part("no-notes").hidden = all.length > 0;
      this.part("notes").replaceChildren(
        ...notes.map(([key, note]) => {
          const shown = this.querySelector('template[data-words="note"]').content.cloneNode(true);
          const task = this.querySelector(`[data-note="${CSS.escape(key)}"] a`);
          const link = shown.querySelector("a");
          if (task) {
            link.href = task.href;
            link.textContent = task.textContent;
          } else {
            link.parentElement.remove();
          }
          shown.querySelector(".tr-own-note__text").textContent = note.text;
          return shown;
        }),
      );
    }

    save() {
      trellis.saveCopy({ notes: this.querySelector("#with-notes").checked });
      this.say("saved");
    }

    print() {
      window.print();
    }

    async load(input) {
      const [chosen] = input.files;
      if (!chosen) return;
      const { refused, added, notes } = await file.take(chosen, input.closest("p"));
      input.value = "";
      this.say(refused || (added || notes ? "added" : "nothing-new"));
      this.update();
    }

    handover(button) {
      trellis.saveCopy({ notes: true });
      this.clear(button, "cleared");
    }

    delete(button) {
      this.clear(button, "deleted");
    }

    clear(button, said) {
      trellis.forget();
      button.dispatchEvent(new CustomEvent("tr-finished", { bubbles: true }));
      this.say(said);
      this.update();
      this.said.tabIndex = -1;
      this.said.focus();
    }
  },
);
