// A page of questions: which of them are shown, and what to go back to.
const address = new URLSearchParams(location.search);
const walk = (address.get("walk") || "").split(",").filter((name) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(name));
trellis.walking = walk.length > 0;

customElements.define(
  "tr-quiz",
  class extends HTMLElement {
    connectedCallback() {
      this.questions = [...this.querySelectorAll(".tr-question")];
      if (trellis.walking) this.walk();
      else if (this.dataset.draw) this.draw();
      this.addEventListener("tr-answered", () => this.sum());
      document.addEventListener("tr-skip", () => this.sum());
      this.sum();
    }

    part(name) {
      return this.querySelector(`[data-part="${name}"]`);
    }

    // Show these questions alone, and count them anew.
    only(shown) {
      for (const question of this.questions) question.hidden = !shown.includes(question);
      for (const [place, question] of shown.entries()) {
        question.querySelector("[data-number]").textContent = place + 1;
        question.querySelector("[data-total]").textContent = shown.length;
      }
    }

    // One question of a walk through several quizzes; the address knows the others.
    walk() {
      const [current, ...rest] = walk;
      const name = current.split("/")[1];
      const found = this.questions.find(({ dataset }) => [dataset.item, ...(dataset.was || "").split(" ")].includes(name));
      this.only(found ? [found] : []);
      for (const part of document.querySelectorAll(".tr-head .tr-lead, [data-part=after]")) part.hidden = true;
      const nav = this.part("walk");
      nav.hidden = false;
      const next = nav.querySelector("[data-walk=next]");
      const done = nav.querySelector("[data-walk=done]");
      nav.querySelector("[data-walk=gone]").hidden = Boolean(found);
      next.hidden = !rest.length;
      done.hidden = rest.length > 0;
      if (!rest.length) return;
      const page = new URL(location.href);
      page.hash = "";
      page.pathname = page.pathname.replace(/\/index\.html$/, "/").replace(/[^/]+(\/|\.html)$/, `${rest[0].split("/")[0]}$1`);
      page.searchParams.set("walk", rest.join(","));
      next.href = page.href;
    }

    // Some of the questions, which stay the same until the learner asks for others. What matters
    // most for safety is always among them.
    draw() {
      const { quiz } = this.questions[0].dataset;
      const { draws } = trellis.record.state;
      const kept = Object.hasOwn(draws, quiz) ? draws[quiz] : [];
      const names = ({ dataset: { item, was = "" } }) => [item, ...was.split(" ").map((name) => name.split("/").pop())];
      const known = this.questions.filter((question) => names(question).some((name) => kept.includes(name)));
      const must = this.questions.filter(({ dataset }) => "critical" in dataset);
      const choose = (first, last) => {
        const others = trellis.shuffled(this.questions.filter((question) => !must.includes(question)));
        const rank = (question) => last.includes(question) - first.includes(question);
        others.sort((a, b) => rank(a) - rank(b));
        const drawn = new Set([...must, ...others].slice(0, Math.max(Number(this.dataset.draw), must.length)));
        this.drawn = this.questions.filter((question) => drawn.has(question));
        this.only(this.drawn);
      };
      // What was drawn stays, also when a new edition brought other questions or another number.
      choose(known, []);
      let recorded = this.drawn.length === known.length && this.drawn.every((question) => known.includes(question));
      // A question that a link leads to is shown beside them.
      const linked = this.questions.find(({ id }) => location.hash === `#${id}`);
      if (linked?.hidden) {
        this.only(this.questions.filter((question) => question === linked || this.drawn.includes(question)));
        linked.scrollIntoView();
      }
      const keep = (origin = null) => {
        recorded = true;
        const items = this.drawn.map(({ dataset }) => dataset.item);
        trellis.record.add({ kind: "draw", quiz, items }, origin);
      };
      document.addEventListener("tr-record", ({ detail: { origin } }) => {
        if (!recorded && origin && this.contains(origin)) keep();
      });
      const again = this.part("draw");
      again.hidden = false;
      again.querySelector("button").addEventListener("click", () => {
        choose([], this.drawn);
        keep(again);
        this.drawn[0].querySelector("[id$=-title]").tabIndex = -1;
        this.drawn[0].querySelector("[id$=-title]").focus();
        this.sum();
      });
    }

    // What to go back to: what matters for safety first, then the ideas, and a number last.
    sum() {
      const summary = this.part("summary");
      if (!summary || trellis.walking) return;
      const tried = this.questions.filter(
        // The questions themselves hear of a skip only after this.
        ({ dataset, hidden }) => dataset.verdict && !hidden && !trellis.skip.has(dataset.about),
      );
      const missed = tried.filter(({ dataset }) => dataset.verdict !== "best");
      const critical = missed.filter(({ dataset }) => "critical" in dataset);
      summary.hidden = !tried.length;
      this.part("all").hidden = tried.length > 0;
      this.part("critical").hidden = !critical.length;
      this.part("critical")
        .querySelector("ul")
        .replaceChildren(
          ...critical.map((question) => {
            const entry = document.createElement("li");
            const link = document.createElement("a");
            link.href = `#${question.id}`;
            link.textContent = question.querySelector("legend").textContent;
            entry.append(link);
            return entry;
          }),
        );
      const wanted = new Set(missed.map(({ dataset }) => dataset.objective));
      for (const idea of this.part("ideas").querySelectorAll("[data-idea]")) idea.hidden = !wanted.has(idea.dataset.idea);
      this.part("ideas").hidden = !missed.length;
      this.part("none").hidden = missed.length > 0;
      this.part("best").textContent = tried.length - missed.length;
      this.part("tried").textContent = tried.length;
    }
  },
);
