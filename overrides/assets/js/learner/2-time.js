// “How long have you got?” offers one part to read, one moment of a story and a few questions, of
// those that fit the time. What stands under a content note is offered behind the note, and not at
// all if its theme was skipped.
const { record, skip } = trellis;
const QUESTIONS = 3;
const MINUTES_A_QUESTION = 1.5;

const wasDone = (place) => record.state.sections[place]?.done === 1;

// Begin with the module that was open last, then go on in the order of the course.
const places = () => {
  const all = [...document.querySelectorAll(".tr-places > [data-place]")].filter(
    ({ dataset }) => !wasDone(dataset.place) && !skip.has(dataset.about),
  );
  const last = [...record.events].reverse().find((event) => event.module)?.module;
  return [
    ...all.filter(({ dataset }) => dataset.place.split("/")[0] === last),
    ...all.filter(({ dataset }) => dataset.place.split("/")[0] !== last),
  ];
};

const stories = () =>
  [...document.querySelectorAll(".tr-places > [data-story]")]
    .filter(({ dataset }) => !skip.has(dataset.about))
    .sort((a, b) => Number(b.dataset.story in record.state.stories) - Number(a.dataset.story in record.state.stories));

customElements.define(
  "tr-time",
  class extends HTMLElement {
    connectedCallback() {
      this.status = this.querySelector("[role=status]");
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("button[data-minutes]");
        if (!button) return;
        for (const other of this.querySelectorAll("button[data-minutes]")) {
          other.setAttribute("aria-pressed", String(other === button));
        }
        this.offer(Number(button.dataset.minutes));
      });
    }

    words(name) {
      return this.querySelector(`template[data-words="${name}"]`).content.firstElementChild.cloneNode(true);
    }

    offer(minutes) {
      const list = this.words("offers");
      const open = places();
      const fits = ({ dataset }) => Number(dataset.minutes) <= minutes;
      const part = open.find(fits);
      if (part) list.append(this.place("read", part, "section"));
      const story = stories().find(fits);
      if (story) list.append(this.place("decide", story, "story"));
      const due = trellis.due().slice(0, QUESTIONS);
      if (due.length) {
        const entry = this.words("again");
        entry.querySelector("a").href = trellis.walk(due);
        entry.querySelector("[data-number]").textContent = due.length;
        this.about(entry, Math.ceil(due.length * MINUTES_A_QUESTION));
        list.append(entry);
      }
      this.status.replaceChildren(list.children.length ? list : this.words("none"));
    }

    about(entry, minutes) {
      entry.querySelector("[data-about-minutes]").textContent = minutes;
    }

    place(name, found, stop) {
      const entry = this.words(name);
      const link = entry.querySelector("a");
      const target = found.querySelector("a");
      const address = new URL(target.href);
      address.searchParams.set("stop", stop);
      link.href = address.href;
      link.textContent = target.textContent;
      this.about(entry, found.dataset.minutes);
      if (found.dataset.note) {
        const behind = this.words("behind");
        behind.querySelector("[data-note]").textContent = found.dataset.note;
        behind.querySelector("[data-way]").append(link.cloneNode(true));
        link.replaceWith(behind);
      }
      return entry;
    }
  },
);
