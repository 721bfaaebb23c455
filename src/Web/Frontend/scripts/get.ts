// Reads JSON of our own; whoever asks again gives up the answer to what was asked before.

export async function getJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  if (!answer.ok) throw new Error(String(answer.status));
  return await answer.json() as T;
}

/** Asks one thing at a time: a new question ends the one that still waits. */
export class Asking {
  #waiting: AbortController | null = null;

  stop(): void {
    this.#waiting?.abort();
    this.#waiting = null;
  }

  /** Null when another question came in between. */
  async get<T>(address: string): Promise<T | null> {
    this.stop();
    const own = this.#waiting = new AbortController();
    try {
      const answer = await getJson<T>(address, own.signal);
      return own.signal.aborted ? null : answer;
    } catch (problem) {
      if (own.signal.aborted) return null;
      throw problem;
    }
  }
}
