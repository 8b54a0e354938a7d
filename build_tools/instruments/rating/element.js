// A self-assessment on the screen: answers go into the record, wave by wave, and come back as a map
// in words. Where a wave has a page of its own, its map waits until it is asked for, since what was
// said of now would colour what is said of then.
const { record, capacity } = trellis;

const said = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const listed = (text) => (text || "").split(" ").filter(Boolean);

// The rule of 3-capacity.js, as the page has it.
capacity.rule = (tool) => {
  const { dataset } = tool.part("results");
  return {
    tools: [tool.dataset.tool, ...listed(tool.dataset.was)],
    cells: [...tool.querySelectorAll("[data-result]")].map((cell) => [
      cell.dataset.result,
      listed(cell.dataset.items).map((ids) => ids.split(",")),
    ]),
    short: listed(dataset.short),
    points: listed(dataset.points).map(Number),
    cell: Number(dataset.cellNeeds),
    line: Number(dataset.lineNeeds),
    change: capacity.exactly(dataset.change),
    shortChange: capacity.exactly(dataset.shortChange),
    lowest: Number(dataset.lowest),
  };
};

class Rating {
  constructor(tool) {
    this.tool = tool;
    this.rule = capacity.rule(tool);
    this.items = [...tool.querySelectorAll("[data-item]")];
    this.radios = [...tool.querySelectorAll("input[name=wave]")];
    this.compare = tool.querySelector("#compare");
    // All waves in their order; one with a page of its own speaks of the time before all others.
    this.waves = [...this.compare.options].map(({ value }) => value).filter(Boolean);
    this.present = this.radios.map(({ value }) => value);
    this.prompts = [...tool.querySelectorAll("[data-prompt]")].map((element) => tool.add(element, element.dataset.prompt));
    this.asked = !tool.dataset.wave;
    tool.addEventListener("change", ({ target }) => {
      const item = target.closest("[data-item]");
      if (item) this.answer(item, target.value);
      else if (target.name === "wave") this.choose(target.value);
      else if (target === this.compare) this.results();
    });
    const button = tool.part("show-map");
    button?.addEventListener("click", () => {
      this.asked = true;
      this.update();
      tool.part("results").focus();
    });
    document.addEventListener("tr-record", () => this.update());
    this.choose(tool.dataset.wave || this.first());
  }

  // The last answer to a statement in this wave, unless it was taken back.
  last(item) {
    const ids = [item.dataset.item, ...listed(item.dataset.was)];
    const found = capacity.last(record.state.ratings, this.rule, this.wave, ids);
    return found?.value === "" ? null : found;
  }

  // Everything that was answered in a wave, “don't know” included.
  ratings(wave) {
    const { ratings } = record.state;
    return this.rule.cells
      .flatMap(([, items]) => items)
      .map((ids) => capacity.last(ratings, this.rule, wave, ids))
      .filter((found) => found && found.value !== "");
  }

  // The wave that somebody is in: the one they answered lately, or else the next.
  first() {
    const latest = this.present.map((wave) => Math.max(0, ...this.ratings(wave).map(({ at }) => at)));
    const last = latest.lastIndexOf(Math.max(...latest));
    if (!latest[last]) return this.present[0];
    const lately = Date.now() - latest[last] < 14 * 86400000;
    return this.present[lately ? last : Math.min(last + 1, this.present.length - 1)];
  }

  choose(wave) {
    this.tool.save();
    this.wave = wave;
    for (const radio of this.radios) radio.checked = radio.value === wave;
    for (const entry of this.prompts) {
      const { prompt, waves } = entry.element.dataset;
      entry.name = `${wave}/${prompt}`;
      entry.element.hidden = Boolean(waves) && !listed(waves).includes(wave);
      entry.text = entry.kept?.text ?? "";
      entry.at = entry.kept?.at ?? 0;
    }
    // Where nothing is asked in one's own words, there is nothing to say of where they are kept.
    for (const part of this.tool.querySelectorAll("#prompts, .tr-tool__place")) {
      part.hidden = this.prompts.every(({ element }) => element.hidden);
    }
    this.against = null;
    this.update();
  }

  answer(item, value) {
    const { item: id, rev } = item.dataset;
    const number = this.rule.points.find((point) => String(point) === value);
    record.add(
      { kind: "rating", tool: this.tool.dataset.tool, wave: this.wave, item: id, rev: Number(rev), value: number ?? value },
      item,
    );
  }

  // Take all answers of this wave back; the record goes on and says that they were.
  clear() {
    for (const item of this.items) {
      if (this.last(item)) this.answer(item, "");
    }
  }

  update() {
    for (const item of this.items) {
      const found = this.last(item);
      const same = found?.rev === Number(item.dataset.rev);
      for (const radio of item.querySelectorAll("input")) radio.checked = same && radio.value === String(found.value);
      item.querySelector("[data-part=changed]")?.remove();
      if (found && !same) item.querySelector("legend").after(this.tool.words("changed"));
    }
    for (const place of this.tool.querySelectorAll("[data-of-wave]")) this.told(place);
    for (const link of this.tool.querySelectorAll("[data-after]")) {
      link.hidden = Boolean(link.dataset.after) && !this.ratings(link.dataset.after).length;
    }
    this.results();
  }

