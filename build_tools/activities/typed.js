// Questions answered by typing. A kind says whether a text `fits` the parts of a case: wordings, or
// the ends of a range. The cases stand in the answer's list, in the order in which they are tried.
trellis.Typed = class extends trellis.Question {
  get response() {
    const typed = this.first.value.trim();
    return typed ? [typed] : [];
  }

  show([typed = ""]) {
    this.first.value = [...typed].slice(0, this.first.maxLength).join("");
  }

  // What was typed is no id, even where it looks like one that was renamed.
  translated(response) {
    return response;
  }

  case([typed]) {
    const cases = [...this.querySelectorAll("[data-case]")];
    return cases.find((part) => this.fits(JSON.parse(part.dataset.parts), typed)) || cases.at(-1);
  }

  score(response) {
    return { points: { best: 2, partly: 1 }[this.case(response).dataset.case] || 0, maximum: 2 };
  }

  explain(response) {
    return [this.case(response).querySelector(".tr-question__reason").cloneNode(true)];
  }
};
