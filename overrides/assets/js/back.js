// “Back to the course” leads to the very place the reader came from, where the browser knows one.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-back]") || history.length < 2 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.back();
});
