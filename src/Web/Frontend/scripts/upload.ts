const tries = 3;

/** What became of an upload: its key, or a sentence and whether trying again makes sense. */
export interface Answer {
  key?: string;
  sentence?: string | undefined;
  again: boolean;
}

/** Sends a photo, three times when the network fails. */
export async function post(address: string, photo: Blob, token: string, progress: (share: number) => void): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await once(address, photo, token, progress);
    if (answer !== null) return answer;
    if (attempt === tries) return { again: true };
    await new Promise(done => setTimeout(done, 1500 * attempt));
  }
}

/** Null when no answer came. fetch tells no progress, hence the older interface. */
function once(address: string, photo: Blob, token: string, progress: (share: number) => void): Promise<Answer | null> {
  return new Promise(done => {
    const call = new XMLHttpRequest();
    call.open("POST", address);
    call.setRequestHeader("RequestVerificationToken", token);
    call.responseType = "json";
    call.timeout = 180_000;
    call.upload.addEventListener("progress", event => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    call.addEventListener("load", () => {
      const body = call.response as { key?: string; detail?: string } | null;
      if (call.status === 201 && body?.key !== undefined) done({ key: body.key, again: false });
      else if (call.status >= 500) done(null);
      else done({ sentence: body?.detail, again: call.status !== 422 && call.status !== 413 });
    });
    for (const failure of ["error", "timeout", "abort"]) call.addEventListener(failure, () => done(null));
    const form = new FormData();
    form.append("photo", photo, "photo.jpg");
    call.send(form);
  });
}
