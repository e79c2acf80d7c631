// What the screens need of the browser: page-wide keys, copying and pasting. Grids and long texts have files of their own.
import { arrive, isEditor, onGridClick, onGridFocus, onGridKey, place, tell } from "./grid.js";
import { keepQuiet, onInput, onLine, patch, remember, tellStreamed, textOf } from "./fields.js";
import { onTreeKey, scrollTree } from "./tree.js";

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
  onGridClick(event);
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

// Comes a round trip after the page's fields: whoever types in one by then is left alone.
function focusHeading() {
  if (!document.activeElement || !isEditor(document.activeElement)) document.querySelector("h1")?.focus();
}

// Asked for by a page that has one field to begin with; whoever types in another one by then is left alone.
function focusOn(id) {
  const field = document.getElementById(id);
  if (field && (!document.activeElement?.matches("input, textarea, select") || !field.matches("[role=searchbox]"))) field.focus();
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

// What the server asks of an element that is already drawn, in the moment it is drawn. Several drawings may come in one
// turn of the browser: what each of them said is what the next one replaced.
function watch(attribute, act) {
  new MutationObserver(changes => {
    const replaced = new Map();
    const said = changes.toReversed().map(({ target, oldValue }) => {
      const text = replaced.has(target) ? replaced.get(target) : target.getAttribute(attribute);
      replaced.set(target, oldValue);
      return { target, text };
    });
    for (const { target, text } of said.toReversed()) if (text) act(target, text);
  }).observe(document, { subtree: true, attributeFilter: [attribute], attributeOldValue: true });
}

export function afterWebStarted(blazor) {
  const detail = event => event.detail;
  blazor.registerCustomEventType("gridevent", { createEventArgs: detail });
  blazor.registerCustomEventType("shortcut", { createEventArgs: detail });
  blazor.registerCustomEventType("streamed", { createEventArgs: detail });
  watch("data-patch", patch);
  watch("data-focus", arrive);
  document.addEventListener("keydown", onGridKey, true);
  document.addEventListener("keydown", onShortcut);
  document.addEventListener("keydown", onCommand);
  document.addEventListener("keydown", onTreeKey);
  document.addEventListener("focusin", onGridFocus);
  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput, true);
  for (const name of ["keydown", "keyup", "click", "mousedown", "mouseup", "pointerdown", "pointerup", "change"]) {
    document.addEventListener(name, keepQuiet, true);
  }
  document.addEventListener("paste", onPaste);
  document.addEventListener("input", remember, true);
  document.addEventListener("change", remember, true);
  document.addEventListener("components-reconnect-state-changed", onLine, true);
  window.apiAdmin = { act, focusHeading, focusOn, jumpTo, reveal, scrollTree, tabId, takePasted, takeRows, textOf };
}
