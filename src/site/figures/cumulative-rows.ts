import type { ValueCount } from "../../charts/distribution.ts";
import type { Unit } from "../../core/units.ts";
import { valueCell } from "../cells.ts";
import type { Page } from "../page.ts";
import { numeral } from "../table.ts";
import { alone, inTableOnly, rowsOf } from "./rows.ts";

/** How often each value of a distribution occurs. */
interface Distributed {
  caption: string;
  unit: Unit;
  /** In the order of their values. */
  counts: readonly ValueCount[];
  /** Its counts are estimated: tips say the n of all alone. Default false. */
  isEstimated?: boolean | undefined;
}

/** Each value with the cases that do not exceed it. */
function cumulated(counts: readonly ValueCount[]) {
  let seen = 0;
  return counts.map(({ value, count }) => {
    seen += count;
    return { value, count, seen };
  });
}

/** The tips and the table of a distribution: for each value how often it occurs, and the share of the cases that do not exceed it. */
export function cumulativeRows(page: Page, { caption, unit, counts, isEstimated }: Distributed) {
  const { words } = page;
  const { time, shareUpTo } = words.matrix.page;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return rowsOf<ReturnType<typeof cumulated>[number]>(page, {
    caption,
    columns: () => [
      { head: numeral(time), cell: ({ value }) => numeral(words.selection.upTo(page.value(value, unit)), value) },
      { head: numeral("n"), cell: ({ count }) => numeral(page.count(count), count), tip: inTableOnly },
      { head: numeral(shareUpTo), cell: ({ seen }) => valueCell(page, seen / all, "share"), tip: alone },
      {
        head: numeral("n"),
        cell: ({ seen }) => (isEstimated ? page.count(all) : `${page.count(seen)} / ${page.count(all)}`),
        tip: (text) => `n = ${text}`,
        isInTipOnly: true,
      },
    ],
    rows: () => cumulated(counts),
  });
}
