// Makes passkeys and asks for them (WebAuthn). Without scripts, or in a browser that knows none, the forms stay hidden.

interface Named { id: string; type: PublicKeyCredentialType; transports?: AuthenticatorTransport[] }
interface Asked { handle: string; options: Record<string, unknown> & { challenge: string; user?: { id: string }; allowCredentials?: Named[]; excludeCredentials?: Named[] } }

function bytes(text: string): ArrayBuffer {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, sign => sign.charCodeAt(0)).buffer;
}

function written(data: ArrayBuffer | null | undefined): string | undefined {
  if (!data) return undefined;
  return btoa(String.fromCharCode(...new Uint8Array(data))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function named(list: Named[] | undefined): PublicKeyCredentialDescriptor[] {
  return (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));
}

async function ask(form: HTMLFormElement): Promise<Asked> {
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "";
  const answer = await fetch(form.dataset.ask ?? "", { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok) throw new Error(String(answer.status));
  return await answer.json() as Asked;
}

async function create({ options }: Asked): Promise<unknown> {
  const made = await navigator.credentials.create({ publicKey: {
    ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user!.id) }, excludeCredentials: named(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions }) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return { ...head(made), response: {
    clientDataJSON: written(response.clientDataJSON), attestationObject: written(response.attestationObject), transports: response.getTransports?.() ?? [],
  } };
}

async function get({ options }: Asked): Promise<unknown> {
  const made = await navigator.credentials.get({ publicKey: {
    ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions }) as PublicKeyCredential;
  const response = made.response as AuthenticatorAssertionResponse;
  return { ...head(made), response: {
    clientDataJSON: written(response.clientDataJSON), authenticatorData: written(response.authenticatorData),
    signature: written(response.signature), userHandle: written(response.userHandle),
  } };
}

function head(made: PublicKeyCredential): object {
  return {
    id: made.id, rawId: written(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
  };
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
}

if ("PublicKeyCredential" in window) {
  for (const none of document.querySelectorAll<HTMLElement>("[data-no-passkey]")) none.hidden = true;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.hidden = false;
    const problem = form.querySelector<HTMLElement>("[data-problem]")!;
    const button = form.querySelector<HTMLButtonElement>("button")!;
    form.addEventListener("submit", event => {
      event.preventDefault();
      button.disabled = problem.hidden = true;
      void (async () => {
        try {
          const asked = await ask(form);
          fill(form, "credential", JSON.stringify(await (form.dataset.passkey === "create" ? create(asked) : get(asked))));
          fill(form, "handle", asked.handle);
          form.submit();
        } catch {
          // Cancelled, too late, or nothing on this device: the person tries again or takes another way.
          problem.textContent = form.dataset.refused ?? "";
          problem.hidden = button.disabled = false;
        }
      })();
    });
  }
}

export {};
