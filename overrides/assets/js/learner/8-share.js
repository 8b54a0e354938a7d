// A file of counts and ratings for whoever runs a programme. It is built from what the course has,
// never from what the record happens to hold, so that nothing else can slip into it.
const { record, file } = trellis;
const about = trellis.frame.dataset;
const listed = (text) => (text || "").split(" ").filter(Boolean);

customElements.define(
  "tr-share",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.shown = this.querySelector("pre");
      this.choices = Object.fromEntries(["counts", "ratings"].map((name) => [name, this.querySelector(`#share-${name}`)]));
      this.addEventListener("change", () => this.update());
      document.addEventListener("tr-record", () => this.update());
      this.querySelector("button[data-name]").addEventListener("click", ({ target }) => {
        file.save(this.text, `${target.dataset.name}.json`, "application/json");
        this.querySelector("[role=status]").replaceChildren(this.querySelector('template[data-words="saved"]').content.cloneNode(true));
      });
      this.update();
    }

    part(name) {
      return this.querySelector(`[data-share="${name}"]`);
    }

    ids(name, attribute) {
      return [...this.querySelectorAll(`[${attribute}]`)].map(({ dataset }) => dataset[name]);
    }

    get counts() {
      const lines = [...this.querySelectorAll("tr-progress")];
      const done = [...trellis.complete(lines)].map(({ dataset }) => dataset.module);
      const begun = lines.filter(({ dataset }) => dataset.state);
      const { phases, plans } = record.state;
      const statuses = Object.values(plans).map(({ status }) => status);
      const counted = (list) => Object.fromEntries(list);
      return {
        modules: { begun: begun.length, done: done.length },
        done_by_area: counted(
          [...this.querySelectorAll("[data-area]")].map(({ dataset }) => [
            dataset.area,
            listed(dataset.modules).filter((id) => done.includes(id)).length,
          ]),
        ),
        // Those on the theme of a content note are left out: that one is missing would tell.
        questions: trellis.items().filter(({ kept, about: theme, most }) => kept && !theme && most).length,
        phases_done: this.ids("onePhase", "data-one-phase").filter((phase) => phases[phase]?.state === "done").length,
        steps: counted(this.ids("status", "data-status").map((status) => [status, statuses.filter((one) => one === status).length])),
      };
    }

    get ratings() {
      const found = {};
      for (const { dataset } of this.querySelectorAll("[data-rating]")) {
        const tools = [dataset.rating, ...listed(dataset.was)];
        const values = listed(dataset.values);
        for (const wave of listed(dataset.waves)) {
          for (const ids of listed(dataset.items).map((names) => names.split(","))) {
            const kept = tools.flatMap((tool) => ids.map((id) => record.state.ratings[`${tool}/${wave}/${id}`])).filter(Boolean);
            const [last] = kept.sort((one, other) => other.at - one.at);
            if (!last || !values.includes(String(last.value))) continue;
            ((found[dataset.rating] ||= {})[wave] ||= {})[`${ids[0]}/${last.rev}`] = last.value;
          }
        }
      }
      return found;
    }

    update() {
      const counts = this.counts;
      const ratings = this.ratings;
      const any = counts.modules.begun || counts.questions || counts.phases_done || Object.values(counts.steps).some(Boolean) || Object.keys(ratings).length;
      this.part("nothing").hidden = Boolean(any);
      this.part("something").hidden = !any;
      const data = {
        format: "trellis-share/1",
        course: { id: about.course, version: about.version },
        organisation: about.organisation,
      };
      if (this.choices.counts.checked) data.counts = counts;
      if (this.choices.ratings.checked) data.ratings = ratings;
      this.text = JSON.stringify(data, null, 1);
      this.shown.textContent = this.text;
      this.words(counts, ratings);
    }

    words(counts, ratings) {
      const numbers = {
        ...counts.modules,
        questions: counts.questions,
        phases: counts.phases_done,
        steps: Object.values(counts.steps).reduce((sum, number) => sum + number, 0),
      };
      for (const place of this.querySelectorAll("[data-count]")) if (place.dataset.count in numbers) place.textContent = numbers[place.dataset.count];
      for (const [name, { checked }] of Object.entries(this.choices)) {
        for (const part of this.querySelectorAll(`[data-share="${name}"]`)) part.hidden = !checked;
      }
      for (const row of this.querySelectorAll("[data-rated]")) {
        const [tool, wave] = row.dataset.rated.split("/");
        const number = Object.keys(ratings[tool]?.[wave] || {}).length;
        row.hidden = !number;
        row.querySelector("[data-number]").textContent = number;
      }
    }
  },
);
