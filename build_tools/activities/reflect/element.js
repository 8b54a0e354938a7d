customElements.define(
  "tr-reflect",
  class extends trellis.Question {
    prepare() {
      this.note = this.querySelector("tr-note");
      this.note.addEventListener("input", () => this.beside());
      this.beside();
    }

    // One may compare without having written anything, and the record never holds what was written.
    get response() {
      return ["compared"];
    }

    show() {}

    get first() {
      return this.note.field;
    }

    score() {
      return { points: 0, maximum: 0 };
    }

    explain() {
      return [this.words("compared")];
    }

    judge(response) {
      const score = super.judge(response);
      // There is nothing to try again, and emptying the form would empty the note.
      this.again.hidden = true;
      this.querySelector(".tr-question__answer").open = true;
      return score;
    }

    // One's own words stand next to the other answer.
    beside() {
      const own = this.querySelector(".tr-compare__own");
      own.hidden = !this.note.field.value.trim();
      own.querySelector(".tr-compare__text").textContent = this.note.field.value;
    }
  },
);
