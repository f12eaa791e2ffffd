import { niceTicks } from "./value-axis.ts";

export interface ValueCount {
  value: number;
  count: number;
}

/** From a value up to another that is not in it. */
export interface Bin {
  start: number;
  end: number;
  count: number;
}

interface BinOptions {
  /** A value that was promised not to be exceeded; by default none. */
  limit?: number | undefined;
  /** About as many bins before the tail; by default those of a wide drawing. */
  most?: number;
}

interface Binned {
  bins: Bin[];
  /** All beyond the last bin; null where that is nothing. */
  tail: Bin | null;
  /** Width of a bin. */
  step: number;
  /** A bin is one whole number, in its middle. */
  isDiscrete: boolean;
}

/** Share of the cases before the long tail, which is folded into one bin. */
const BODY = 0.975;
/** The same beside a limit, about which is to be seen more than how far the tail reaches. */
const BODY_BY_LIMIT = 0.9;

/** Of a wide drawing. */
export const BINS = 24;

/** Fewer whole numbers than this get a bin each. */
const DISCRETE = 12;

/** One bin per value, around it, where the values are a few whole numbers such as answers on a scale. */
function discreteBins(sorted: readonly ValueCount[]): Bin[] | null {
  const [low, high] = [sorted[0]?.value ?? 0, sorted.at(-1)?.value ?? 0];
  if (high - low >= DISCRETE || sorted.some(({ value }) => !Number.isInteger(value))) return null;
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const count = sorted.filter(({ value }) => value === low + index).reduce((sum, each) => sum + each.count, 0);
    return { start: low + index - 0.5, end: low + index + 0.5, count };
  });
}

/** Bins of equal, round width for the body, and one for the tail, set off by the width of a bin. */
export function binned(counts: readonly ValueCount[], { limit, most = BINS }: BinOptions = {}): Binned {
  const sorted = counts.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const discrete = discreteBins(sorted);
  if (discrete) return { bins: discrete, tail: null, step: 1, isDiscrete: true };
  const low = sorted[0]?.value ?? 0;
  const high = sorted.at(-1)?.value ?? 0;
  const body = limit === undefined ? bodyEnd(sorted, BODY) : Math.max(limit, bodyEnd(sorted, BODY_BY_LIMIT));
  const start = low >= 0 && low < body / 2 ? 0 : low;
  const hasTail = high - start > 1.5 * (body - start);
  const edges = niceTicks(start, hasTail ? body : high, most);
  const step = (edges[1] ?? 1) - (edges[0] ?? 0);
  if (!hasTail && (edges.at(-1) ?? 0) <= high) edges.push((edges.at(-1) ?? 0) + step);
  const bins = edges.slice(0, -1).map((from, index) => ({ start: from, end: edges[index + 1] ?? from + step, count: 0 }));
  const first = bins[0]?.start ?? 0;
  let beyond = 0;
  for (const { value, count } of sorted) {
    const bin = bins[Math.floor((value - first) / step + 1e-9)];
    if (bin) bin.count += count;
    else beyond += count;
  }
  const edge = edges.at(-1) ?? 0;
  return { bins, tail: beyond > 0 ? { start: edge + step, end: edge + 3 * step, count: beyond } : null, step, isDiscrete: false };
}

function bodyEnd(sorted: readonly ValueCount[], share: number): number {
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= share * total) return value;
  }
  return 0;
}
