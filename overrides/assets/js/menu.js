// The menu on narrow screens is a button that says whether it is open; Escape closes it again.
const button = document.querySelector("button.tr-menu-button");
const drawer = document.getElementById("__drawer");
const menu = document.getElementById("tr-menu");
const show = () => {
  button.setAttribute("aria-expanded", String(drawer.checked));
  menu.classList.toggle("tr-open", drawer.checked);
};
button.hidden = false;
document.body.classList.add("tr-scripted");
button.addEventListener("click", () => {
  drawer.checked = !drawer.checked;
  drawer.dispatchEvent(new Event("change"));
});
drawer.addEventListener("change", show);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drawer.checked) {
    drawer.checked = false;
    drawer.dispatchEvent(new Event("change"));
    button.focus();
  }
});
show();
