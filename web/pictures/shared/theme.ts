/** The design tokens of tokens.css as canvas drawing needs them. */
import type { BoundaryViewOptions, Rgb } from "../../engine/engine";

export interface Theme {
  readonly paper: string;
  readonly ink: string;
  /** For axis names, ticks and notes. */
  readonly muted: string;
  readonly hairline: string;
  readonly accent: string;
  readonly negative: string;
  readonly zero: string;
  readonly positive: string;
  /** By class index, modulo the number of colours. */
  readonly classes: readonly string[];
  readonly font: string;
  /** The size of the page's text as a multiple of the usual one: a reader's own setting. */
  readonly textScale: number;
}

/** Reads the tokens in force at `element`; call once a theme, not once a frame. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (name: string): string => resolvedColor(element, style.getPropertyValue(name));
  return {
    paper: token("--paper"),
    ink: token("--ink"),
    muted: token("--ink-muted"),
    hairline: token("--hairline"),
    accent: token("--accent"),
    negative: token("--negative"),
    zero: token("--zero"),
    positive: token("--positive"),
    classes: Array.from({ length: 8 }, (_, index) => token(`--class-${index}`)),
    font: style.fontFamily,
    textScale: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
  };
}

/** Resolves a token such as `light-dark(…)` or `oklch(…)` to a plain colour, by asking the browser. */
function resolvedColor(element: Element, color: string): string {
  const probe = document.createElement("span");
  probe.style.color = color;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

export function classColor(theme: Theme, classIndex: number): string {
  return theme.classes[classIndex % Math.max(1, theme.classes.length)] ?? theme.ink;
}

/** The share of a class's colour in its part of the background, low enough that students of the class stand out. */
const BACKGROUND = 0.65;

/** The background's colours. */
export function boundaryPalette(theme: Theme, classes: number): BoundaryViewOptions["palette"] {
  const paper = rgbFromCss(theme.paper);
  return {
    paper,
    line: rgbFromCss(theme.ink),
    low: rgbFromCss(theme.negative),
    high: rgbFromCss(theme.positive),
    classes: Array.from({ length: classes }, (_, index) =>
      mixedRgb(paper, rgbFromCss(classColor(theme, index)), BACKGROUND),
    ),
  };
}

let asked: CanvasRenderingContext2D | null = null;

/** Any CSS colour as red, green, blue and alpha of 0–255, by drawing one pixel of it. */
export function rgbaFromCss(color: string): Uint8ClampedArray {
  asked ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (asked === null) throw new Error("This browser draws no 2d canvas.");
  asked.clearRect(0, 0, 1, 1);
  asked.fillStyle = color;
  asked.fillRect(0, 0, 1, 1);
  return asked.getImageData(0, 0, 1, 1).data;
}

export function rgbFromCss(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = rgbaFromCss(color);
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
