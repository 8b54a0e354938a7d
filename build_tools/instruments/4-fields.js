// What single types of field do besides being kept: `start` once, `shown` when something was put
// into them, `changed` when the learner did something.
const { file } = trellis;

const focusOn = (element) => {
  element.focus();
  element.scrollIntoView?.({ block: "nearest" });
};

// Lines of which only those in use are shown, and one more on request; on paper all are there.
const folded = (part) => "folded" in part.dataset;
const growing = (entry, parts) => {
  const filled = (part) => [...part.querySelectorAll("textarea, input")].some(({ value }) => value.trim());
  const add = entry.part("add");
  const update = () => {
    const last = parts.findLastIndex((part) => filled(part) || part.dataset.open);
    for (const [place, part] of parts.entries()) {
      part.toggleAttribute("data-folded", place > Math.max(last, 0));
      const remove = part.querySelector("[data-does=remove]");
      if (remove) remove.hidden = last < 1 && !filled(part);
    }
    if (add) add.hidden = !parts.some(folded);
  };
  add?.firstElementChild.addEventListener("click", () => {
    const next = parts.find(folded);
    next.dataset.open = "1";
    update();
    focusOn(next.querySelector("textarea, input"));
  });
  update();
  return update;
};

trellis.fields = {
  list: {
    start(entry) {
      const rows = [...entry.element.querySelectorAll(".tr-lines > li")];
      const inputs = rows.map((row) => row.querySelector("input"));
      entry.update = growing(entry, rows);
      entry.element.addEventListener("click", ({ target }) => {
        if (target.dataset.does !== "remove") return;
        const place = rows.indexOf(target.closest("li"));
        for (let next = place; next < inputs.length; next += 1) inputs[next].value = inputs[next + 1]?.value ?? "";
        delete rows.findLast((row) => !folded(row)).dataset.open;
        entry.tool.changed(inputs[place], 0);
        entry.update();
        focusOn(folded(rows[place]) ? inputs[Math.max(place - 1, 0)] : inputs[place]);
      });
    },
    shown: (entry) => entry.update(),
    changed: (entry) => entry.update(),
  },
  "if-then": {
    start(entry) {
      entry.update = growing(entry, [...entry.element.querySelectorAll(".tr-step")]);
    },
    shown: (entry) => entry.update(),
    changed: (entry) => entry.update(),
  },
  rank: {
    start(entry) {
      entry.element.addEventListener("change", ({ target }) => {
        const other = entry.controls.find((control) => control !== target && target.value && control.value === target.value);
        const moved = entry.part("moved");
        moved.hidden = !other;
        if (!other) return;
        other.value = "";
        moved.querySelector("[data-option-name]").textContent = other.labels[0].textContent;
      });
    },
  },
  date: {
    start(entry) {
      const { default: span } = entry.element.dataset;
      entry.proposal = () => span && entry.propose(trellis.dated(trellis.later(span)));
      entry.part("reminder").addEventListener("click", ({ target: { dataset } }) => {
        if (!dataset.name) return;
        const text = trellis.calendar(trellis.date(entry.text), dataset.summary);
        file.save(text, `${dataset.name}.ics`, "text/calendar");
      });
    },
    shown(entry) {
      entry.part("reminder").hidden = !entry.text;
    },
    changed: (entry) => trellis.fields.date.shown(entry),
  },
  checklist: {
    shown(entry) {
      const ticked = Object.keys(entry.value);
      for (const line of entry.element.querySelectorAll("[data-wanted]")) {
        line.hidden = !ticked.length || line.dataset.wanted.split(" ").some((id) => ticked.includes(id));
      }
    },
    changed: (entry) => trellis.fields.checklist.shown(entry),
  },
  // A few questions from modules, by the rules of the page “Look again”.
  quiz: {
    start(entry) {
      entry.update = () => {
        const few = trellis.few(Number(entry.element.dataset.count));
        entry.part("walk").hidden = !few.length;
        entry.part("none-met").hidden = few.length > 0;
        if (few.length) entry.part("walk").querySelector("a").href = trellis.walk(few);
      };
      for (const name of ["tr-record", "tr-skip"]) document.addEventListener(name, entry.update);
      entry.update();
    },
  },
  // One answer for each step of an earlier plan, as far as the plan is here.
  choice: {
    start(entry) {
      const { each } = entry.element.dataset;
      if (!each) return;
      const [tool] = each.split("/");
      const make = (part, goal, step, what) => {
        const name = `goal-${goal}-step-${step}`;
        part.dataset.step = name;
        for (const control of part.querySelectorAll("input")) {
          control.dataset.slot = name;
          control.name = `${entry.element.id}-${name}`;
          control.id = `${control.name}--${control.value}`;
          control.nextElementSibling.htmlFor = control.id;
        }
        const words = part.querySelector("[data-part=what]");
        words.hidden = !what;
        if (!what) return part;
        words.replaceChildren(trellis.ifThen(entry.tool, what));
        return part;
      };
      const blank = entry.element.querySelector(".tr-each").cloneNode(true);
      entry.update = () => {
        const kept = trellis.keptOf(each.split(" "));
        const steps = Object.entries(kept).flatMap(([goal, text]) => trellis.steps(trellis.parsed(text)).map((step) => ({ goal, ...step })));
        const shape = JSON.stringify(steps);
        if (shape === entry.shape) return;
        entry.shape = shape;
        const { text } = entry;
        const wanted = steps.length ? steps : [1, 2, 3].map((step) => ({ goal: 1, number: step }));
        const parts = wanted.map((step, place) => {
          const part = make(blank.cloneNode(true), step.goal, step.number, steps.length ? step : null);
          part.querySelector("[data-number-of]").textContent = place + 1;
          return part;
        });
        const [old, ...rest] = entry.element.querySelectorAll(".tr-each");
        for (const one of rest) one.remove();
        old.replaceWith(...parts);
        entry.text = text || entry.kept?.text || "";
      };
      entry.update();
      entry.changedStep = (target) => {
        const { step } = target.closest(".tr-each").dataset;
        trellis.record.add({ kind: "plan", tool, step, status: target.value });
      };
    },
    // The record keeps how a step went, and nothing that is never kept.
    changed: (entry, target) => entry.sensitive || entry.changedStep?.(target),
  },
};
