// Questions that come back after some days, and a reminder for the learner's own calendar.
const { file, skip } = trellis;
const A_FEW = 5;

// A day for a calendar, in the learner's own time zone: 20261121.
const compact = (day) => trellis.dated(day).replaceAll("-", "");

// A line of a calendar has at most 75 bytes; what is longer goes on in the next, after a space.
const folded = (line) => {
  const rows = [""];
  let bytes = 0;
  for (const letter of line) {
    const size = new Blob([letter]).size;
    if (bytes + size > 75) {
      rows.push("");
      bytes = 1;
    }
    rows[rows.length - 1] += letter;
    bytes += size;
  }
  return rows.join("\r\n ");
};

// All-day events after RFC 5545, of one day or of several. They say nothing of what they are about.
const event = (day, summary) => {
  const now = new Date();
  const after = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  return [
    "BEGIN:VEVENT",
    `UID:${now.getTime()}-${Math.random().toString(16).slice(2)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(after)}`,
    `SUMMARY:${summary.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ")}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
};

trellis.calendar = (days, summary) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//reminder//EN",
    ...[days].flat().flatMap((day) => event(day, summary)),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");

customElements.define(
  "tr-review",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      document.addEventListener("tr-record", () => this.update());
      document.addEventListener("tr-skip", () => this.update());
      this.querySelector("[data-remind]").addEventListener("click", ({ target }) => {
        const text = trellis.calendar(this.next, target.dataset.summary);
        file.save(text, `${target.dataset.name}.ics`, "text/calendar");
      });
      this.update();
    }

    update() {
      const met = trellis.items().filter(({ kept }) => kept && kept.max);
      const seen = met.filter(({ about }) => !skip.has(about));
      const due = trellis.due();
      const coming = seen.map(({ kept }) => kept.due).filter((at) => at && !trellis.ready(at));
      const state = due.length ? "due" : coming.length ? "later" : met.length ? "finished" : "nothing";
      for (const part of this.querySelectorAll("[data-review]")) part.hidden = part.dataset.review !== state;
      this.querySelector('[data-review="hidden"]').hidden = seen.length === met.length;
      if (due.length) {
        const few = due.slice(0, A_FEW);
        this.querySelector("[data-number]").textContent = due.length;
        this.querySelector("[data-start]").href = trellis.walk(few);
        trellis.listed(this.querySelector(".tr-again"), few);
      }
      if (state === "later") {
        this.next = new Date(Math.min(...coming));
        const time = document.createElement("time");
        time.dateTime = compact(this.next).replace(/(....)(..)(..)/, "$1-$2-$3");
        time.textContent = trellis.day(this.next);
        this.querySelector("[data-day]").replaceChildren(time);
      }
    }
  },
);
