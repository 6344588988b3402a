// Makes our pages better; each works without. Loaded as a module: no name of ours reaches the host's page.

const roots = document.querySelectorAll(".stegvis");

// With errors on the page, reading starts at the summary; with somebody else's changes, there.
document.querySelector(".stegvis :is(.st-errors, .st-changed)")?.focus();

// A question that depends on another is out of sight until it is asked for. Conditions are written as in the form files;
// what they cannot tell here (null) stays as the server said.
const every = (values) => (values.includes(false) ? false : values.includes(null) ? null : true);
const some = (values) => (values.includes(true) ? true : values.includes(null) ? null : false);
const words = (value) => (value === true ? ["ja"] : value === false ? ["nej", ""] : [String(value)]);

const holds = (condition, answers) => {
  if (condition.all) return every(condition.all.map((part) => holds(part, answers)));
  if (condition.any) return some(condition.any.map((part) => holds(part, answers)));
  if (condition.not) {
    const held = holds(condition.not, answers);
    return held === null ? null : !held;
  }
  const given = condition.question ? answers(condition.question) : null;
  if (given === null) return null;
  if ("in" in condition) return condition.in.flatMap(words).includes(given[0] ?? "");
  if ("has" in condition) return given.includes(condition.has);
  return given.some((value) => value !== "") === condition.answered;
};

// The answers to a question, the one in the same row (data-row="parter-0-") before the form's; null when it is not here.
const answersIn = (form, row) => (name) => {
  for (const full of row ? [row + name, name] : [name]) {
    const found = form.elements.namedItem(full);
    if (found) return found instanceof RadioNodeList ? [...found].flatMap(ticked) : given(found);
  }
  return null;
};
const ticked = (control) => (control.checked ? [control.value] : []);
const given = (control) => {
  if (control.type === "checkbox") return control.checked ? ["ja"] : [];
  if (control.type === "radio") return ticked(control);
  return [...(control.selectedOptions ?? [control])].map((one) => one.value.trim());
};

