customElements.define(
  "tr-rating",
  class extends trellis.Question {
    score() {
      return { points: 0, maximum: 0 };
    }

    explain([id]) {
      const point = `[data-option="${CSS.escape(id)}"]`;
      const noted = this.words("noted");
      const label = this.form.querySelector(`${point} label`).cloneNode(true);
      noted.querySelector("[data-chosen]").replaceChildren(...label.childNodes);
      return this.querySelector(`${point} .tr-question__reason`) ? [noted, this.reason(id)] : [noted];
    }
  },
);
