// What the screens need of the browser: one delegated listener each for grids, page-wide keys and copying.
const moving = new Set(["Enter", "Shift+Enter", "Alt+ArrowUp", "Alt+ArrowDown", "Delete", "Escape", "Ctrl+z", "Ctrl+y", "Ctrl+Shift+z"]);

function keyOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.shiftKey ? "Shift+" : "") + key;
}

function place(target) {
  const row = target.closest("[data-row]");
  return row && { row: Number(row.dataset.row), column: target.closest("[data-col]")?.dataset.col ?? null };
}

function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

function isEditor(target) {
  return target.matches("input, select, textarea");
}

// What is typed between asking for a row and the arrival of its editors would fall on nothing, or on the row just
// left: it is kept and handed over. Should the editors never come, keys go their own way again after a while.
const patience = 3000;
let early = null;

function expectEditors(grid, leaving) {
  early = { grid, leaving, text: early?.grid === grid ? early.text : "", until: performance.now() + patience };
}

function open(grid, at) {
  expectEditors(grid, false);
  tell(grid, "gridevent", { ...at, key: null });
}

function keepEarly(event) {
  if (!early || performance.now() > early.until || (isEditor(event.target) && !early.leaving)) return false;
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  early.text += event.key;
  event.preventDefault();
  return true;
}

function handOver(grid, editor) {
  const text = early?.grid === grid ? early.text : "";
  early = null;
  if (!text || !editor.matches("input:not([type=checkbox]), textarea")) return;
  editor.setRangeText(text, 0, editor.value.length, "end");
  editor.dispatchEvent(new Event("input", { bubbles: true }));
}

function onGridKey(event) {
  if (keepEarly(event)) return;
  const grid = event.target.closest?.("[data-grid]");
  const key = keyOf(event);
  if (!grid || !moving.has(key) || event.isComposing) return;
  if (key.startsWith("Ctrl+") && event.target.matches("textarea")) return;
  const at = place(event.target) ?? (key.startsWith("Ctrl+") ? { row: 0, column: null } : null);
  if (!at) return;
  const editing = isEditor(event.target);
  if (key === "Delete" && editing) return;
  if (key.endsWith("Enter") && (!editing || event.target.matches("textarea"))) return;
  if (key === "Escape" && !editing) return;
  event.preventDefault();
  event.stopPropagation();
  if (key.endsWith("Enter")) expectEditors(grid, true);
  tell(grid, "gridevent", { ...at, key });
}

function onGridFocus(event) {
  const grid = event.target.closest?.("[data-grid]");
  const at = grid && place(event.target);
  if (at && !event.target.closest("[data-row]").classList.contains("live") && event.target.matches("[data-open]")) {
    open(grid, at);
  }
}

function onClick(event) {
  const asked = event.target.closest?.("[data-command]");
  if (asked) {
    asked.closest("details")?.removeAttribute("open");
    command(asked.dataset.command);
    return;
  }
  const copy = event.target.closest?.("[data-copy]");
  if (copy) {
    copyText(copy);
    return;
  }
  const grid = event.target.closest?.("[data-grid]");
  const at = grid && place(event.target);
  if (at && !event.target.closest("button:not([data-open]), a, input, select, textarea, label")
      && !event.target.closest("[data-row]").classList.contains("live")) {
    open(grid, at);
  } else {
    early = null;
  }
}

async function copyText(button) {
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    const range = document.createRange();
    range.selectNodeContents(source);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand("copy");
  }
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, 1500);
}

function shortcutOf(event) {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (command && event.key.toLowerCase() === "s") return "save";
  if (command && event.key === "Enter") return "run";
  if (event.key === "Escape" && !command) return "cancel";
  return null;
}

function onShortcut(event) {
  const name = shortcutOf(event);
  const page = name && document.querySelector("[data-shortcuts]");
  if (!page || event.defaultPrevented || document.querySelector(".mud-dialog")) return;
  if (name === "cancel" && !page.querySelector("[data-running]")) return;
  event.preventDefault();
  // A field that reports on leaving it has to report before the page acts on what it holds.
  if (isEditor(document.activeElement)) {
    document.activeElement.dispatchEvent(new Event("change", { bubbles: true }));
  }
  tell(page, "shortcut", { name });
}

// The call can overtake the drawing of the row it names: then it waits a few frames for it.
function focusCell(grid, row, column, frames = 30) {
  const line = grid?.querySelector(`[data-row="${row}"]`);
  const cell = column && line?.querySelector(`[data-col="${CSS.escape(column)}"]`);
  const editor = cell?.querySelector("input, select, textarea")
    ?? line?.querySelector("[data-col=name] input, [data-col=path] input, [data-open]");
  if (frames > 0 && (!editor || (early && !isEditor(editor)))) {
    requestAnimationFrame(() => focusCell(grid, row, column, frames - 1));
    return;
  }
  if (editor && document.activeElement !== editor) {
    editor.focus();
    if (editor.select) editor.select();
  }
  if (editor) handOver(grid, editor);
}

// Comes a round trip after the page's fields: whoever types in one by then is left alone.
function focusHeading() {
  if (!document.activeElement || !isEditor(document.activeElement)) document.querySelector("h1")?.focus();
}

function reveal(id) {
  document.getElementById(id)?.scrollIntoView({ block: "nearest" });
}

