// Texts too long for one message of the circuit, and texts of which only a piece changes.
import { isEditor, tell } from "./grid.js";

// An event of a field carries its text twice, and a character may take six bytes; a message may have 32 KiB.
const longest = 2500;

const isStreamed = field => field.matches?.("[data-streamed]") || (field.matches?.("[data-streams]") && field.value.length > longest);

// A text that may be long never travels as an event: only the news of it does, and the server fetches it as a stream.
// The news comes from the element around the field, because Blazor adds a field's value to every event of the field.
export function tellStreamed(area, left = false) {
  const short = area.dataset.streamed === "inline" && area.value.length <= 1000;
  tell(area.parentElement, "streamed", { length: area.value.length, text: short ? area.value : null, left });
}

export function onInput(event) {
  if (!isStreamed(event.target)) return;
  if (event.target.matches("[data-streams]")) event.stopPropagation();
  tellStreamed(event.target);
}

// For the same reason nothing around such a field (a dialog listens for keys) may hear of it once its text is long.
export function keepQuiet(event) {
  if (!isStreamed(event.target) || event.target.value.length <= longest) return;
  event.stopPropagation();
  if (event.type === "change" && event.target.matches("[data-streams]")) tellStreamed(event.target, true);
}

// While the line to the server is down Blazor drops what fields report, and what was under way when it broke is lost too.
// So every field that was typed in reports once more when the line is back; what the server knows already changes nothing.
const typed = new Set();

export function remember(event) {
  if (isEditor(event.target) && event.target.type !== "file") typed.add(event.target);
}

export function onLine(event) {
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

export function textOf(area) {
  return area ? new Blob([area.value]) : null;
}

// "number:length before:start:end:text" changes a piece of the field's text, wherever its caret is. A field that holds
// something else than the server thinks was typed in meanwhile: it tells what it holds.
export function patch(around, change) {
  const field = around.querySelector("input, textarea");
  const [, before, start, end] = change.split(":", 4).map(Number);
  const text = change.split(":").slice(4).join(":");
  if (field.value.length !== before) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  field.setRangeText(text, start, end, "preserve");
}
