// A plan: one goal at first, and more on request.
const { private: notes } = trellis;

trellis.kinds.plan = {
  start(tool) {
    tool.addEventListener("click", ({ target }) => {
      if (target.dataset.does !== "add-goal") return;
      const next = tool.querySelector("[data-goal][hidden]");
      next.hidden = false;
      trellis.kinds.plan.show(tool);
      for (const entry of tool.entries) if (next.contains(entry.element)) entry.proposal?.();
      tool.focusOn(next.querySelector("h3"));
    });
  },
  show(tool) {
    for (const entry of tool.entries) {
      if (entry.kept) entry.element.closest("[data-goal]").hidden = false;
    }
    tool.part("more-goals").hidden = !tool.querySelector("[data-goal][hidden]");
  },
  clear(tool) {
    for (const goal of tool.querySelectorAll("[data-goal]")) goal.hidden = goal.dataset.goal !== "1";
  },
  // Where an earlier answer makes something the first goal, it stands in the first goal's first box.
  propose(tool) {
    const words = tool.querySelector('template[data-words="first-goal"]');
    const wanted = words.dataset.of.split(" ").some((one) => {
      const [field, answer] = one.split("=");
      return notes.read(`tool:${field}`)?.text === answer;
    });
    const goal = tool.entries.find(({ type, element }) => type === "text" && !element.querySelector("[data-source]"));
    if (!wanted || !tool.fresh || !goal?.propose(words.content.textContent.trim())) return;
    if (!goal.part("brought-goal")) goal.element.append(tool.words("brought-goal"));
  },
};
