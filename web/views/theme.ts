/** The design tokens of tokens.css as canvas drawing needs them. */
import type { Rgb } from "../engine/engine";

export interface Theme {
  readonly paper: string;
  readonly ink: string;
  /** Axis names, ticks, what is said quietly. */
  readonly muted: string;
  readonly hairline: string;
  readonly negative: string;
  readonly zero: string;
  readonly positive: string;
  /** By class index; more classes than colours begin again. */
  readonly classes: readonly string[];
  readonly font: string;
}

/** Reads the tokens in force at `element`; call once a theme, not once a frame. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (names: readonly string[], fallback: string): string => {
    for (const name of names) {
      const value = style.getPropertyValue(name).trim();
      if (value !== "") return resolvedColor(element, value);
    }
    return fallback;
  };
  return {
    paper: token(["--paper"], "#ffffff"),
    ink: token(["--ink"], "#1c1c1c"),
    muted: token(["--ink-muted", "--muted"], "#666666"),
    hairline: token(["--hairline", "--line", "--rule"], "#d8d8d8"),
    negative: token(["--negative"], "#d9772b"),
    zero: token(["--zero"], "#9a9a9a"),
    positive: token(["--positive"], "#2f6fb5"),
    classes: Array.from({ length: 8 }, (_, index) => token([`--class-${index}`], "#666666")),
    font: style.fontFamily,
  };
}

/** A token may be written as `light-dark(…)` or `oklch(…)`: the browser says what it comes to. */
function resolvedColor(element: Element, color: string): string {
  const probe = document.createElement("span");
  probe.style.color = color;
  probe.style.display = "none";
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

export function classColor(theme: Theme, classIndex: number): string {
  return theme.classes[classIndex % Math.max(1, theme.classes.length)] ?? theme.ink;
}

/** Any CSS colour as red, green, blue of 0–255, by drawing one pixel of it. */
export function rgbFromCss(color: string): Rgb {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return [0, 0, 0];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Linear mixture of two colours; `share` 0 is all `from`. */
export function mixedRgb(from: Rgb, to: Rgb, share: number): Rgb {
  const part = Math.min(1, Math.max(0, share));
  const channel = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * part);
  return [channel(0), channel(1), channel(2)];
}

export function cssFromRgb([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
