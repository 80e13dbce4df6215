// Keys: everything they do, links do too. Nothing here is needed to read a page.
"use strict";
const STOPS = "a.marked[data-begins], [data-stop], ol.hits > li a, tbody tr > :first-child a";
const go = (step) => {
  const stops = [...document.querySelectorAll(STOPS)];
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement);
  stops[at < 0 ? (step > 0 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length].focus();
};
const follow = (rel) => document.querySelector(`main a[rel="${rel}"]`)?.click();
const KEYS = {
  "?": () => { const keys = document.getElementById("keys"); keys.open = !keys.open; if (keys.open) keys.scrollIntoView(); },
  "n": () => go(1), "j": () => go(1), "p": () => go(-1), "k": () => go(-1),
  "]": () => follow("next"), "[": () => follow("prev"),
  "/": () => { const words = document.getElementById("words"); if (words) words.focus(); else document.querySelector('nav a[href="/search"]')?.click(); },
};
document.addEventListener("keydown", (event) => {
  const own = event.target.closest("input, textarea, select, [contenteditable]");
  if (own || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
