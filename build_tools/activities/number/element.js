// Numbers are compared as whole numbers of their smallest part, since 0.1 + 0.2 is not 0.3 in a
// browser. What can be typed is the same as in this kind's Python.
const SPACE = "[ \\u00a0\\u2007\\u2009\\u202f]";
const WHOLE = `[0-9]+|[0-9]{1,3}(?:${SPACE}[0-9]{3})+`;
const TYPED = new RegExp(`^${SPACE}*([-+\\u2212]?)${SPACE}?(?:(${WHOLE})(?:[.,]([0-9]+))?|[.,]([0-9]+))${SPACE}*$`);
const AMBIGUOUS = new RegExp(`^${SPACE}*[-+\\u2212]?${SPACE}?[1-9][0-9]{0,2},[0-9]{3}${SPACE}*$`);

const number = (typed) => {
  const match = TYPED.exec(typed);
  if (!match || typed.length > 40 || AMBIGUOUS.test(typed)) return null;
  const [, sign, whole = "", fraction, alone] = match;
  const minus = sign && sign !== "+" ? "-" : "";
  return { minus, whole: whole.replace(/[^0-9]/g, ""), fraction: fraction || alone || "" };
};

const scaled = ({ minus, whole, fraction }) => BigInt(`${minus}${whole}${fraction.padEnd(40, "0")}`);

customElements.define(
  "tr-number",
  class extends trellis.Typed {
    // What is no number is not scored: the problem says how to type one.
    get response() {
      return super.response.filter(number);
    }

    fits(parts, typed) {
      const value = number(typed);
      if (!value || !parts.length) return false;
      const [low, high] = parts.map((part) => scaled(number(part)));
      return low <= scaled(value) && scaled(value) <= high;
    }
  },
);
