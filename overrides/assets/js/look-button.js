const button = document.querySelector(".tr-look");
const show = () => button.setAttribute("aria-pressed", String(trellis.look.dark));
button.hidden = false;
button.addEventListener("click", () => {
  trellis.look.choose(trellis.look.dark ? "light" : "dark");
  show();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(show));
show();
