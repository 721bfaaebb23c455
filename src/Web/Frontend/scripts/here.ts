// What the server knows of a position: tambon, road, owner of the lamps. Nothing depends on the answer.
import type { Point } from "./place";

/** A pole near the pin. */
export interface PoleNear {
  code: string;
  /** As people know it: the painted number, or the code. */
  name: string;
  road: string;
  /** Code of its tambon; may be empty. */
  tambon: string;
  lat: number;
  lng: number;
  metres: number;
}

export interface Here {
  /** Code of the tambon by its border; null where no border says so. */
  tambon: string | null;
  /** Codes of the tambon to choose from, nearest first. */
  nearest: string[];
  outside: boolean;
  road: string;
  /** What to tell of the owner; empty when there is nothing to tell. */
  note: string;
  /** The poles within some steps, nearest first. */
  poles: PoleNear[];
}

// Whoever moves the pin back and forth asks once.
const known = new Map<string, Here>();
let newest = 0;

export async function askHere(address: string, point: Point, pole: string, tell: (here: Here) => void): Promise<void> {
  if (address === "") return;
  const turn = ++newest;
  const body = JSON.stringify({ latitude: Number(point.latitude.toFixed(6)), longitude: Number(point.longitude.toFixed(6)), poleNumber: pole });
  try {
    let here = known.get(body);
    if (here === undefined) {
      const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body });
      if (!answer.ok) return;
      here = await answer.json() as Here;
      known.set(body, here);
    }
    // A later question may have been answered first.
    if (turn === newest) tell(here);
  } catch {
    // The nearest three by their centres are offered already.
  }
}
