import { isSamePeriod, type Period } from "../../core/periods.ts";
import type { Filters } from "../../core/selection.ts";
import type { Slice } from "../../core/slice.ts";
import { type Asked, comparedBy } from "../ask/asked.ts";
import type { Page } from "../ask/page.ts";

/** Names of the members kept of a dimension, "all" without a filter. */
const membersOf = (page: Page, filters: Filters, dimension: string): string => {
  const members = filters[dimension];
  return members
    ? page.listed(members.map((member) => page.member(dimension, member)))
    : page.words.selection.all(page.say(page.dimension(dimension).label));
};

/** The dimensions in the order in which the site shows them. */
const inOrder = ({ site }: Page, dimensions: readonly string[]): string[] =>
  site.cubes.manifest.dimensions.map(({ id }) => id).filter((id) => dimensions.includes(id));

/** The members that distinguish one of the slices from the other. */
const distinctMembers = (page: Page, asked: Asked, own: Slice): string[] =>
  inOrder(page, comparedBy(asked)).map((id) => membersOf(page, own.filters, id));

/** What distinguishes one of the slices from the other: the members and the period in which they differ. */
function distinguish(page: Page, asked: Asked, own: Slice): string {
  const members = distinctMembers(page, asked, own);
  const isOther = !isSamePeriod(asked.slice.period, asked.against.period);
  return [...members, ...(isOther || members.length === 0 ? [page.periodName(own.period)] : [])].join(" ");
}

/** Name of a point of what is compared with: its members where they differ, and its own period. */
export const againstPointName = (page: Page, asked: Asked, period: Period): string =>
  [...distinctMembers(page, asked, asked.against), page.periodName(period)].join(" ");

/** Name of what is asked about, short enough for a column's head. */
export const nowName = (page: Page, asked: Asked = page): string => distinguish(page, asked, asked.slice);

/** Name of what it is compared with. */
export const againstName = (page: Page, asked: Asked = page): string => distinguish(page, asked, asked.against);

/** What is asked about, and what it is compared with where the data reach that: "2026 Q3 (against 2026 Q2)". */
export function comparedName(page: Page): string {
  const isReached = page.site.cubes.manifest.facts.some(({ first, rows }) => rows > 0 && first <= page.against.period.start);
  return isReached ? page.words.comparing(nowName(page), againstName(page)) : nowName(page);
}

/** What it is compared with, within a sentence: "the previous quarter", or the name of what the reader chose. */
export function thanName(page: Page, asked: Asked): string {
  const { grain } = asked.slice.period;
  return asked.isCompared || grain === "range" ? againstName(page, asked) : page.words.previousOf[grain];
}

/** The filters in words: "Region: East, South; product line: Sensors"; empty without any. */
export function filterWords(page: Page, { filters }: Slice = page.slice): string {
  const parts = inOrder(page, Object.keys(filters)).map((id) =>
    page.titled(page.say(page.dimension(id).label), membersOf(page, filters, id)),
  );
  return page.joined(...parts);
}
