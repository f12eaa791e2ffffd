import { type Markish, ruleY } from "@observablehq/plot";
import type { Month, Period } from "../../core/periods.ts";

/** So that its strokes lie just under the axis. */
const BELOW = 2;

/** A short bar on the time axis, which lies at the value `base`, under the months of a period, as far as they lie within `domain`. */
export function periodMark(period: Period | undefined, [first, end]: readonly [Month, Month], base: number, className = ""): Markish {
  if (!period || period.end < first || period.start >= end) return null;
  const [x1, x2] = [Math.max(period.start, first), Math.min(period.end + 1, end)];
  return ruleY([base], { className: `period-mark ${className}`.trim(), x1, x2, dy: BELOW });
}
