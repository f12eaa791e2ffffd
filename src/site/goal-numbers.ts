import type { Goal } from "./goals-of.ts";
import type { Page } from "./page.ts";
import { numeral, type TableCell } from "./table.ts";

/** A number in a goal's own unit, which its measure says. */
const goalNumber = (page: Page, value: number | null): string =>
  page.value(value, "count", { isBare: true, digits: value === null || Number.isInteger(value) ? 0 : 2 });

/** The target, and whether lower is better. */
const targetWords = (page: Page, { target, isLowerBetter }: Goal): string =>
  isLowerBetter ? page.noted(goalNumber(page, target), page.words.goals.lower) : goalNumber(page, target);

export const targetCell = (page: Page, goal: Goal): TableCell => numeral(targetWords(page, goal), goal.target);

export const actualCell = (page: Page, { actual }: Goal): TableCell => numeral(goalNumber(page, actual), actual);
