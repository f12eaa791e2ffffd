import { DEFAULT_SELECTION, type Selection, withFilter, withScope } from "../../core/selection.ts";
import type { Page } from "../../site/ask/page.ts";
import { againstName, filterWords } from "../../site/say/slice-names.ts";

/** A button of the bar: what it says, and the selection without what it chose. */
export interface BarItem {
  text: string;
  /** Null while nothing is chosen. */
  without: Selection | null;
}

/** Names that fit a button: two in full, of more the first and how many. */
function shortList(page: Page, names: readonly string[]): string {
  return names.length > 2 ? page.words.bar.several(names[0] ?? "", names.length) : page.listed(names);
}

function periodItem(page: Page): BarItem {
  const { selection, periodName, period } = page;
  const isDefault = selection.period === DEFAULT_SELECTION.period;
  return { text: periodName(period), without: isDefault ? null : withScope(selection, { period: DEFAULT_SELECTION.period }) };
}

function splitItem({ selection, words, titled, say, dimension }: Page): BarItem {
  if (!selection.split) return { text: words.bar.split, without: null };
  return { text: titled(words.bar.split, say(dimension(selection.split).label)), without: { ...selection, split: null } };
}

function compareItem(page: Page): BarItem {
  const { selection, words } = page;
  if (!selection.against) return { text: words.bar.compare, without: null };
  return { text: page.titled(words.bar.compare, againstName(page)), without: { ...selection, against: null } };
}

function dimensionItem(page: Page, id: string): BarItem {
  const { selection } = page;
  const label = page.say(page.dimension(id).label);
  const members = selection.filters[id];
  if (!members) return { text: label, without: null };
  const names = members.map((member) => page.member(id, member));
  const without = withScope(selection, { filters: withFilter(selection.filters, id, []) });
  return { text: page.titled(label, shortList(page, names)), without };
}

const ITEMS: Readonly<Record<string, (page: Page) => BarItem>> = { period: periodItem, split: splitItem, compare: compareItem };

/** A button by its name: `period`, `split`, `compare`, or a dimension. */
export const barItem = (page: Page, name: string): BarItem => ITEMS[name]?.(page) ?? dimensionItem(page, name);

/** All that is selected, in words: "2026 Q3; Region: East; compared with South". */
export function selectionWords(page: Page): string {
  const { bar } = page.words;
  const { split, against } = page.selection;
  return page.joined(
    page.periodName(page.period),
    filterWords(page),
    split ? bar.splitBy(page.say(page.dimension(split).label)) : "",
    against ? bar.compared(againstName(page)) : "",
  );
}
