// What matching and sorting share; their lists of choices stand in the rows of rows.html.
trellis.Rows = class extends trellis.Pairing {
  get first() {
    return super.first || this.form.querySelector("button");
  }

  // A thing and a choice may have the same id, so each is looked for among its own kind. What an
  // earlier edition of the course knew and this one does not is left out.
  translated(response) {
    const given = new Map();
    for (const pair of response) {
      const [thing, choice] = pair.split(" ");
      const select = this.selects.find(({ name }) => name === this.now(thing));
      const options = select ? [...select.options].filter(({ value }) => value) : [];
      const found =
        options.find(({ value }) => value === choice) ||
        options.find(({ dataset }) => (dataset.was || "").split(" ").includes(choice));
      if (found) given.set(select.name, found.value);
    }
    return [...given].map((pair) => pair.join(" "));
  }

  explain(response, verdict, score) {
    const found = this.words("found");
    found.querySelector("[data-found]").textContent = score.points;
    found.querySelector("[data-all]").textContent = score.maximum;
    found.querySelector("p").prepend(this.words(verdict), " ");
    const others = document.createElement("ul");
    const fits = this.words("fits");
    for (const { name, selectedOptions } of this.selects) {
      const part = this.querySelector(`[data-option="${CSS.escape(name)}"]`);
      // A draft may lack the group or the choice that a thing is said to go with.
      if (!part) continue;
      const chosen = selectedOptions[0];
      const item = document.createElement("li");
      item.append(part.querySelector(".tr-question__option").cloneNode(true));
      if (!chosen.value) item.append(this.words("open"));
      else if (chosen.value !== part.dataset.key) {
        item.append(this.words("chosen"));
        item.querySelector("[data-chosen]").textContent = chosen.textContent;
      }
      if (chosen.value) item.append(this.reason(name));
      (chosen.value === part.dataset.key ? fits.querySelector("ul") : others).append(item);
    }
    fits.querySelector("details").open = verdict === "best";
    return [found, ...(others.children.length ? [others] : []), ...(score.points ? [fits] : [])];
  }
};
