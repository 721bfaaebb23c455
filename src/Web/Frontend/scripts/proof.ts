// Computes what the server asks for before it takes a report that looks like a machine's, and sends the form: the protocol of
// ALTCHA, version 2, with PBKDF2/SHA-256. Where the browser cannot (such as over plain http), an officer looks at the report instead.
interface Challenge {
  parameters: { cost: number; keyLength: number; keyPrefix: string; nonce: string; salt: string };
  signature: string;
}

// Far more than anybody needs; about 256 find it.
const most = 20_000;

export async function prove(form: HTMLFormElement, section: HTMLElement): Promise<void> {
  const status = section.querySelector<HTMLElement>("[data-proof-status]");
  const answer = section.querySelector<HTMLInputElement>("input[name=Altcha]");
  section.focus();
  // Only pages of a secure origin may compute.
  if (answer === null || globalThis.crypto?.subtle === undefined) return;
  if (status !== null) status.textContent = section.dataset.wordsComputing ?? "";
  const challenge = JSON.parse(section.dataset.proof ?? "") as Challenge;
  const solution = await solve(challenge).catch(() => null);
  if (solution === null) {
    if (status !== null) status.textContent = section.dataset.wordsFailed ?? "";
    return;
  }
  answer.value = btoa(JSON.stringify({ challenge, solution }));
  form.requestSubmit(section.querySelector<HTMLButtonElement>("button") ?? undefined);
}

async function solve(challenge: Challenge): Promise<{ counter: number; derivedKey: string; time: number } | null> {
  const { cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
  const start = performance.now();
  const random = bytes(nonce);
  const password = new Uint8Array(random.length + 4);
  password.set(random);
  const view = new DataView(password.buffer);
  for (let counter = 0; counter < most; counter++) {
    view.setUint32(random.length, counter, false);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derived = hex(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost }, key, keyLength * 8));
    if (derived.startsWith(keyPrefix)) return { counter, derivedKey: derived, time: Math.round(performance.now() - start) };
  }
  return null;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16));
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, "0")).join("");
}
