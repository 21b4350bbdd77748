/** The loss chart as uPlot draws it: hairlines, our ticks, our type. */
import uPlot from "uplot";
import { epochRange, type LossData, lossRange, lossTicks } from "./loss";
import { linearTicks, type Range, tickLabel } from "./scale";
import type { Theme } from "./theme";

export interface LossPlotOptions {
  readonly theme: Theme;
  readonly logarithmic: boolean;
  readonly hasHeldOut: boolean;
  /** The horizontal axis's name. */
  readonly epoch: string;
  /** Told the row under the pointer; null when it leaves. */
  readonly onpoint: (row: number | null) => void;
}

export function createLossPlot(
  box: HTMLElement,
  data: LossData,
  size: { width: number; height: number },
  { theme, logarithmic, hasHeldOut, epoch, onpoint }: LossPlotOptions,
): uPlot {
  const font = `11px ${theme.font}`;
  const grid = { stroke: theme.hairline, width: 1 };
  const line = { width: 1.5, spanGaps: false, points: { show: false } };
  const options: uPlot.Options = {
    ...size,
    padding: [6, 18, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 7, fill: theme.paper, width: 1.5 },
    },
    scales: {
      x: { time: false, range: (_, first, last) => [...epochRange(first, last)] },
      y: {
        distr: logarithmic ? 3 : 1,
        range: (_, low, high) => [...lossRange(low, high, logarithmic)],
      },
    },
    series: [{}, { ...line, stroke: theme.accent }],
    axes: [
      {
        stroke: theme.muted,
        font,
        labelFont: font,
        label: epoch,
        labelSize: 16,
        labelGap: 2,
        size: 24,
        gap: 4,
        grid: { show: false },
        ticks: { stroke: theme.muted, width: 1, size: 4 },
        border: { show: true, stroke: theme.muted, width: 1 },
        splits: (plot) =>
          linearTicks(rangeOf(plot, "x"), Math.max(2, Math.floor(plot.bbox.width / uPlot.pxRatio / 55))).filter(
            Number.isInteger,
          ),
        values: (_, ticks) => ticks.map(tickLabel),
      },
      {
        stroke: theme.muted,
        font,
        size: (_, labels) => 12 + Math.max(24, ...(labels ?? []).map((label) => label.length * 6.6)),
        gap: 4,
        grid,
        ticks: { show: false },
        // uPlot leaves every tick of a log axis but a few without a label.
        filter: (_, ticks) => ticks,
        splits: (plot) => lossTicks(rangeOf(plot, "y"), logarithmic, plot.bbox.height / uPlot.pxRatio),
        values: (_, ticks) => ticks.map(tickLabel),
      },
    ],
    hooks: {
      setCursor: [({ cursor }) => onpoint(cursor.idx ?? null)],
    },
  };
  if (hasHeldOut) options.series.push({ ...line, stroke: theme.ink, width: 1, dash: [5, 4] });
  return new uPlot(options, data, box);
}

function rangeOf(plot: uPlot, axis: "x" | "y"): Range {
  const { min, max } = plot.scales[axis] ?? {};
  return [min ?? 0, max ?? 1];
}
