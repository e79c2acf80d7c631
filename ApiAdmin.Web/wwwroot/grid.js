// The grids: one delegated listener for all of them. Everything that moves between rows is asked of the server, which
// draws and names the cell that comes next in data-focus.
const moving = new Set(["Enter", "Shift+Enter", "Alt+ArrowUp", "Alt+ArrowDown", "Delete", "Escape", "Ctrl+z", "Ctrl+y", "Ctrl+Shift+z"]);
const walking = new Set(["Tab", "Shift+Tab"]);

export function keyOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.shiftKey ? "Shift+" : "") + key;
}

export function place(target) {
  const row = target.closest("[data-row]");
  return row && { row: Number(row.dataset.row), column: target.closest("[data-col]")?.dataset.col ?? null };
}

export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

export function isEditor(target) {
  return target.matches("input, select, textarea");
}

// From asking until the answer is drawn, keys would fall on nothing, or on the row just left: they are kept and played
// when it is there. Should it never come, keys go their own way again after a while.
const patience = 3000;
let waiting = null;
let asks = 0;

function ask(grid, detail, leaves) {
  asks++;
  waiting = { grid, ask: asks, leaves, keys: waiting?.grid === grid ? waiting.keys : [], until: performance.now() + patience };
  tell(grid, "gridevent", { ...detail, ask: asks });
}

function open(grid, at) {
  ask(grid, { ...at, key: null }, false);
}

/** Keys that play a part in a grid, while an answer is on its way. */
function keep(event) {
  if (!waiting || performance.now() > waiting.until || event.isComposing) return false;
  if (event.target !== document.body && (!waiting.grid.contains(event.target) || (isEditor(event.target) && !waiting.leaves))) return false;
  const name = keyOf(event);
  const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!types && name !== "Backspace" && !moving.has(name) && !walking.has(name)) return false;
  waiting.keys.push({ name, text: types ? event.key : null });
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function type(editor, text) {
  if (!editor.matches("input:not([type=checkbox]), textarea")) return;
  const start = text === "" && editor.selectionStart === editor.selectionEnd ? Math.max(editor.selectionStart - 1, 0) : editor.selectionStart;
  editor.setRangeText(text, start, editor.selectionEnd, "end");
  editor.dispatchEvent(new Event("input", { bubbles: true }));
}

function walk(editor, by) {
  const all = [...editor.closest("[data-grid]").querySelectorAll("input, select, textarea, button")].filter(found => !found.disabled && found.tabIndex >= 0 && found.offsetParent);
  const next = all[all.indexOf(editor) + by] ?? editor;
  next.focus();
  next.select?.();
  return next;
}

function play(grid, editor) {
  const keys = waiting.keys;
  waiting = null;
  while (keys.length > 0) {
    const key = keys.shift();
    if (moving.has(key.name) && move(editor, key.name)) {
      waiting.keys.push(...keys);
      return;
    }
    if (walking.has(key.name)) editor = walk(editor, key.name === "Tab" ? 1 : -1);
    else if (key.text !== null || key.name === "Backspace") type(editor, key.text ?? "");
    if (waiting) {
      waiting.keys.push(...keys);
      return;
    }
  }
}

// Focus that the server gives opens nothing: a row that was left by Escape, or comes after a removed one, is selected.
let quiet = false;

export function arrive(grid, focus) {
  const [, answered, row, column] = focus.split(":");
  // A click asks twice, by focus and by itself: an answer to what was asked before is not where somebody is going now.
  if (waiting?.grid === grid && Number(answered) !== waiting.ask) return;
  const line = grid.querySelector(`[data-row="${row}"]`);
  const cell = column ? line?.querySelector(`[data-col="${CSS.escape(column)}"]`) : null;
  const editor = cell?.querySelector("input, select, textarea")
    ?? line?.querySelector("[data-col=name] input, [data-col=path] input, [data-open]");
  if (editor && document.activeElement !== editor) {
    quiet = true;
    editor.focus();
    quiet = false;
    if (editor.select) editor.select();
  }
  if (waiting?.grid !== grid) return;
  if (editor) play(grid, editor);
  else waiting = null;
}

/** False when the key means nothing at this place. */
function move(target, key) {
  const grid = target.closest("[data-grid]");
  if (key.startsWith("Ctrl+") && target.matches("textarea")) return false;
  const at = place(target) ?? (key.startsWith("Ctrl+") ? { row: 0, column: null } : null);
  if (!at) return false;
  const editing = isEditor(target);
  if (key === "Delete" && editing) return false;
  if (key.endsWith("Enter") && (!editing || target.matches("textarea"))) return false;
  if (key === "Escape" && !editing) return false;
  ask(grid, { ...at, key }, true);
  return true;
}

export function onGridKey(event) {
  if (keep(event)) return;
  const key = keyOf(event);
  if (event.isComposing || !moving.has(key) || !event.target.closest?.("[data-grid]") || !move(event.target, key)) return;
  event.preventDefault();
  event.stopPropagation();
}

export function onGridFocus(event) {
  if (quiet) return;
  const grid = event.target.closest?.("[data-grid]");
  const at = grid && place(event.target);
  if (at && event.target.matches("[data-open]") && !event.target.closest("[data-row]").classList.contains("live")) open(grid, at);
}

export function onGridClick(event) {
  const grid = event.target.closest?.("[data-grid]");
  const at = grid && place(event.target);
  if (at && !event.target.closest("button:not([data-open]), a, input, select, textarea, label")
      && !event.target.closest("[data-row]").classList.contains("live")) {
    open(grid, at);
  } else {
    waiting = null;
  }
}
