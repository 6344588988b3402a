// Makes our pages better; each works without. Loaded as a module: no name of ours reaches the host's page.

const roots = document.querySelectorAll(".stegvis");

// With errors on the page, reading starts at the summary.
document.querySelector(".stegvis .st-errors")?.focus();

// A question that depends on another is hidden until it is asked for. Conditions are those of the form files; what
// cannot be told here (null) is left for the server, and the question stays in sight.
const every = (values) => (values.includes(false) ? false : values.includes(null) ? null : true);
const some = (values) => (values.includes(true) ? true : values.includes(null) ? null : false);

const holds = (condition, answers) => {
  if (condition.all) return every(condition.all.map((part) => holds(part, answers)));
  if (condition.any) return some(condition.any.map((part) => holds(part, answers)));
  if (condition.not) {
    const held = holds(condition.not, answers);
    return held === null ? null : !held;
  }
  const given = condition.question ? answers(condition.question) : null;
  if (given === null) return null;
  if (typeof condition.is === "boolean") return given.length > 0 === condition.is;
  if ("is" in condition) return (given[0] ?? "") === String(condition.is);
  if ("in" in condition) return condition.in.map(String).includes(given[0] ?? "");
  if ("has" in condition) return given.includes(String(condition.has));
  if ("answered" in condition) return given.some((value) => value !== "") === condition.answered;
  return null;
};

// The values of a question: of the one in the same row first (data-row="parter-0-"), else of the form's; null without one.
const answersIn = (form, row) => (name) => {
  for (const full of row ? [row + name, name] : [name]) {
    const found = form.elements.namedItem(full);
    if (found) {
      const controls = found instanceof RadioNodeList ? [...found] : [found];
      const ticked = controls.filter((control) => !["checkbox", "radio"].includes(control.type) || control.checked);
      return ticked.flatMap((control) => [...(control.selectedOptions ?? [control])].map((one) => one.value.trim()));
    }
  }
  return null;
};

const ask = (form) => {
  for (const question of form.querySelectorAll("[data-show-if]")) {
    const condition = JSON.parse(question.dataset.showIf);
    const wrong = question.querySelector(".st-err") !== null;
    question.hidden = !wrong && holds(condition, answersIn(form, question.dataset.row)) === false;
  }
};

// What is not saved is said on the page, and asked about when the page is left.
const watch = (form) => {
  const note = form.querySelector("[data-unsaved-note]");
  let changed = false;
  form.addEventListener("input", () => {
    changed = true;
    if (note) note.hidden = false;
  });
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
};

for (const form of [...roots].flatMap((root) => [...root.querySelectorAll("form")])) {
  if (form.querySelector("[data-show-if]")) {
    form.addEventListener("input", () => ask(form));
    ask(form);
  }
  if (form.hasAttribute("data-unsaved")) watch(form);
}
