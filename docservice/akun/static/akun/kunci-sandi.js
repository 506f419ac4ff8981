// Passkeys: the browser's own dialogue between our form and the server. Bytes travel as base64url.
const keByte = (teks) => Uint8Array.from(atob(teks.replace(/-/g, "+").replace(/_/g, "/")), (h) => h.charCodeAt(0));
const keTeks = (byte) => btoa(String.fromCharCode(...new Uint8Array(byte))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const daftar = (semua) => (semua ?? []).map((satu) => ({ ...satu, id: keByte(satu.id) }));

const jawabanDari = (kunci) => {
  const isi = { clientDataJSON: keTeks(kunci.response.clientDataJSON) };
  for (const nama of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (kunci.response[nama]) isi[nama] = keTeks(kunci.response[nama]);
  }
  return { id: kunci.id, rawId: keTeks(kunci.rawId), type: kunci.type, response: isi, clientExtensionResults: kunci.getClientExtensionResults() };
};

const pilihanDari = async (el) => {
  if (!el.dataset.alamat) return JSON.parse(el.querySelector("script[type='application/json']").textContent);
  const jawab = await fetch(el.dataset.alamat, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  return jawab.json();
};

const tanyaPerangkat = async (el) => {
  const semua = await pilihanDari(el);
  const pilihan = (semua.creation_options ?? semua.request_options).publicKey;
  pilihan.challenge = keByte(pilihan.challenge);
  if (!semua.creation_options) {
    pilihan.allowCredentials = daftar(pilihan.allowCredentials);
    return navigator.credentials.get({ publicKey: pilihan });
  }
  pilihan.user.id = keByte(pilihan.user.id);
  pilihan.excludeCredentials = daftar(pilihan.excludeCredentials);
  return navigator.credentials.create({ publicKey: pilihan });
};

// Either a form of its own, or a button that sends the form around it elsewhere.
for (const el of document.querySelectorAll("[data-kunci-sandi]")) {
  if (!window.PublicKeyCredential) continue;
  const borang = el.form ?? el;
  el.hidden = false;
  el.addEventListener(el.form ? "click" : "submit", async (e) => {
    e.preventDefault();
    e.stopPropagation();
    const galat = borang.querySelector("[data-galat]");
    galat.hidden = true;
    try {
      borang.elements.credential.value = JSON.stringify(jawabanDari(await tanyaPerangkat(el)));
      if (el.dataset.alamat) borang.action = el.dataset.alamat;
      borang.submit();
    } catch {
      galat.textContent = "Perangkat tidak memberikan kunci sandi. Coba lagi, atau pakai cara lain.";
      galat.hidden = false;
    }
  });
}