  // How much of a wave was answered, and when.
  told(place) {
    const ratings = this.ratings(place.dataset.ofWave);
    place.replaceChildren();
    if (!ratings.length) return;
    const said = this.tool.words("answered");
    said.querySelector("[data-number]").textContent = ratings.length;
    said.querySelector("[data-day]").textContent = trellis.day(new Date(Math.max(...ratings.map(({ at }) => at))));
    place.append(said);
  }

  // The waves that this one can be compared with: those before it, and those that look back on the
  // time before it.
  get earlier() {
    const place = (wave) => this.waves.indexOf(wave);
    if (this.tool.dataset.wave) return [];
    return [...this.compare.options].filter(({ value, dataset: { apart } }) => {
      if (!value) return false;
      return apart === undefined ? place(value) < place(this.wave) : place(apart) <= place(this.wave);
    });
  }

  results() {
    const { tool, rule } = this;
    const { ratings } = record.state;
    const part = tool.part("results");
    const mine = capacity.wave(ratings, rule, this.wave);
    const any = Object.keys(mine).length > 0;
    const button = tool.part("show-map");
    if (button) button.hidden = !any || this.asked;
    part.hidden = !any || !this.asked;
    if (part.hidden) return;
    const shown = capacity.results(rule, mine);
    const before = this.compared();
    const then = before && capacity.results(rule, before);
    const moved = before && capacity.changes(rule, before, mine);
    for (const [name, items] of rule.cells) {
      const cell = tool.querySelector(`[data-result="${name}"]`);
      const line = tool.querySelector(`[data-listed="${name}"]`);
      if (!line) continue;
      const value = shown.cells[name];
      cell.classList.toggle("tr-grid__open", !value);
      if (value) cell.style.setProperty("--tr-part", `${Math.round((rule.points.indexOf(capacity.point(rule, value)) / (rule.points.length - 1)) * 100)}`);
      for (const place of [cell, line]) {
        place.querySelector("[data-is]").replaceChildren(this.point(value));
        place.querySelector("[data-moved]").replaceChildren(...(moved ? [tool.words(moved[name])] : []));
      }
      line.querySelector("[data-answered]").textContent = items.filter(([id]) => mine[id]).length;
      line.querySelector("[data-before]").hidden = !then;
      if (then) line.querySelector("[data-was]").replaceChildren(this.point(then.cells[name]));
    }
    for (const place of tool.querySelectorAll("[data-line-of]")) {
      const value = shown.lines[place.dataset.lineOf];
      place.replaceChildren(...(value ? [this.point(value)] : []));
    }
    const fell = moved && Object.values(moved).includes("less");
    tool.part("remark").replaceChildren(...(fell ? [tool.words("less-is-no-failure")] : []));
    tool.part("next").hidden = !shown.lowest.length;
    tool.part("next-steps").replaceChildren(
      ...shown.lowest.map((name) => tool.querySelector(`template[data-next="${name}"]`).content.cloneNode(true)),
    );
  }

  // For paper and for a text file: the map, then every statement under its place on it.
  summary(options) {
    const { tool } = this;
    const results = tool.part("results");
    const wave = said([...this.compare.options].find(({ value }) => value === this.wave));
    const map = [...tool.querySelectorAll("[data-listed]")].map((line) => ({
      label: said(line.querySelector("strong")),
      lines: [{ name: "", words: [line.querySelector("[data-is]"), line.querySelector("[data-moved]")].map(said).filter(Boolean).join("; ") }],
    }));
    const rated = [...tool.querySelectorAll("[data-cell]")].map((part) => ({
      title: said(part.querySelector("h2")),
      answers: [...part.querySelectorAll("[data-item]")].map((item) => ({
        label: said(item.querySelector("legend")),
        lines: [...item.querySelectorAll("input:checked")].map(({ labels }) => ({ name: "", words: said(labels[0]) })),
      })),
    }));
    return [
      { title: [said(results.querySelector("h2")), wave].join(" · "), answers: results.hidden ? [] : map },
      ...rated,
      ...trellis.summary({ entries: this.prompts.filter(({ element }) => !element.hidden) }, options),
    ].filter(({ answers }) => answers.length);
  }

  point(value) {
    return this.tool.words(value ? `point-${capacity.point(this.rule, value)}` : "not-enough");
  }

  // The answers of the wave that is compared; at first the nearest one before this.
  compared() {
    const answers = (wave) => capacity.wave(record.state.ratings, this.rule, wave);
    const offered = this.earlier.filter(({ value }) => Object.keys(answers(value)).length);
    for (const option of this.compare.options) option.hidden = option.disabled = option.value !== "" && !offered.includes(option);
    this.tool.part("compare").hidden = !offered.length;
    if (this.against !== this.wave) {
      const near = offered.filter(({ dataset }) => dataset.apart === undefined).pop() || offered[0];
      this.compare.value = near ? near.value : "";
      this.against = offered.length ? this.wave : null;
    }
    return offered.some(({ value }) => value === this.compare.value) ? answers(this.compare.value) : null;
  }
}

trellis.kinds.rating = {
  start(tool) {
    tool.rating = new Rating(tool);
  },
  clear: (tool) => tool.rating.clear(),
  summary: (tool, options) => tool.rating.summary(options),
};
