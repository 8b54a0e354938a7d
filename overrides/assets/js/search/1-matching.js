// Which parts of the course hold the words that somebody looks for. Accents and capitals do not
// count, and a word is found by its beginning; languages written without spaces have no beginnings,
// so there a word is found anywhere.
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/’/g, "'");

// “Feelings” finds “feeling”, “regulating” finds “regulate”: an English ending is left off where
// enough of the word is left.
const stem = (word) => {
  const short = word.replace(/(?:'s|'|ies|ing|ed|es|s|e|y)$/, "");
  return short.length > 3 ? short : word;
};

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

const seen = (text, start) => new RegExp((NO_SPACES.test(text) ? "" : "(?<![\\p{L}\\p{N}])") + escaped(text) + start, "gu");

trellis.terms = (query, english) => {
  const words = fold(query).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) || [];
  return [...new Set(words)].slice(0, 12).map((word) => ({
    exact: seen(word, "(?![\\p{L}\\p{N}])"),
    begins: seen(english ? stem(word) : word, ""),
  }));
};

const count = (text, pattern) => (text.match(pattern) || []).length;

// The parts of the index, folded once, by page.
trellis.pages = (docs) => {
  const pages = new Map();
  for (const { location, title, text } of docs) {
    const [address] = location.split("#");
    if (!pages.has(address)) pages.set(address, { title, parts: [] });
    pages.get(address).parts.push({ location, title, text, folded: { title: fold(title), text: fold(text) } });
  }
  return [...pages.values()];
};

const worth = ({ folded }, { exact, begins }, first) =>
  count(folded.title, exact) * (first ? 12 : 8) +
  count(folded.title, begins) * (first ? 6 : 4) +
  Math.log2(1 + count(folded.text, exact)) * 2 +
  Math.log2(1 + count(folded.text, begins));

// The pages that hold all words, or else those that hold most of them; best first.
trellis.matches = (pages, terms) => {
  const found = [];
  for (const page of pages) {
    const met = new Set();
    const parts = [];
    page.parts.forEach((part, place) => {
      const marks = terms.map((term) => worth(part, term, place === 0));
      marks.forEach((mark, number) => mark && met.add(number));
      const hits = marks.filter(Boolean).length;
      if (hits) parts.push({ ...part, mark: marks.reduce((sum, mark) => sum + mark) * hits, place });
    });
    parts.sort((a, b) => b.mark - a.mark || a.place - b.place);
    if (parts.length) found.push({ page, met: met.size, parts, mark: parts[0].mark });
  }
  const most = Math.max(0, ...found.map(({ met }) => met));
  return {
    all: most === terms.length,
    found: found.filter(({ met }) => met === most).sort((a, b) => b.mark - a.mark),
  };
};

// A few words round the first match, as pieces of which the matching ones are marked.
trellis.excerpt = (text, terms, length = 150) => {
  // Folding may change how long a text is, so each sign is folded by itself.
  let folded = "";
  const origin = [];
  for (const { 0: sign, index } of text.matchAll(/[^]/gu)) {
    const short = fold(sign);
    folded += short;
    for (let place = 0; place < short.length; place += 1) origin.push(index);
  }
  origin.push(text.length);
  const spans = terms
    .flatMap(({ begins }) => [...folded.matchAll(begins)].map((match) => [match.index, match.index + match[0].length]))
    .map(([start, end]) => {
      // The whole word is marked, not its beginning alone.
      const rest = /^[\p{L}\p{N}]*/u.exec(folded.slice(end))[0].length;
      return [origin[start], origin[NO_SPACES.test(folded.slice(start, end)) ? end : end + rest]];
    })
    .sort((a, b) => a[0] - b[0]);
  let from = Math.max(0, (spans[0]?.[0] ?? 0) - length / 3);
  if (from > 0) from = text.indexOf(" ", from) + 1 || from;
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), spans[0]?.[1] ?? 0, from + length / 2);
  const pieces = [];
  let last = from;
  for (const [start, end] of spans) {
    if (start < last || end > to) continue;
    pieces.push({ text: text.slice(last, start) }, { text: text.slice(start, end), hit: true });
    last = end;
  }
  pieces.push({ text: text.slice(last, to) });
  if (from > 0) pieces.unshift({ text: "… " });
  if (to < text.length) pieces.push({ text: " …" });
  return pieces.filter((piece) => piece.text);
};
