// A form that saves itself while one types. A button waits for the saving under way, and after the press nothing is
// saved any more: of two savings at once the later would be told that somebody else had changed the thing.
const tempat = document.getElementById("tersimpan");
const formulir = document.querySelector(tempat.getAttribute("hx-include"));
let menyimpan = false;
let ditekan = null;
tempat.addEventListener("htmx:beforeRequest", (e) => {
  if (formulir.dataset.terkirim) e.preventDefault(); else menyimpan = true;
});
tempat.addEventListener("htmx:afterRequest", () => {
  menyimpan = false;
  if (ditekan) formulir.requestSubmit(ditekan.submitter);
  ditekan = null;
});
formulir.addEventListener("submit", (e) => {
  if (!menyimpan) return;
  e.preventDefault();
  e.stopPropagation();
  ditekan = e;
}, { capture: true });
