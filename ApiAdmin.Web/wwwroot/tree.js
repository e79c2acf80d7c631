// The tree of a body: its arrow keys move in it and not the page, and what is gone to comes into sight.
const moves = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", " "];

export function onTreeKey(event) {
  if (event.target.matches?.("[data-tree]") && moves.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) event.preventDefault();
}

// Rows that are not in sight are not there: the place is told, not the row; null leaves it where it is. The list asks for rows when
// the space beside them comes into sight. Space that was in sight and only grew, as when a row at the end is opened, stays empty
// until it is touched.
export function scrollTree(id, top) {
  const tree = document.getElementById(id);
  if (!tree) return;
  requestAnimationFrame(() => tree.querySelectorAll(":scope > :not([role])").forEach((space) => space.toggleAttribute("data-touched")));
  if (top === null) return;
  if (top < tree.scrollTop || top > tree.scrollTop + tree.clientHeight - 56) tree.scrollTop = Math.max(0, top - tree.clientHeight / 3);
}
