// What every question does once it is enhanced. A kind says how it is answered: `response` (a list
// of strings, empty while nothing is chosen), `show(response)`, `first` (the control one begins
// with), `score(response)` and `explain(response, verdict, score)`, which gives nodes.
trellis.Question = class extends HTMLElement {
  connectedCallback() {
    // A question that is moved on the page is connected once more.
    if (this.form) return;
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
      this.first.focus();
    });
    this.prepare();
    this.resume();
    if (this.dataset.about) this.mind();
  }

  // For kinds that change their HTML before it is used.
  prepare() {}

  get first() {
    return this.form.querySelector("input");
  }

  get response() {
    return [...this.form.querySelectorAll("input:checked")].map((input) => input.value);
  }

  show(response) {
    for (const input of this.form.querySelectorAll("input")) input.checked = response.includes(input.value);
  }

  get key() {
    return [...this.querySelectorAll("[data-option][data-key]")].map((item) => item.dataset.option);
  }

  // What can be shuffled lies in an element marked data-shuffle; each part has its data-id.
  get order() {
    return [...this.querySelectorAll("[data-shuffle] > [data-id]")].map((part) => part.dataset.id);
  }

  arrange(order) {
    const holder = this.querySelector("[data-shuffle]");
    if (!holder) return;
    const parts = new Map([...holder.children].map((part) => [part.dataset.id, part]));
    const wanted = order.map((id) => this.now(id)).filter((id) => parts.has(id));
    holder.append(...new Set([...wanted, ...parts.keys()].map((id) => parts.get(id))));
  }

  shuffle() {
    this.arrange(trellis.shuffled(this.order));
  }

  // The id that a part has now, which an earlier edition of the course may have called otherwise.
  now(id) {
    this.renamed ||= new Map(
      [...this.querySelectorAll("[data-option][data-was]")].flatMap((part) =>
        part.dataset.was.split(" ").map((was) => [was, part.dataset.option]),
      ),
    );
    return this.renamed.get(id) || id;
  }

  // What a response of the record means in today's ids.
  translated(response) {
    return response.map((id) => this.now(id));
  }

  words(name) {
    return this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true);
  }

  reason(id) {
    const reason = this.querySelector(`[data-option="${CSS.escape(id)}"] .tr-question__reason`);
    return reason.cloneNode(true);
  }

  // A question on the theme of a content note: it can be left out, and where somebody is led to it
  // without having asked for the module, it stands behind the note.
  mind() {
    const note = this.querySelector(".tr-question__note");
    const skipped = this.querySelector(".tr-question__skipped");
    const rest = [...this.children].filter((part) => part !== note && part !== skipped && part.matches(":not(template)"));
    const theme = this.dataset.about;
    const shown = new Map(rest.map((part) => [part, part.hidden]));
    let open = !trellis.walking;
    const show = () => {
      const left = trellis.skip.has(theme);
      this.toggleAttribute("data-skipped", left);
      skipped.hidden = !left;
      note.hidden = left;
      note.querySelector("[data-about-step=show]").hidden = open;
      for (const part of rest) {
        if (left || !open) {
          if (!part.dataset.away) {
            shown.set(part, part.hidden);
            part.dataset.away = "1";
            part.hidden = true;
          }
        } else if (part.dataset.away) {
          delete part.dataset.away;
          part.hidden = shown.get(part);
        }
      }
    };
    note.querySelector(".tr-actions").hidden = false;
    this.addEventListener("click", ({ target }) => {
      const step = target.dataset.aboutStep;
      if (!step) return;
      if (step === "skip") trellis.skip.add(theme);
      if (step === "back") trellis.skip.remove(theme);
      if (step === "show") open = true;
      show();
      (step === "skip" ? skipped.querySelector("button") : this.first).focus();
    });
    document.addEventListener("tr-skip", show);
    show();
  }

  resume() {
    const { quiz, item, was } = this.dataset;
    const kept = trellis.record.item(quiz, item, was);
    this.attempt = kept ? kept.attempts : 0;
    // Looking again means to think again: the earlier answer is not shown.
    if (!kept || trellis.walking) return this.shuffle();
    if (kept.rev !== Number(this.dataset.rev)) {
      this.querySelector(".tr-question__changed").hidden = false;
      return this.shuffle();
    }
    this.arrange(kept.order);
    this.show(this.translated(kept.response));
    // What was said at an earlier visit is there to be read, and is not announced on arrival.
    this.feedback.setAttribute("aria-live", "off");
    // What the record names may have gone from the question; judged is what can be shown.
    const shown = this.response;
    if (shown.length) this.judge(shown);
  }

  check() {
    const response = this.response;
    this.problem.hidden = response.length > 0;
    if (!response.length) {
      this.say();
      this.problem.focus();
      return;
    }
    this.feedback.removeAttribute("aria-live");
    const score = this.judge(response);
    this.querySelector(".tr-question__changed").hidden = true;
    this.attempt += 1;
    trellis.record.add({
      kind: "answer",
      quiz: this.dataset.quiz,
      item: this.dataset.item,
      rev: Number(this.dataset.rev),
      attempt: this.attempt,
      response: this.recorded(response),
      order: this.order,
      score: score.points,
      max: score.maximum,
    }, this);
  }

  // What of a response goes into the record; a kind that takes private writing leaves it out.
  recorded(response) {
    return response;
  }

  // Show what a response leads to; nothing is recorded.
  judge(response) {
    const score = this.score(response);
    const verdict = trellis.verdict(score.points, score.maximum);
    this.say(...this.explain(response, verdict, score));
    const overall = this.querySelector(".tr-question__overall");
    if (overall) this.feedback.append(overall.cloneNode(true));
    this.dataset.verdict = verdict;
    this.again.hidden = false;
    if (this.critical) this.critical.hidden = verdict === "best";
    this.dispatchEvent(new CustomEvent("tr-answered", { bubbles: true }));
    return score;
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
    this.shuffle();
    this.dispatchEvent(new CustomEvent("tr-answered", { bubbles: true }));
    // The button that was pressed is gone now, and the form is emptied after this; focus goes to
    // where one tries again.
    setTimeout(() => this.first.focus());
  }
};

// The outcome of a score, in the words that stories use too; none where nothing is scored.
trellis.verdict = (points, maximum) =>
  !maximum ? "" : points >= maximum ? "best" : points > 0 ? "partly" : "not-here";

trellis.shuffled = (list) => {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const place = Math.floor(Math.random() * (last + 1));
    [mixed[last], mixed[place]] = [mixed[place], mixed[last]];
  }
  return mixed;
};
