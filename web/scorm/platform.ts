/** A learning platform around the page, by the interface of SCORM 1.2: what it keeps of a pupil, and what it is told. */

/** The object `API` that a platform puts into a window around the page. Everything is text; "false" says that it failed. */
interface Scorm12 {
  LMSInitialize(nothing: ""): string;
  LMSFinish(nothing: ""): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ""): string;
}

/** Windows around each other that are looked through. */
const MAX_DEPTH = 10;

/** The platform's interface, in the windows around this one or around the one that opened it; null where there is none. */
export function findPlatform(page: Window): Scorm12 | null {
  return findAround(page) ?? findAround(openerOf(page));
}

function openerOf(page: Window): Window | null {
  try {
    return page.top?.opener ?? null;
  } catch {
    return null; // of another origin
  }
}

function findAround(start: Window | null): Scorm12 | null {
  try {
    let around = start;
    for (let depth = 0; around !== null && depth < MAX_DEPTH; depth += 1) {
      const { API } = around as Window & { API?: Scorm12 };
      if (API) return API;
      if (around.parent === around) return null;
      around = around.parent;
    }
  } catch {
    // A window of another origin.
  }
  return null;
}

/** One visit of a pupil. */
export class Visit {
  readonly #api: Scorm12;
  readonly #begun = performance.now();

  private constructor(api: Scorm12) {
    this.#api = api;
  }

  /** Null where the platform does not take part. */
  static begin(page: Window): Visit | null {
    const api = findPlatform(page);
    return api?.LMSInitialize("") === "true" ? new Visit(api) : null;
  }

  read(element: string): string {
    return this.#api.LMSGetValue(element);
  }

  /** Tells the platform these values, and asks it to keep them; false where it takes one of them not. */
  tell(values: Readonly<Record<string, string>>): boolean {
    const taken = Object.entries(values).map(([element, value]) => this.#api.LMSSetValue(element, value));
    return taken.every((answer) => answer === "true") && this.#api.LMSCommit("") === "true";
  }

  end(): void {
    this.tell({ "cmi.core.session_time": spanOf(performance.now() - this.#begun), "cmi.core.exit": "suspend" });
    this.#api.LMSFinish("");
  }
}

/** A span of time as SCORM 1.2 writes it: 0001:02:03.45. */
export function spanOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 10) / 100;
  const two = (value: number): string => String(value).padStart(2, "0");
  const rest = (seconds % 60).toFixed(2).padStart(5, "0");
  return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${rest}`;
}
