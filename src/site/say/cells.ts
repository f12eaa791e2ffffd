import type { Change } from "../../analysis/comparison.ts";
import type { Period } from "../../core/periods.ts";
import type { Unit } from "../../core/units.ts";
import type { Remark } from "../../cube/metric.ts";
import { idOfPeriod } from "../ask/metric-view.ts";
import type { Page, Shown } from "../ask/page.ts";
import { numeral, sorted, type TableCell } from "./table.ts";

/** The value of a result, or the word for a hidden one. */
export const shownCell = (page: Page, of: Shown | null | undefined, unit: Unit): TableCell =>
  numeral(page.shown(of, unit), of?.isHidden ? null : (of?.value ?? null), of?.bound);

export const valueCell = (page: Page, value: number | null, unit: Unit): TableCell => numeral(page.value(value, unit), value);

/** A change, missing where either end is. */
export const changeCell = (page: Page, change: Pick<Change, "absolute" | "bound"> | null | undefined, unit: Unit): TableCell =>
  numeral(page.change(change?.absolute ?? null, unit, { bound: change?.bound }), change?.absolute ?? null, change?.bound);

/** n, or the word for hidden. */
export const casesCell = (page: Page, of: { n: number; isHidden: boolean } | null | undefined): TableCell =>
  numeral(page.cases(of), of?.isHidden ? null : (of?.n ?? null));

/** The number of a remark; a count of things as bare as n. */
export const remarkCell = (page: Page, { unit }: Remark, { remark }: { remark: number | null }): TableCell =>
  numeral(remark !== null && unit === "count" ? page.count(remark) : page.value(remark, unit), remark);

/** A period, with the reason behind it where it is not complete; by default that it is unfinished. */
export const periodCell = (
  page: Page,
  { period, isComplete }: { period: Period; isComplete: boolean },
  reason = page.words.unfinished,
): TableCell => {
  const name = page.periodName(period);
  return sorted(isComplete ? name : page.noted(name, reason), idOfPeriod(page.site, period));
};
