/** A canvas context for tests that records every call. */
import type { Pencil } from "./axes";
import type { Theme } from "./theme";

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  /** The styles in force at the call. */
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly globalAlpha: number;
}

export function recordingPencil(): { pencil: Pencil; calls: Call[] } {
  const calls: Call[] = [];
  const record =
    (name: string) =>
    (...args: unknown[]): void => {
      const { fillStyle, strokeStyle, globalAlpha } = pencil;
      calls.push({ name, args, fillStyle, strokeStyle, globalAlpha });
      if (name === "save") saved.push(globalAlpha);
      if (name === "restore") pencil.globalAlpha = saved.pop() ?? 1;
    };
  const saved: number[] = [];
  const pencil = {
    moveTo: record("moveTo"),
    lineTo: record("lineTo"),
    arc: record("arc"),
    rect: record("rect"),
    clip: record("clip"),
    closePath: record("closePath"),
    beginPath: record("beginPath"),
    fill: record("fill"),
    stroke: record("stroke"),
    fillText: record("fillText"),
    save: record("save"),
    restore: record("restore"),
    setLineDash: record("setLineDash"),
    // Eight pixels a character.
    measureText: (text: string) => ({ width: 8 * text.length }) as TextMetrics,
    fillStyle: "",
    strokeStyle: "",
    lineWidth: 1,
    lineJoin: "miter" as const,
    globalAlpha: 1,
    font: "",
    textAlign: "start" as const,
    textBaseline: "alphabetic" as const,
  } as Pencil;
  return { pencil, calls };
}

export const TEST_THEME: Theme = {
  paper: "paper",
  ink: "ink",
  muted: "muted",
  hairline: "hairline",
  accent: "accent",
  negative: "negative",
  zero: "zero",
  positive: "positive",
  classes: ["class-0", "class-1", "class-2"],
  font: "sans-serif",
  textScale: 1,
};
