import type { Unit } from "../../core/units.ts";

/** Where a scale ends by nature, however far the data reach. */
const BOUNDS: Partial<Record<Unit, readonly [number, number]>> = { score: [1, 5] };

const PADDING = 0.08;

/** What the values span. From zero unless they lie far above it, since a line may start elsewhere but should not exaggerate. */
function span(values: readonly number[], unit: Unit): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low || Math.abs(high) || 1) * PADDING;
  const floor = low >= 0 && low < 0.6 * high ? 0 : low - pad;
  const bounds = BOUNDS[unit] ?? [low >= 0 ? 0 : -Infinity, unit === "share" && high <= 1 ? 1 : Infinity];
  return [Math.max(floor, bounds[0]), Math.min(high + pad, bounds[1])];
}

/** The finest of 1, 2, 5 × 10ⁿ that needs no more than `count` steps. */
function niceStep(low: number, high: number, count: number): number {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10);
}

/** Round ticks from just under `low` to just over `high`. */
export function niceTicks(low: number, high: number, count = 5): number[] {
  const step = niceStep(low, high > low ? high : low + 1, count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Ticks whose first and last are the domain of an axis that shows all the values; 0 to 1 for none. */
export function valueTicks(values: readonly number[], unit: Unit, count = 5): number[] {
  return niceTicks(...(values.length > 0 ? span(values, unit) : ([0, 1] as const)), count);
}
