// Ids of words may be the same in several gaps: a word is only ever looked for in its own.

customElements.define(
  "tr-gap",
  class extends trellis.Pairing {
    // Gaps and words that were renamed since are found, and those that went are left out.
    translated(response) {
      const given = new Map();
      for (const [gap, word] of response.map((pair) => pair.split(" "))) {
        const select = this.current(this.selects, gap, "name");
        const option = select && this.current([...select.options], word, "value");
        if (option && option.value) given.set(select.name, option.value);
      }
      return [...given].map((pair) => pair.join(" "));
    }

    current(parts, id, name) {
      return parts.find((part) => part[name] === id) || parts.find((part) => part.dataset.was?.split(" ").includes(id));
    }

    explain(response, verdict, score) {
      const found = this.words("found");
      found.querySelector("[data-found]").textContent = score.points;
      found.querySelector("[data-all]").textContent = score.maximum;
      found.querySelector("p").prepend(this.words(verdict), " ");
      const list = document.createElement("ul");
      for (const [gap, word] of response.map((pair) => pair.split(" "))) {
        const said = this.querySelector(`[data-option="${CSS.escape(gap)}"]`).cloneNode(true);
        for (const other of said.querySelectorAll(`[data-word]:not([data-word="${CSS.escape(word)}"])`)) other.remove();
        list.append(said);
      }
      return [found, list];
    }
  },
);
