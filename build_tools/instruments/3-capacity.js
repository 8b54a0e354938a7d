// What the answers to a rating come to: a map in words, and never a sum. A mean stays a fraction,
// [sum, count], so that nothing is rounded; build_tools/learning/capacity.py reads records alike.
//
// A rule is {tools, cells, short, points, cell, line, change, shortChange, lowest}: `tools` are the
// instrument's ids, today's first; `cells` are ["area/level", [[id, ...earlier ids], …]] in the
// course's order; `points` are the numbers of the scale, upwards; what must move is a fraction.
const compare = ([a, b], [c, d]) => a * d - c * b;
const add = ([a, b], [c, d]) => [a * d + c * b, b * d];
const mean = (values) => [values.reduce((sum, value) => sum + value, 0), values.length];

// 0.6 as [6, 10]: a browser's own 0.6 is a little more or less.
const exactly = (text) => {
  const [whole, part = ""] = text.split(".");
  return [Number(whole + part), 10 ** part.length];
};

const answered = ([, items], answers) => items.map(([id]) => id).filter((id) => answers[id]);
const needed = (rule, short) => (short ? 1 : rule.cell);

// The last answer to a statement, under any of its names.
const last = (ratings, rule, wave, ids) =>
  rule.tools
    .flatMap((tool) => ids.map((id) => ratings[`${tool}/${wave}/${id}`]))
    .filter(Boolean)
    .sort((one, other) => other.at - one.at)[0];

const capacity = {
  exactly,
  last,
  // The answers of one wave, as {id: {value, rev}}; what is no point of the scale is left out.
  wave(ratings, rule, name) {
    const answers = {};
    for (const ids of rule.cells.flatMap(([, items]) => items)) {
      const found = last(ratings, rule, name, ids);
      if (found && rule.points.includes(found.value)) answers[ids[0]] = { value: found.value, rev: found.rev };
    }
    return answers;
  },
  // Whether nothing but the short form was answered.
  short(rule, answers) {
    const ids = Object.keys(answers);
    return ids.length > 0 && ids.every((id) => rule.short.includes(id));
  },
  // Means of the cells, areas and levels that are shown, and the lowest cells.
  results(rule, answers) {
    const enough = needed(rule, capacity.short(rule, answers));
    const cells = rule.cells
      .map((cell) => [cell[0], mean(answered(cell, answers).map((id) => answers[id].value))])
      .filter(([, [, count]]) => count >= enough);
    const lines = new Map();
    for (const [name, value] of cells) {
      for (const line of name.split("/")) lines.set(line, [...(lines.get(line) || []), value]);
    }
    return {
      cells: Object.fromEntries(cells),
      lines: Object.fromEntries(
        [...lines]
          .filter(([, means]) => means.length >= rule.line)
          .map(([line, means]) => {
            const [sum, count] = means.reduce(add);
            return [line, [sum, count * means.length]];
          }),
      ),
      lowest: [...cells].sort(([, one], [, other]) => compare(one, other)).slice(0, rule.lowest).map(([name]) => name),
    };
  },
  // The point nearest to a mean; halfway between two, the lower one, which claims less.
  point: (rule, [sum, count]) =>
    rule.points.reduce((best, value) => (Math.abs(value * count - sum) < Math.abs(best * count - sum) ? value : best)),
  // How each cell moved from one wave to another.
  changes(rule, before, after) {
    const short = capacity.short(rule, before) || capacity.short(rule, after);
    const moved = (cell) => {
      const both = answered(cell, before).filter((id) => after[id] && before[id].rev === after[id].rev);
      if (both.length < needed(rule, short)) return "not-comparable";
      const [sum, count] = mean(both.map((id) => after[id].value - before[id].value));
      if (compare([Math.abs(sum), count], short ? rule.shortChange : rule.change) < 0) return "no-clear-change";
      return sum > 0 ? "more" : "less";
    };
    return Object.fromEntries(rule.cells.map((cell) => [cell[0], moved(cell)]));
  },
};
trellis.capacity = capacity;
