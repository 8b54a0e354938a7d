customElements.define(
  "tr-choices",
  class extends trellis.Question {
    score(response) {
      const hits = response.filter((id) => this.key.includes(id)).length;
      return { points: Math.max(0, hits - (response.length - hits)), maximum: this.key.length };
    }

    explain(response, verdict, score) {
      const found = this.words("found");
      found.querySelector("[data-found]").textContent = response.filter((id) => this.key.includes(id)).length;
      found.querySelector("[data-all]").textContent = score.maximum;
      const line = found.querySelector("p");
      line.prepend(this.words(verdict), " ");
      const list = document.createElement("ul");
      for (const id of response) {
        const item = document.createElement("li");
        item.append(this.words("chosen"), this.reason(id));
        item.firstElementChild.replaceChildren(
          ...this.querySelector(`[data-option="${CSS.escape(id)}"] .tr-question__option`).cloneNode(true).childNodes,
        );
        list.append(item);
      }
      return [found, list];
    }
  },
);
