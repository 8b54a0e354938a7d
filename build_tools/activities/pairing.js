// Questions that give each of several things one of several answers, by a <select> for each. In
// the answer's list every thing has data-option (its id) and data-key (the id it should be given).
trellis.Pairing = class extends trellis.Question {
  get selects() {
    return [...this.form.querySelectorAll("select")];
  }

  get first() {
    return this.selects.find((select) => !select.value) || this.selects[0];
  }

  get response() {
    return this.selects.filter((select) => select.value).map((select) => `${select.name} ${select.value}`);
  }

  show(response) {
    const given = new Map(response.map((pair) => pair.split(" ")));
    for (const select of this.selects) {
      const value = given.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
  }

  get key() {
    return [...this.querySelectorAll("[data-option][data-key]")].map(
      (item) => `${item.dataset.option} ${item.dataset.key}`,
    );
  }

  // Answers that were renamed are found as options of the list of answers; see `now`.
  translated(response) {
    return response.map((pair) =>
      pair
        .split(" ")
        .map((id) => this.now(id))
        .join(" "),
    );
  }

  score(response) {
    return { points: response.filter((pair) => this.key.includes(pair)).length, maximum: this.key.length };
  }
};