// Keys and buttons that work on every page: the palette, and the list of keys.
function command(name) {
  const keys = document.querySelector("[data-commands]");
  if (keys && !document.querySelector(".mud-dialog")) tell(keys, "shortcut", { name });
}

function commandOf(event) {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (control && event.key.toLowerCase() === "k") return "palette";
  if (event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey && !isEditor(event.target)) return "help";
  return null;
}

function onCommand(event) {
  const name = commandOf(event);
  if (!name || event.defaultPrevented) return;
  event.preventDefault();
  command(name);
}

// What the palette asks for that the browser does by itself.
function act(name) {
  document.querySelector(`[data-action="${CSS.escape(name)}"]`)?.click();
}

function jumpTo(id) {
  const target = document.getElementById(id);
  const field = target?.querySelector("[aria-invalid=true]") ?? target;
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}

// A text that may be long never travels as an event: only the news of it does, and the server fetches it as a stream.
// The news comes from the element around the field, because Blazor adds a field's value to every event of the field.
function tellStreamed(area) {
  const short = area.dataset.streamed === "inline" && area.value.length <= 1000;
  tell(area.parentElement, "streamed", { length: area.value.length, text: short ? area.value : null });
}

function onInput(event) {
  if (event.target.matches?.("[data-streamed]")) tellStreamed(event.target);
}

// For the same reason nothing around such a field (a dialog listens for keys) may hear of it once its text is long.
function keepQuiet(event) {
  if (event.target.matches?.("[data-streamed]") && event.target.value.length > 5000) event.stopPropagation();
}

// While the line to the server is down Blazor drops what fields report, and what was under way when it broke is lost too.
// So every field that was typed in reports once more when the line is back; what the server knows already changes nothing.
const typed = new Set();

function remember(event) {
  if (isEditor(event.target) && event.target.type !== "file") typed.add(event.target);
}

function onLine(event) {
  if (event.detail?.state !== "hide") return;
  for (const field of typed) {
    if (!field.isConnected) {
      typed.delete(field);
      continue;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function textOf(area) {
  return new Blob([area.value]);
}

let pasted = null;
const pastedRows = [];

function isJson(text) {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// A text of one line stays in the field it is pasted into, unless it is plainly a list; so does JSON in a value's field.
function isRows(text, column) {
  const trimmed = text.trim();
  const lines = /\n\s*\S/.test(trimmed);
  if (column === "value") return lines && !/^[[{<"]/.test(trimmed);
  if (column !== "name") return false;
  return lines || trimmed.includes("\t") || isJson(trimmed) || /^[^\s:="'{}<>]+:\s+\S/.test(trimmed)
    || /^(https?:\/\/[^\s?]*)?\?[^\s=&]+=\S*$/i.test(trimmed) || /^[^\s=&?]+=[^\s&]*(&[^\s=&]+=[^\s&]*)+$/.test(trimmed);
}

function pasteCurl(text) {
  const button = /^\s*(\$\s+)?curl(\.exe)?\s/.test(text) && document.querySelector("[data-paste-curl]");
  if (!button) return false;
  pasted = text;
  button.click();
  return true;
}

function pasteRows(target, text) {
  const grid = target.closest?.("[data-grid][data-pastes]");
  const at = grid && place(target);
  if (!at || !isRows(text, at.column)) return false;
  pastedRows.push(text);
  tell(grid, "gridevent", { ...at, key: "Paste" });
  return true;
}

function takeRows() {
  return new Blob([pastedRows.shift() ?? ""]);
}

function onPaste(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const takesCurl = event.target.id === "api-url" || event.target.closest?.("[data-pastes] [data-col=name]");
  if ((takesCurl && pasteCurl(text)) || pasteRows(event.target, text)) event.preventDefault();
}

function takePasted(area) {
  area.focus();
  if (pasted === null) return;
  area.value = pasted;
  pasted = null;
  tellStreamed(area);
}

// Outlives a reload, and a restart of the server; another tab has another one.
function tabId() {
  try {
    let id = sessionStorage.getItem("tab");
    if (!id) sessionStorage.setItem("tab", id = Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join(""));
    return id;
  } catch {
    return null; // No storage in this browser: what was typed is then found by its person alone.
  }
}

export function afterWebStarted(blazor) {
  const detail = event => event.detail;
  blazor.registerCustomEventType("gridevent", { createEventArgs: detail });
  blazor.registerCustomEventType("shortcut", { createEventArgs: detail });
  blazor.registerCustomEventType("streamed", { createEventArgs: detail });
  document.addEventListener("keydown", onGridKey, true);
  document.addEventListener("keydown", onShortcut);
  document.addEventListener("keydown", onCommand);
  document.addEventListener("focusin", onGridFocus);
  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput);
  for (const name of ["keydown", "keyup", "click", "mousedown", "mouseup", "pointerdown", "pointerup", "change"]) {
    document.addEventListener(name, keepQuiet, true);
  }
  document.addEventListener("paste", onPaste);
  document.addEventListener("input", remember, true);
  document.addEventListener("change", remember, true);
  document.addEventListener("components-reconnect-state-changed", onLine, true);
  window.apiAdmin = { act, focusCell, focusHeading, jumpTo, reveal, tabId, takePasted, takeRows, textOf };
}
