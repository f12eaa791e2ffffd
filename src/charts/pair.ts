import { NARROW, WIDE } from "./widths.ts";

/**
 * A chart drawn twice, for wide and narrow columns, as HTML; within a `chart-pair`, `charts.css` shows the one that fits the column, so that its text
 * stays legible on a phone. The ids of the two end in `-w` and `-n`.
 */
export function chartPair(id: string, draw: (size: { id: string; width: number }) => SVGElement): string {
  const wide = draw({ id: `${id}-w`, width: WIDE }).outerHTML;
  const narrow = draw({ id: `${id}-n`, width: NARROW }).outerHTML;
  return `<div class="wide-only">${wide}</div><div class="narrow-only">${narrow}</div>`;
}
