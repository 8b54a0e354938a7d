// Comparing what is typed with what is accepted, exactly as comparing.py does: see there.
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u05f3\u2018-\u201b\u2032\u2035\uff07]/g;
const QUOTES = /[\u00ab\u00bb\u05f4\u201c-\u201f\u2033\u2036\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02]/g;
const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
const MARKS = new RegExp(
  "[\\u00ad\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0640\\u064b-\\u065f\\u0670" +
    "\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\u20d0-\\u20ff" +
    "\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff]",
  "g",
);
const SPACES = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const ENDS = " !\"'(),\\-./:;?\\[\\]_{}\\u00a1\\u00b7\\u00bf\\u060c\\u061b\\u061f\\u06d4\\u0964\\u0965\\u2026\\u3001\\u3002";
const OUTSIDE = new RegExp(`^[${ENDS}]+|[${ENDS}]+$`, "g");

const plain = (text) => text.normalize("NFKD").replace(MARKS, "");

// How many characters of a typed answer count; the field takes no more.
trellis.longest = 200;

trellis.comparable = (text) => {
  const cut = [...text].slice(0, trellis.longest).join("");
  const even = cut.replace(APOSTROPHES, "'").replace(QUOTES, '"').replace(DASHES, "-");
  return plain(plain(even).toLowerCase().toUpperCase().toLowerCase())
    .replace(/ς/g, "σ")
    .replace(SPACES, " ")
    .replace(OUTSIDE, "");
};
