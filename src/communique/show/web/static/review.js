// Keys of the review queue: each presses, follows or goes to what is marked with it.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const marked = /^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
  if (!marked) return;
  event.preventDefault();
  if (marked.matches("input, select")) marked.focus(); else marked.click();
});
