// The one guard of single keys: off while something is typed, with Ctrl or Alt, and where the person switched them off.
// A key that is free comes to the page as the event "tombol", a letter in lower case; who takes it calls preventDefault.
const MENGETIK = "textarea, select, input:not([type=radio],[type=checkbox])";
document.addEventListener("keydown", (e) => {
  if (e.target.closest(MENGETIK) || e.ctrlKey || e.metaKey || e.altKey) return;
  if (document.documentElement.dataset.tombolCepat === "mati") return;
  const detail = { tombol: e.key.length === 1 ? e.key.toLowerCase() : e.key, tepat: e.key, shift: e.shiftKey };
  if (!e.target.dispatchEvent(new CustomEvent("tombol", { detail, bubbles: true, cancelable: true }))) e.preventDefault();
});
