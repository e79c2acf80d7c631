// The tree of a body: its arrow keys move in it and not the page, and what is gone to comes into sight.
const moves = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", " "];

export function onTreeKey(event) {
  if (event.target.matches?.("[data-tree]") && moves.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) event.preventDefault();
}

// Rows that are not in sight are not there: the place is told, not the row.
export function scrollTree(id, top) {
  const tree = document.getElementById(id);
  if (!tree) return;
  if (top < tree.scrollTop || top > tree.scrollTop + tree.clientHeight - 56) tree.scrollTop = Math.max(0, top - tree.clientHeight / 3);
}
