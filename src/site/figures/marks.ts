import type { SeriesPoint } from "../../analysis/series.ts";
import type { Unit } from "../../core/units.ts";
import type { Asked } from "../asked.ts";
import type { Page } from "../page.ts";
import { againstName, nowName } from "../slice-names.ts";
import type { Mark } from "./figure.ts";

interface Told {
  value: number | null;
  n: number;
  isHidden: boolean;
}

/** "n = 12"; none where it is hidden. */
const nLine = ({ n, isHidden }: Told, page: Page): string[] => (isHidden ? [] : [`n = ${page.count(n)}`]);

/** A point in time with its value, n, and the change from the point before it. */
export function periodMark(page: Page, point: SeriesPoint, { unit, before }: { unit: Unit; before?: SeriesPoint | undefined }): Mark {
  const { words } = page;
  const isComparable = point.value !== null && before?.value != null && point.isComplete && before.isComplete;
  const change = isComparable ? [page.titled(words.change, page.change((point.value ?? 0) - (before.value ?? 0), unit))] : [];
  const name = page.periodName(point.period);
  return {
    name: point.isComplete ? name : page.noted(name, words.unfinished),
    lines: [page.shown(point, unit), ...change, ...nLine(point, page)],
    choice: { period: point.period },
  };
}

/** A member beside what it is compared with. */
interface Member {
  dimension: string;
  /** Null for several as one, which cannot be chosen. */
  member: string | null;
  name: string;
  now: Told;
  before: Told | null;
  change: number | null;
  asked: Asked;
}

/** One member with its value, that of what it is compared with, the change from it, and n. */
export function memberMark(page: Page, { dimension, member, name, now, before, change, asked }: Member, unit: Unit): Mark {
  const compared =
    before && before.value !== null
      ? [
          page.titled(againstName(page, asked), page.clauses(page.shown(before, unit), ...(asked.isCompared ? nLine(before, page) : []))),
          ...(change === null ? [] : [page.titled(page.words.change, page.change(change, unit))]),
        ]
      : [];
  return {
    name: page.clauses(name, nowName(page, asked)),
    lines: [page.shown(now, unit), ...compared, ...nLine(now, page)],
    choice: member === null ? null : { members: { [dimension]: member } },
  };
}

/** Which members of a dimension are kept: undefined when all are. */
export const isKept = (page: Page, dimension: string, member: string): boolean | undefined =>
  page.slice.filters[dimension]?.includes(member);
