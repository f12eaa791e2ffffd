import type { Period } from "../../core/periods.ts";
import type { Selection } from "../../core/selection.ts";
import type { Page } from "../../site/ask/page.ts";
import type { Choice, Mark } from "../../site/figures/figure.ts";
import { isChosen } from "./choosing.ts";
import type { Manner } from "./manner.ts";
import type { TipWords } from "./tip.ts";

export interface MarkContext {
  manner: Manner;
  selection: Selection;
  /** Whether the page can select by it. */
  isActive: boolean;
  act: () => void;
}

/** What choosing does. */
function actionOf({ words: { pointing } }: Page, choice: Choice | null, selection: Selection): string {
  if (!choice) return "";
  const { keep, release } = "period" in choice ? pointing.period : pointing.members;
  return isChosen(selection, choice) ? release : keep;
}

/** What a mark says, and how to choose by it. */
export function markWords(page: Page, mark: Mark, { manner, selection, isActive, act }: MarkContext): TipWords {
  const { name, lines } = mark;
  if (!isActive) return { name, lines };
  const label = actionOf(page, mark.choice, selection);
  return manner === "touch" ? { name, lines, action: { label, act } } : { name, lines, note: page.words.pointing.by[manner](label) };
}

/** The periods that would be chosen, or given back where they are chosen. */
export function rangeWords(page: Page, period: Period, manner: Manner): TipWords {
  const { by, drop } = page.words.pointing;
  const label = actionOf(page, { period }, page.selection);
  return { name: page.periodName(period), lines: [], note: manner === "keys" ? by.keys(label) : drop(label) };
}

/** The same to be heard: "2026 Q3: 4.2 days, n = 31". */
export function spoken(page: Page, { name, lines }: TipWords): string {
  const text = page.clauses(...lines);
  return name && text ? page.titled(name, text) : name || text;
}
