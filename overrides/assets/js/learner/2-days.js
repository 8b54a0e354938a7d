// Days as a browser's field for dates writes them, in the learner's own time zone.
const DAYS = { day: 1, week: 7 };

trellis.date = (text) => {
  const [year, month, day] = text.split("-").map(Number);
  return new Date(year, month - 1, day);
};

trellis.dated = (day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

// A day some time after another, by a span such as “6 week”; so many months later is the last day
// of a month where that one is shorter.
trellis.later = (span, from = new Date()) => {
  const [number, unit] = span.split(" ");
  const [year, month, day] = [from.getFullYear(), from.getMonth(), from.getDate()];
  if (unit !== "month") return new Date(year, month, day + number * DAYS[unit]);
  const last = new Date(year, month + Number(number) + 1, 0).getDate();
  return new Date(year, month + Number(number), Math.min(day, last));
};
