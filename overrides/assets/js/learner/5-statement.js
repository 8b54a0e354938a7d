// The statement of participation. The name is on the page alone: it is never kept, and gone when the
// page is left. What somebody chose, ticked or went round is not on it.
const { record } = trellis;

const duration = (minutes) => {
  const words = (number, unit) =>
    new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "unit", unit, unitDisplay: "long" }).format(number);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? words(hours, "hour") : "", rest || !hours ? words(rest, "minute") : ""].filter(Boolean).join(" ");
};

// More entries than this stand in two columns on paper.
const FEW = 10;

customElements.define(
  "tr-statement",
  class extends HTMLElement {
    connectedCallback() {
      this.part("tools").hidden = false;
      const field = this.querySelector("input");
      field.addEventListener("input", () => this.name(field.value));
      // A page that comes back from the browser's memory must not bring the name back.
      addEventListener("pagehide", () => {
        field.value = "";
        this.name("");
      });
      this.querySelector("[data-statement-print]").addEventListener("click", () => print());
      // The page may have been open since yesterday.
      addEventListener("beforeprint", () => this.date());
      document.addEventListener("tr-record", () => this.update());
      this.name(field.value);
      this.date();
      this.update();
    }

    part(name) {
      return this.querySelector(`[data-statement="${name}"]`);
    }

    name(text) {
      this.part("name").textContent = text.trim();
    }

    date() {
      const now = new Date();
      // Made here, since a <time> without a day is not valid HTML.
      const time = document.createElement("time");
      time.textContent = trellis.day(now);
      time.dateTime = trellis.dated(now);
      this.part("date").replaceChildren(time);
    }

    update() {
      const modules = [...this.querySelectorAll(".tr-statement__modules tr-progress")];
      const done = trellis.complete(modules);
      const completed = modules.filter((module) => done.has(module));
      const begun = modules.filter((module) => !done.has(module) && module.dataset.state);
      const minutes = completed.reduce((sum, module) => sum + Number(module.parentElement.dataset.minutes), 0);
      const all = completed.length > 0 && completed.length === modules.length;
      this.part("so-far").hidden = all;
      this.part("none").hidden = completed.length > 0;
      this.part("nothing").hidden = completed.length + begun.length > 0;
      this.part("hours").hidden = !completed.length;
      this.part("time").textContent = duration(minutes);
      this.part("begun-part").hidden = !begun.length;
      this.list("completed", completed);
      this.list("begun", begun);
      this.classList.toggle("tr-statement--many", completed.length + begun.length > FEW);
    }

    list(name, modules) {
      const list = this.part(name);
      list.hidden = !modules.length;
      list.replaceChildren(
        ...modules.map(({ textContent }) => {
          const entry = document.createElement("li");
          entry.textContent = textContent;
          return entry;
        }),
      );
    }
  },
);
