// Words for what scripts show, from the templates at the end of every page.
trellis.frame = document.querySelector(".tr-frame");
trellis.words = (name) =>
  trellis.frame.querySelector(`template[data-words="${name}"]`).content.firstElementChild.cloneNode(true);
