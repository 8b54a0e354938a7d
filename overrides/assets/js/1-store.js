// The only door to the browser's storage. Storage may be blocked, full or full of somebody else's
// keys: reading then gives null, writing says whether it worked, and nothing is ever thrown.
// Pages carry the course's id in their frame; the page for addresses that lead nowhere has none.
const prefix = `trellis:${document.querySelector(".tr-frame, script[data-course]").dataset.course}:`;

const open = (name) => {
  try {
    const area = window[name];
    // Blocked storage throws at the first touch in some browsers, and at the first use in others.
    area.getItem(prefix);
    return area;
  } catch {
    return null;
  }
};

const areas = { device: open("localStorage"), tab: open("sessionStorage") };

trellis.store = {
  has: (place) => areas[place] !== null,
  read: (place, key) => areas[place]?.getItem(prefix + key) ?? null,
  write(place, key, text) {
    try {
      areas[place].setItem(prefix + key, text);
      return true;
    } catch {
      return false;
    }
  },
  remove: (place, key) => areas[place]?.removeItem(prefix + key),
  // The keys of this course alone, without its prefix.
  keys: (place, start = "") =>
    Object.keys(areas[place] || {})
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length))
      .sort(),
};

// Another tab changed a key of this course, or all keys at once.
addEventListener("storage", (event) => {
  if (event.key === null || event.key.startsWith(prefix)) {
    document.dispatchEvent(new CustomEvent("tr-elsewhere", { detail: event.key?.slice(prefix.length) }));
  }
});
