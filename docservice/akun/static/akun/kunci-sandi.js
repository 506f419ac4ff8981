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

const pilihanDari = async (borang) => {
  if (!borang.dataset.alamat) return JSON.parse(borang.querySelector("script[type='application/json']").textContent);
  const jawab = await fetch(borang.dataset.alamat, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  return jawab.json();
};

const tanyaPerangkat = async (borang) => {
  const semua = await pilihanDari(borang);
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

for (const borang of document.querySelectorAll("form[data-kunci-sandi]")) {
  if (!window.PublicKeyCredential) continue;
  borang.hidden = false;
  borang.addEventListener("submit", async (e) => {
    e.preventDefault();
    e.stopPropagation();
    const galat = borang.querySelector("[data-galat]");
    galat.hidden = true;
    try {
      borang.elements.credential.value = JSON.stringify(jawabanDari(await tanyaPerangkat(borang)));
      borang.submit();
    } catch {
      galat.textContent = "Perangkat tidak memberikan kunci sandi. Coba lagi, atau pakai cara lain.";
      galat.hidden = false;
    }
  });
}
