// The journey with its learner in it: which phases were begun and which are done, what comes next,
// and dates for looking at a plan again. What was written in a form is never looked into here, only
// whether there is something.
const { record, file, private: notes } = trellis;

customElements.define(
  "tr-journey",
  class extends HTMLElement {
    connectedCallback() {
      this.phases = [...this.querySelectorAll("[data-phase]")];
      for (const line of this.querySelectorAll(".tr-journey__state, .tr-journey__dates")) line.hidden = false;
      this.addEventListener("click", ({ target }) => {
        if (target.closest(".tr-journey__state button")) this.mark(target.closest("[data-phase]"));
        if (target.closest(".tr-journey__dates button")) this.remind(target.dataset);
      });
      this.field = this.querySelector("#plan-day");
      this.field?.addEventListener("input", () => this.dates());
      for (const name of ["tr-record", "tr-private", "tr-elsewhere"]) document.addEventListener(name, () => this.update());
      this.update();
    }

    part(name) {
      return this.querySelector(`[data-journey="${name}"]`);
    }

    words(name) {
      return this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true);
    }

    // Whether something of an instrument is here that belongs to the phase of its card.
    used({ dataset: { tool, was = "", waves = "", notes: own } }) {
      const ids = [tool, ...was.split(" ")].filter(Boolean);
      if (own && Object.keys(notes.all()).some((key) => ids.some((id) => key.startsWith(`tool:${id}/`)))) return true;
      return record.events.some((event) => event.kind === "rating" && ids.includes(event.tool) && waves.split(" ").includes(event.wave));
    }

    // "done", "started", or nothing.
    state(section) {
      const { phase, events = "" } = section.dataset;
      const said = record.state.phases[phase]?.state;
      if (said === "done") return "done";
      const met = record.events.some(({ kind }) => events.split(" ").includes(kind));
      return said === "started" || met || [...section.querySelectorAll("[data-tool]")].some((card) => this.used(card)) ? "started" : "";
    }

    update() {
      const states = this.phases.map((section) => this.state(section));
      for (const [place, section] of this.phases.entries()) {
        const state = states[place];
        section.dataset.state = state;
        section.querySelector("[data-phase-state]").replaceChildren(...(state ? [this.words(state)] : []));
        section.querySelector(".tr-journey__state button").setAttribute("aria-pressed", String(state === "done"));
      }
      this.now(states);
      if (this.field && !this.field.value) {
        const plan = record.state.phases.plan?.at;
        this.field.value = trellis.dated(plan ? new Date(plan) : new Date());
        this.dates();
      }
    }

    // The last phase that was begun and is not done is where one is; else the first that is not done.
    now(states) {
      const began = states.lastIndexOf("started");
      const next = began >= 0 ? began : states.findIndex((state) => state !== "done");
      this.part("now").hidden = states.every((state) => !state);
      const said = document.createElement("p");
      said.append(this.words(next < 0 ? "all" : began >= 0 ? "in" : "next"));
      this.part("said").replaceChildren(said);
      const link = this.part("next");
      link.parentElement.hidden = next < 0;
      if (next < 0) return;
      const section = this.phases[next];
      said.querySelector("[data-phase-name]").textContent = section.dataset.title;
      const after = states.findIndex((state, place) => place > next && state !== "done");
      if (began >= 0 && after > 0) {
        const more = document.createElement("p");
        more.append(this.words("next"));
        more.querySelector("[data-phase-name]").textContent = this.phases[after].dataset.title;
        this.part("said").append(more);
      }
      const links = [...section.querySelectorAll("[data-tool]")];
      const card = links.find((one) => !this.used(one)) || links[0];
      const target = card?.querySelector("a") || section.querySelector("p a");
      link.href = target.href;
      link.replaceChildren(this.words("go-on"));
      link.querySelector("[data-name]").textContent = target.textContent;
    }

    mark(section) {
      const state = section.dataset.state === "done" ? "started" : "done";
      record.add({ kind: "phase", phase: section.dataset.phase, state }, section.querySelector(".tr-journey__state"));
    }

    get days() {
      const { value } = this.field;
      return value ? [...this.querySelectorAll("[data-after]")].map(({ dataset }) => trellis.later(dataset.after, trellis.date(value))) : [];
    }

    dates() {
      const { days } = this;
      for (const [place, shown] of [...this.querySelectorAll("[data-after]")].entries()) {
        shown.textContent = days[place] ? trellis.day(days[place]) : "";
      }
      this.querySelector(".tr-journey__dates button").disabled = !days.length;
    }

    remind({ name, summary }) {
      file.save(trellis.calendar(this.days, summary), `${name}.ics`, "text/calendar");
    }
  },
);
