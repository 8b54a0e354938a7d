// A role map on the screen: one set of roles at a time, and what nobody leads, or more than one, in
// words. It is kept like any form and never reaches the record, which is a learner's own.
const said = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

// Columns for roles of a team's own that are shown before any is asked for.
const FEW = 3;

class RoleMap {
  constructor(tool) {
    this.tool = tool;
    this.shown = FEW;
    this.sets = [...tool.querySelectorAll("[data-set]")];
    this.choice = tool.part("sets");
    this.choice.hidden = false;
    this.chosen = tool.add(this.choice, "set");
    for (const set of this.sets) {
      tool.add(set, `set-${set.dataset.set}`);
      // The choice of a set says where it comes from.
      const about = set.querySelector("[data-part=about]");
      if (about) about.hidden = true;
    }
  }

  get set() {
    const filled = this.tool.entries.find(({ element, text }) => this.sets.includes(element) && text)?.element.dataset.set;
    const wanted = this.chosen.text || filled || this.sets[0].dataset.set;
    return this.sets.find((set) => set.dataset.set === wanted) || this.sets[0];
  }

  // What each duty of a set has, as [{duty, cells: [[role, cell in words, select]]}].
  rows(set) {
    const heads = [...set.querySelectorAll("thead th")].slice(1);
    return [...set.querySelectorAll("[data-duty]")].map((row) => ({
      id: row.dataset.duty,
      duty: said(row.querySelector("th")),
      cells: [...row.querySelectorAll("select")].map((select, place) => [this.role(heads[place]), said(select.selectedOptions[0]), select]),
    }));
  }

  role(head) {
    const typed = head.querySelector("input");
    return typed ? typed.value.trim() || typed.getAttribute("aria-label") : said(head);
  }

  // The duties that one role leads, by the number of the role.
  leads(set) {
    return this.rows(set).map(({ id, duty, cells }) => ({
      id,
      duty,
      by: cells.flatMap(([, , select], place) => (select.value === set.dataset.exactlyOne ? [place] : [])),
    }));
  }

  update() {
    const { tool, set } = this;
    for (const one of this.sets) one.hidden = one !== set;
    for (const radio of this.choice.querySelectorAll("input")) radio.checked = radio.value === set.dataset.set;
    this.own(set);
    const gaps = set.querySelector("[data-part=gaps]");
    const leads = this.leads(set);
    const begun = leads.some(({ by }) => by.length) || this.rows(set).some(({ cells }) => cells.some(([, , { value }]) => value));
    const none = leads.filter(({ by }) => !by.length);
    const more = leads.filter(({ by }) => by.length > 1);
    const parts = [
      none.length && this.listed("no-lead", none),
      more.length && this.listed("two-leads", more),
      !none.length && !more.length && tool.words("every-lead"),
      ...this.cautions(leads),
    ].filter(Boolean);
    gaps.hidden = !begun;
    gaps.replaceChildren(...(begun ? parts : []));
    this.say(set.querySelector("[data-part=gaps-said]"), begun ? [none.length, more.length] : null);
  }

  // A screen reader hears how many there are, and not the whole list at every choice.
  say(place, counts) {
    const words = this.tool.words("gaps-said");
    const [none, more] = counts || [];
    words.querySelector("[data-none]").textContent = none;
    words.querySelector("[data-more]").textContent = more;
    const text = counts ? said(words) : "";
    if (said(place) !== text) place.replaceChildren(...(counts ? [words] : []));
  }

  listed(name, leads) {
    const words = this.tool.words(name);
    words.querySelector("[data-duties]").append(
      ...leads.map(({ duty }) => {
        const entry = document.createElement("li");
        entry.textContent = duty;
        return entry;
      }),
    );
    return words;
  }

  // Duties that are hard to lead in one role, where one role leads them all.
  cautions(leads) {
    return [...this.tool.querySelectorAll("[data-caution]")].flatMap((caution) => {
      const [first, ...others] = caution.dataset.caution.split(" ").map((id) => leads.find((one) => one.id === id)?.by || []);
      const met = first.some((role) => others.every((by) => by.includes(role)));
      if (!met) return [];
      const shown = document.createElement("p");
      shown.append(...caution.cloneNode(true).childNodes);
      return [shown];
    });
  }

  // What a team calls its own roles stands at the selects, too, where a phone shows no head. Of
  // these columns those in use are shown, and one more on request; on paper all are there.
  own(set) {
    const rows = [...set.querySelectorAll("tr")].map((row) => [...row.children]);
    const columns = rows[0].map((head, place) => rows.map((row) => row[place])).filter(([head]) => head.querySelector("input"));
    const used = columns.findLastIndex((column) => column.some((cell) => cell.querySelector("input, select").value.trim()));
    this.shown = Math.max(this.shown, used + 1);
    for (const [place, [head, ...cells]] of columns.entries()) {
      head.firstElementChild.textContent = this.role(head);
      for (const cell of cells) cell.firstElementChild.textContent = this.role(head);
      for (const cell of [head, ...cells]) cell.toggleAttribute("data-folded", place >= this.shown);
    }
    const add = set.querySelector("[data-part=add]");
    if (add) add.hidden = this.shown >= columns.length;
  }

  add() {
    this.shown += 1;
    this.update();
    [...this.set.querySelectorAll("th:not([data-folded]) input")].pop().focus();
  }

  summary(options) {
    const { set } = this;
    const answers = this.rows(set).map(({ duty, cells }) => ({
      label: duty,
      lines: cells.filter(([, , { value }]) => value).map(([name, words]) => ({ name, words })),
    }));
    const gaps = [...set.querySelectorAll("[data-part=gaps] li, [data-part=gaps] > p:not(:has(+ ul))")].map((line) => ({
      name: said(line.closest("ul")?.previousElementSibling),
      words: said(line),
    }));
    const own = [this.choice, ...this.sets];
    const rest = trellis.summary({ entries: this.tool.entries.filter(({ element }) => !own.includes(element)) }, options);
    return [
      { title: said(set.querySelector("h3")), answers },
      { title: said(this.tool.words("gaps-title")), answers: gaps.length ? [{ label: "", lines: gaps }] : [] },
      ...rest,
    ].filter(({ answers: all }) => all.length);
  }
}

trellis.kinds["role-map"] = {
  start(tool) {
    tool.roles = new RoleMap(tool);
    tool.addEventListener("click", ({ target }) => target.dataset.does === "add-role" && tool.roles.add());
  },
  show: (tool) => tool.roles.update(),
  changed: (tool) => tool.roles.update(),
  summary: (tool, options) => tool.roles.summary(options),
};
