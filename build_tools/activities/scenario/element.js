// A story, moment by moment. All of it stands in the HTML as text; what is shown is taken from there.
customElements.define(
  "tr-scenario",
  class extends HTMLElement {
    connectedCallback() {
      this.head = this.querySelector("h3");
      this.gate = this.querySelector(".tr-story__gate");
      this.moment = this.querySelector(".tr-story__moment");
      this.heading = this.moment.querySelector("h4");
      this.form = this.moment.querySelector("form");
      this.problem = this.moment.querySelector(".tr-question__problem");
      this.outcome = this.moment.querySelector(".tr-story__outcome");
      this.left = this.querySelector(".tr-story__left");
      this.steps = new Map([...this.querySelectorAll("[data-step]")].map((step) => [step.dataset.step, step]));
      // A story whose beginning is missing stays as it is: a text to read.
      if (!this.steps.has(this.dataset.start)) return;
      // The way so far: the steps before this one, each with the response that led on.
      this.way = [];
      this.querySelector(".tr-story__whole").open = false;
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.see();
      });
      // Moving focus without changing the address keeps the history short for whoever must leave fast.
      this.problem.querySelector("a").addEventListener("click", (event) => {
        event.preventDefault();
        this.form.querySelector("input").focus();
      });
      for (const button of this.querySelectorAll("[data-do]")) {
        button.addEventListener("click", () => this[button.dataset.do]());
      }
      this.recall();
      this.wait();
      if (this.dataset.about) this.mind();
    }

    // -- a theme that is skipped -------------------------------------------------------------

    mind() {
      const show = () => {
        const left = trellis.skip.has(this.dataset.about);
        this.toggleAttribute("data-skipped", left);
        this.querySelector(".tr-story__skipped").hidden = !left;
      };
      document.addEventListener("tr-skip", show);
      show();
    }

    omit() {
      trellis.skip.add(this.dataset.about);
      this.querySelector(".tr-story__skipped button").focus();
    }

    readmit() {
      trellis.skip.remove(this.dataset.about);
      this.head.focus();
    }

    // -- what the record knows ---------------------------------------------------------------

    // The part that has an id now, or had it in an earlier edition of the course.
    found(parts, name, id) {
      const list = [...parts];
      return (
        list.find((part) => part.dataset[name] === id) ||
        list.find((part) => (part.dataset.was || "").split(" ").includes(id)) ||
        null
      );
    }

    responses(step) {
      return this.steps.get(step).querySelectorAll("[data-response]");
    }

    recall() {
      const { stories } = trellis.record.state;
      const ids = [this.dataset.scenario, ...(this.dataset.was || "").split(" ")];
      const id = ids.find((one) => one && Object.hasOwn(stories, one));
      if (!id) return;
      const kept = stories[id];
      if (kept.rev !== Number(this.dataset.rev)) {
        this.querySelector(".tr-story__changed").hidden = false;
        return;
      }
      const chosen = new Map();
      for (const [step, response] of Object.entries(kept.steps)) {
        const now = this.found(this.steps.values(), "step", step)?.dataset.step;
        const taken = now && this.found(this.responses(now), "response", response)?.dataset.response;
        if (taken && (now === step || !chosen.has(now))) chosen.set(now, taken);
      }
      const last = this.found(this.steps.values(), "step", kept.last)?.dataset.step;
      if (!chosen.has(last)) return;
      this.stopped = { step: last, response: chosen.get(last) };
      this.way = this.walked(chosen, last);
    }

    // The way that leads from the start to a step; none where what was chosen no longer leads there.
    walked(chosen, last) {
      const way = [];
      let step = this.dataset.start;
      while (step !== last) {
        if (!chosen.has(step) || way.some((before) => before.step === step)) return [];
        way.push({ step, response: chosen.get(step) });
        step = this.found(this.responses(step), "response", chosen.get(step)).dataset.goto;
      }
      return way;
    }

    // -- where the story begins --------------------------------------------------------------

    wait() {
      this.moment.hidden = true;
      this.gate.hidden = false;
      const { resume, anew, start } = this.buttons(this.gate);
      resume.hidden = anew.hidden = !this.stopped;
      start.hidden = Boolean(this.stopped);
      if (this.stopped) {
        resume.querySelector("[data-step-name]").textContent = this.named(this.steps.get(this.stopped.step));
      }
    }

    buttons(part) {
      return Object.fromEntries([...part.querySelectorAll("[data-do]")].map((button) => [button.dataset.do, button]));
    }

    start() {
      this.way = [];
      this.enter(this.dataset.start);
    }

    anew() {
      this.start();
    }

    resume() {
      this.enter(this.stopped.step, this.stopped.response);
    }

    leave() {
      this.stopped = { step: this.step, response: this.seen };
      this.wait();
      this.left.replaceChildren(this.querySelector('template[data-words="left"]').content.cloneNode(true));
      this.head.focus();
    }

    // The text numbers moments as they stand in it; on one's way through they are counted as they come.
    named(step) {
      const words = step.querySelector("h4").textContent;
      const known = this.way.length || step.dataset.step === this.dataset.start;
      return words.replace(/\s*\d+/, known ? ` ${this.way.length + 1}` : "");
    }

    // -- a moment ----------------------------------------------------------------------------

    enter(id, response = null) {
      const step = this.steps.get(id);
      if (!step) return;
      this.step = id;
      this.gate.hidden = true;
      this.moment.hidden = false;
      this.left.replaceChildren();
      this.querySelector(".tr-story__changed").hidden = true;
      this.heading.textContent = this.named(step);
      this.moment.querySelector(".tr-story__text").replaceChildren(...this.copy(step.querySelector(".tr-story__told")));
      this.form.querySelector(".tr-options").replaceChildren(...[...this.responses(id)].map((one) => this.option(one)));
      this.form.hidden = !this.responses(id).length;
      const ended = "ending" in step.dataset;
      this.moment
        .querySelector(".tr-story__debrief")
        .replaceChildren(...(ended ? this.copy(this.querySelector(".tr-story__back")) : []));
      const { back, anew } = this.buttons(this.moment);
      back.hidden = !this.way.length;
      anew.hidden = !ended;
      this.clear();
      // What was said before is there to be read, and is not announced on arrival.
      this.outcome.setAttribute("aria-live", "off");
      if (response) this.tell(response);
      this.heading.focus();
    }

    copy(part) {
      return part.cloneNode(true).childNodes;
    }

    option(response) {
      const made = this.querySelector('template[data-words="option"]').content.cloneNode(true);
      const [input, label] = made.firstElementChild.children;
      input.name = this.head.id;
      input.value = response.dataset.response;
      input.id = label.htmlFor = `${this.head.id}-${input.value}`;
      label.append(...this.copy(response.querySelector(".tr-story__choice")));
      return made;
    }

    see() {
      const chosen = this.form.querySelector("input:checked");
      this.problem.hidden = Boolean(chosen);
      if (!chosen) {
        this.clear();
        this.problem.hidden = false;
        this.problem.focus();
        return;
      }
      this.outcome.removeAttribute("aria-live");
      this.tell(chosen.value);
      const { scenario, rev } = this.dataset;
      const event = { kind: "story", scenario, rev: Number(rev), step: this.step, response: chosen.value };
      trellis.record.add(event, this);
    }

    // First what happens, then the verdict and the reason.
    tell(id) {
      const response = this.found(this.responses(this.step), "response", id);
      this.seen = response.dataset.response;
      for (const input of this.form.querySelectorAll("input")) input.checked = input.value === this.seen;
      this.outcome.replaceChildren(
        response.querySelector(".tr-story__consequence").cloneNode(true),
        response.querySelector(".tr-story__reason").cloneNode(true),
      );
      const { next, again } = this.buttons(this.moment);
      next.hidden = !this.steps.has(response.dataset.goto);
      again.hidden = false;
    }

    clear() {
      this.seen = null;
      this.problem.hidden = true;
      this.outcome.replaceChildren();
      const { next, again } = this.buttons(this.moment);
      next.hidden = again.hidden = true;
    }

    again() {
      this.clear();
      this.form.reset();
      this.form.querySelector("input").focus();
    }

    next() {
      const response = this.found(this.responses(this.step), "response", this.seen);
      this.way.push({ step: this.step, response: this.seen });
      this.enter(response.dataset.goto);
    }

    back() {
      const { step, response } = this.way.pop();
      this.enter(step, response);
    }
  },
);
