// Shows what is found while somebody types, pastes or dictates. Loaded when the search is opened.
const box = document.querySelector(".tr-search");
const field = box.querySelector("input");
const said = box.querySelector("[role=status]");
const list = box.querySelector("ol");
const MOST = 30;
const PARTS = 3;

const words = (name) => box.querySelector(`template[data-words="${name}"]`).content.textContent;
const english = document.documentElement.lang.startsWith("en");

const byScript = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(trellis.index);
    script.onerror = reject;
    document.head.append(script);
  });

const byNetwork = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};

const root = new URL(box.dataset.root, document.baseURI);
let pages = null;
let timer = 0;

const marked = (text, terms) =>
  trellis.excerpt(text, terms).map((piece) => {
    if (!piece.hit) return piece.text;
    const mark = document.createElement("mark");
    mark.textContent = piece.text;
    return mark;
  });

const link = (location, title) => {
  const link = document.createElement("a");
  link.href = new URL(location, root);
  link.textContent = title;
  return link;
};

const entry = ({ page, parts }, terms) => {
  const item = document.createElement("li");
  const [best] = parts;
  item.append(link(page.parts[0].location, page.title));
  const rest = parts.filter(({ place }) => place !== 0).slice(0, PARTS);
  if (best.place === 0 || !rest.length) {
    const text = document.createElement("p");
    text.append(...marked(best.text, terms));
    if (best.text) item.append(text);
  }
  if (rest.length) {
    const inner = document.createElement("ul");
    for (const part of rest) {
      const line = document.createElement("li");
      line.append(link(part.location, part.title));
      const text = document.createElement("p");
      text.append(...marked(part.text, terms));
      if (part.text) line.append(text);
      inner.append(line);
    }
    item.append(inner);
  }
  return item;
};

// A screen reader hears how many there are once the typing has come to a rest.
const say = (text) => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    said.textContent = text;
  }, 400);
};

const search = () => {
  if (!pages) return;
  const terms = trellis.terms(field.value, english);
  if (!terms.length) {
    list.replaceChildren();
    return say("");
  }
  const { all, found } = trellis.matches(pages, terms);
  list.replaceChildren(...found.slice(0, MOST).map((one) => entry(one, terms)));
  list.parentElement.parentElement.scrollTop = 0;
  const rest = found.length > MOST ? `. ${words("first")}` : "";
  say(found.length ? `${words(all ? "found" : "some")} ${found.length}${rest}` : words("none"));
};

field.addEventListener("input", search);
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
  list.querySelector("a")?.focus();
});

said.textContent = words("waiting");
(/\.js$/.test(box.dataset.index) ? byScript : byNetwork)(box.dataset.index).then(
  ({ docs }) => {
    pages = trellis.pages(docs);
    said.textContent = "";
    search();
  },
  () => {
    said.textContent = words("failed");
  },
);