const ask = (form) => {
  for (const question of form.querySelectorAll("[data-show-if]")) {
    const held = holds(JSON.parse(question.dataset.showIf), answersIn(form, question.dataset.row));
    const wrong = question.querySelector(".st-err") !== null;
    question.hidden = !wrong && (held === null ? "away" in question.dataset : !held);
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
  form.addEventListener("stegvis-saved", () => {
    changed = false;
    if (note) note.hidden = true;
  });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
};

// A draft saves itself: two seconds after the last change, and when the page is hidden or left. One request at a time, sent again
// with its own one-time key until it is answered. Nothing is kept in the browser.
const autosave = (form) => {
  const note = form.querySelector("[data-autosave-note]");
  const wait = 2000, most = 60000;
  let timer = 0, pause = wait, busy = false, dirty = false, stopped = false, waiting = null;
  const say = (text) => { if (note.textContent !== text) note.textContent = text; note.hidden = !text; };
  const later = (after) => { clearTimeout(timer); timer = setTimeout(send, after); };
  const body = () => {
    const data = new FormData(form);
    data.set("engangsnyckel", crypto.randomUUID());
    return new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
  };
  const put = (name, value) => {
    const controls = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    for (const control of controls) {
      if (control.type === "checkbox") control.checked = value === true || (Array.isArray(value) && value.includes(control.value));
      else if (control.type === "radio") control.checked = control.value === String(value);
      else if (control !== document.activeElement) control.value = value ?? "";
    }
    return controls.length > 0;
  };
  const merge = ({ by, changed }) => {
    const unseen = Object.entries(changed).filter(([name, value]) => !put(name, value));
    say(`${by} ändrade i samma utkast. ${unseen.length ? "Spara utkastet för att se allt." : "Ändringen står på sidan."}`);
  };
  const answered = async (response) => {
    const json = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : null;
    waiting = null;
    if (response.ok && json) {
      pause = wait;
      form.elements.version.value = json.version;
      if (json.changed) merge(json); else say(json.text);
      if (!dirty) form.dispatchEvent(new Event("stegvis-saved"));
      return;
    }
    dirty = true;
    if (response.status === 401 || response.redirected) {
      say("Inte sparat: du är utloggad. Logga in i en ny flik, och kom tillbaka hit. Det du har skrivit finns kvar.");
      later(pause = Math.min(pause * 2, most));
    } else if (response.status >= 500) {
      throw new Error("again");
    } else {
      stopped = true;
      say(json?.text ?? "Inte sparat. Välj Spara utkast.");
    }
  };
  const send = async () => {
    if (busy || stopped || !(dirty || waiting)) return;
    busy = true;
    if (!waiting) {
      waiting = body();
      dirty = false; // what is typed while it waits is sent after it
    }
    try {
      await answered(await fetch(form.dataset.autosave, { method: "POST", body: waiting, keepalive: waiting.toString().length < 60000 }));
    } catch {
      say("Inte sparat än. Vi försöker igen.");
      later(pause = Math.min(pause * 2, most));
    }
    busy = false;
    if (dirty && !stopped && pause === wait) later(wait);
  };
  form.addEventListener("input", () => { dirty = true; if (!stopped) later(pause); });
  form.addEventListener("submit", () => { stopped = true; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
  addEventListener("pagehide", send);
  addEventListener("online", () => { pause = wait; send(); });
};

// A section's words to the clipboard, where the browser lets a page write there.
const copying = (place) => {
  place.hidden = !navigator.clipboard;
  place.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    let said = button.dataset.copied;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      said = "Det gick inte att kopiera. Öppna texten med länken ovanför, och kopiera den därifrån.";
    }
    place.querySelector("[data-copy-said]").textContent = said;
  });
};
for (const place of [...roots].flatMap((root) => [...root.querySelectorAll("[data-copying]")])) copying(place);

for (const form of [...roots].flatMap((root) => [...root.querySelectorAll("form")])) {
  if (form.querySelector("[data-show-if]")) {
    form.addEventListener("input", () => ask(form));
    ask(form);
  }
  if (form.hasAttribute("data-unsaved")) watch(form);
  if (form.dataset.autosave) autosave(form);
}

// A signature that is drawn. Without this the pad stays hidden and the name is typed. Points are shares of the pad, so that
// turning the tablet loses nothing.
const pad = (box) => {
  const canvas = box.querySelector("canvas");
  const [strokesField, ratioField] = box.querySelectorAll("input[type=hidden]");
  const pen = canvas.getContext("2d");
  let strokes = [];
  try {
    strokes = JSON.parse(strokesField.value || "[]"); // what was drawn before something else had to be mended
  } catch {}
  box.hidden = false;
  const draw = () => {
    const { width, height } = canvas.getBoundingClientRect();
    if (!width) return;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    pen.scale(devicePixelRatio, devicePixelRatio);
    pen.lineWidth = 2.5;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#10222e";
    for (const stroke of strokes) {
      pen.beginPath();
      for (const [x, y] of [stroke[0], ...stroke]) pen.lineTo(x * width, y * height);
      pen.stroke();
    }
    strokesField.value = strokes.length ? JSON.stringify(strokes) : "";
    ratioField.value = (width / height).toFixed(3);
  };
  const point = (event) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const share = (value) => +Math.min(1, Math.max(0, value)).toFixed(3);
    return [share((event.clientX - left) / width), share((event.clientY - top) / height)];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    strokes.push([point(event)]);
    draw();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    strokes.at(-1).push(point(event));
    draw();
  });
  box.querySelector("[data-clear]").addEventListener("click", () => { strokes = []; draw(); });
  new ResizeObserver(draw).observe(canvas);
};
for (const box of [...roots].flatMap((root) => [...root.querySelectorAll("[data-pad]")])) pad(box);
