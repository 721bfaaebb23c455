// The poles near the pin as buttons below the map: the same that the map shows, for keyboard and screen reader.
import type { PoleNear } from "./here";
import type { Point } from "./place";

export class PoleChoice {
  #poles: PoleNear[] = [];
  #chosen: PoleNear | null = null;

  constructor(readonly box: HTMLElement, readonly take: (pole: PoleNear) => void) {}

  get offered(): PoleNear[] {
    return this.#poles;
  }

  /** Code of the chosen one; empty for none. */
  get code(): string {
    return this.#chosen?.code ?? "";
  }

  /** What is known to be painted on it; empty for none. */
  get number(): string {
    return this.#chosen?.name ?? "";
  }

  choose(pole: PoleNear): void {
    this.#chosen = pole;
  }

  /** The pin went elsewhere: returns the pole that is no longer meant. */
  left(point: Point): PoleNear | null {
    const before = this.#chosen;
    if (before === null || (Math.abs(before.lat - point.latitude) < 1e-6 && Math.abs(before.lng - point.longitude) < 1e-6)) return null;
    this.#chosen = null;
    return before;
  }

  offer(poles: PoleNear[]): void {
    this.#poles = poles;
    this.box.hidden = poles.length === 0;
    const list = this.box.querySelector<HTMLElement>("[data-pole-choices]")!;
    const focused = list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.code : undefined;
    list.replaceChildren(...poles.map(pole => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-outline-primary";
      button.dataset.code = pole.code;
      button.setAttribute("aria-pressed", String(pole.code === this.code));
      button.textContent = (this.box.dataset.words ?? "{0} {1}").replace("{0}", pole.name).replace("{1}", String(Math.round(pole.metres)));
      button.addEventListener("click", () => this.take(pole));
      return button;
    }));
    if (focused !== undefined) (list.querySelector<HTMLElement>(`[data-code="${CSS.escape(focused)}"]`) ?? list.querySelector("button"))?.focus();
  }
}
