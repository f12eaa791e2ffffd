import { binned, type ValueCount } from "../../charts/parts/bins.ts";
import type { Unit } from "../../core/units.ts";
import type { Page } from "../ask/page.ts";
import { valueCell } from "../say/cells.ts";
import { numeral, type TableData } from "../say/table.ts";
import type { FigureBody } from "./figure.ts";
import { alone, rowsOf } from "./rows.ts";

/** How often each value of a distribution occurs. */
interface Distributed {
  caption: string;
  unit: Unit;
  /** In the order of their values. */
  counts: readonly ValueCount[];
  /** A value that was promised not to be exceeded, about which the drawing has its bins; by default none. */
  limit?: number | undefined;
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

/** The bins of the wide drawing: from which value up to under which other, how many cases, and the share of all up to there. */
function binTable(page: Page, { caption, unit, counts, limit, isEstimated }: Distributed): TableData {
  const { words } = page;
  const { shareUpTo } = words.matrix.page;
  const { bins, tail, isDiscrete, step } = binned(counts, { limit });
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const beyond = tail ? [{ ...tail, start: tail.start - step, end: null }] : [];
  let seen = 0;
  return {
    caption,
    head: [
      ...(isDiscrete ? [numeral(words.value)] : [numeral(words.selection.from), numeral(words.selection.toUnder)]),
      ...(isEstimated ? [] : [numeral("n")]),
      numeral(shareUpTo),
    ],
    rows: [...bins, ...beyond].map(({ start, end, count }) => {
      seen += count;
      return [
        ...(isDiscrete ? [valueCell(page, (start + (end ?? start)) / 2, unit)] : [start, end].map((edge) => valueCell(page, edge, unit))),
        ...(isEstimated ? [] : [numeral(page.count(count), count)]),
        valueCell(page, all > 0 ? seen / all : null, "share"),
      ];
    }),
  };
}

/** The tips and the table of a distribution: for each value the share of the cases that do not exceed it; in the table a row per bin. */
export function cumulativeRows(page: Page, distributed: Distributed): Pick<FigureBody, "marks" | "table"> {
  const { caption, unit, counts, isEstimated } = distributed;
  const { words } = page;
  const { time, shareUpTo } = words.matrix.page;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const { marks } = rowsOf<ReturnType<typeof cumulated>[number]>(page, {
    caption,
    columns: () => [
      { head: numeral(time), cell: ({ value }) => numeral(words.selection.upTo(page.value(value, unit)), value) },
      { head: numeral(shareUpTo), cell: ({ seen }) => valueCell(page, seen / all, "share"), tip: alone },
      {
        head: numeral("n"),
        cell: ({ seen }) => (isEstimated ? page.count(all) : `${page.count(seen)} / ${page.count(all)}`),
        tip: (text) => `n = ${text}`,
      },
    ],
    rows: () => cumulated(counts),
  });
  return { marks, table: () => binTable(page, distributed) };
}
