import { axisY, gridY, type Markish, ruleY, text } from "@observablehq/plot";
import type { Unit } from "../../core/units.ts";
import { axisFormat } from "../../i18n/format.ts";
import type { Forms } from "../../i18n/forms.ts";
import { LINE_HEIGHT, textWidth, widest } from "./measure.ts";

const PADDING = 0.08;

/** Of the largest value, so that a tremor of a nearly flat line does not fill the chart. */
const LEAST_PADDING = 0.04;

/** What an axis measures. */
interface Measure {
  unit: Unit;
  forms: Forms;
}

/** What the values span, within the ends that a scale has by nature. From zero unless they lie far above it, since a line may start elsewhere but should not exaggerate. */
function span(values: readonly number[], { unit, forms }: Measure): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = Math.max((high - low) * PADDING, Math.abs(high) * LEAST_PADDING) || 1;
  const floor = low >= 0 && low < 0.6 * high ? 0 : low - pad;
  const bounds = forms.units[unit].ends ?? [
    low >= 0 ? 0 : Number.NEGATIVE_INFINITY,
    unit === "share" && high <= 1 ? 1 : Number.POSITIVE_INFINITY,
  ];
  return [Math.max(floor, bounds[0]), Math.min(high + pad, bounds[1])];
}

/** The finest of 1, 2, 5 × 10ⁿ that needs no more than `count` steps. */
function niceStep(low: number, high: number, count: number): number {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10);
}

/** Round ticks from just under `low` to just over `high`, at least `least` apart. */
export function niceTicks(low: number, high: number, count = 5, least = 0): number[] {
  const step = Math.max(least, niceStep(low, high > low ? high : low + 1, count));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Ticks whose first and last are the domain of an axis that shows all the values; 0 to 1 for none. Things are counted in whole numbers. */
export function valueTicks(values: readonly number[], measure: Measure, count = 5): number[] {
  const [low, high] = values.length > 0 ? span(values, measure) : ([0, 1] as const);
  return niceTicks(low, high, count, measure.unit === "count" ? 1 : 0);
}

/** Height above a plot for the unit of its value axis. */
export const UNIT_HEIGHT = LINE_HEIGHT + 10;

export interface ValueAxis {
  /** Width of the numbers. */
  marginLeft: number;
  /** Width of the unit, which stands above the numbers from the left end of the drawing on, and of the space behind it; 0 without one. */
  unitWidth: number;
  y: readonly [number, number];
  /** How a number on the axis is written. */
  format: (value: number) => string;
  /** Hairlines, numbers, and the unit once above them; to be drawn first. */
  marks: Markish[];
  /** The line at zero, to be drawn over columns; null where zero is out of sight. */
  baseline: Markish;
}

/** The vertical axis of a chart. `caption` stands for the unit where that says too little. */
export function valueAxis(ticks: readonly number[], { unit, forms, caption }: Measure & { caption?: string | undefined }): ValueAxis {
  const { label, format } = axisFormat(unit, forms, ticks);
  const marginLeft = Math.ceil(widest(ticks.map(format))) + 8;
  return {
    marginLeft,
    unitWidth: ticks.length > 0 ? textWidth(caption ?? label) + 6 : 0,
    y: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
    format,
    marks: [
      gridY(ticks, { className: "grid" }),
      axisY(ticks, { className: "tick", tickSize: 0, tickFormat: format, label: null }),
      text(ticks.length > 0 ? [caption ?? label] : [], {
        className: "tick",
        frameAnchor: "top-left",
        dx: -marginLeft,
        dy: -LINE_HEIGHT - 6,
        textAnchor: "start",
      }),
    ],
    baseline: ticks.includes(0) ? ruleY([0], { className: "baseline" }) : null,
  };
}
