// What every question does once it is enhanced. Kinds say what was chosen and how it is scored.
trellis.Question = class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.problem = this.querySelector(".tr-question__problem");
    this.feedback = this.querySelector(".tr-question__feedback");
    this.critical = this.querySelector(".tr-question__critical");
    this.again = this.querySelector("button[type=reset]");
    this.querySelector(".tr-question__actions").hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.form.addEventListener("reset", () => this.clear());
    // Moving focus without changing the address keeps the history short for whoever must leave fast.
    this.problem.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      this.form.querySelector("input").focus();
    });
  }

  get chosen() {
    return [...this.form.querySelectorAll("input:checked")].map((input) => input.value);
  }

  get key() {
    return [...this.querySelectorAll("[data-option][data-key]")].map((item) => item.dataset.option);
  }

  words(name) {
    return this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true);
  }

  reason(id) {
    const reason = this.querySelector(`[data-option="${CSS.escape(id)}"] .tr-question__reason`);
    return reason.cloneNode(true);
  }

  check() {
    const response = this.chosen;
    this.problem.hidden = response.length > 0;
    if (!response.length) {
      this.say();
      this.problem.focus();
      return;
    }
    const score = this.score(response);
    const verdict = score.points >= score.maximum ? "best" : score.points > 0 ? "partly" : "not-here";
    this.say(...this.explain(response, verdict, score));
    this.dataset.verdict = verdict;
    this.again.hidden = false;
    if (this.critical) this.critical.hidden = verdict === "best";
  }

  say(...nodes) {
    this.feedback.replaceChildren(...nodes);
  }

  clear() {
    this.say();
    this.problem.hidden = true;
    this.again.hidden = true;
    delete this.dataset.verdict;
    if (this.critical) this.critical.hidden = true;
    // The button that was pressed is gone now; focus goes to where one tries again.
    setTimeout(() => this.form.querySelector("input").focus());
  }
};
