// The cards as they are now: every minute and when the window is looked at again, never under somebody's fingers.
const kartu = () => document.getElementById("kartu");
let terakhir = Date.now();
const sibuk = () => document.hidden || kartu().contains(document.activeElement);
const segarkan = async () => {
  if (sibuk() || Date.now() - terakhir < 10_000) return;
  terakhir = Date.now();
  const jawab = await fetch(location.href, { headers: { "X-Segar": "1" } }).catch(() => null);
  if (!jawab?.ok || jawab.redirected) return;
  const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").getElementById("kartu");
  if (baru && !sibuk()) kartu().replaceWith(baru);
};
setInterval(segarkan, 60_000);
addEventListener("focus", segarkan);
