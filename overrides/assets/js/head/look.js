// Runs before the page is painted: the colours the reader chose, or else those of their device.
// Storage may be blocked; then the device decides.
(() => {
  const key = `trellis:${document.currentScript.dataset.course}:look`;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem(key);
  } catch {
    chosen = null;
  }
  const show = () => {
    const scheme = (chosen || (dark.matches ? "dark" : "light")) === "dark" ? "slate" : "default";
    document.body.setAttribute("data-md-color-scheme", scheme);
  };
  show();
  dark.addEventListener("change", show);
  window.trellis = {
    look: {
      get dark() {
        return document.body.getAttribute("data-md-color-scheme") === "slate";
      },
      choose(look) {
        chosen = look;
        show();
        try {
          localStorage.setItem(key, look);
        } catch {
          // The choice then lasts for this page only, which is all that can be had.
        }
      },
    },
  };
})();
