import { type Change, changeBetween } from "../../analysis/comparison.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import type { Judged } from "../../analysis/trial.ts";
import type { Bounded } from "../../core/bound.ts";
import type { Unit } from "../../core/units.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Asked } from "../asked.ts";
import type { Page } from "../page.ts";
import { againstName, nowName } from "../slice-names.ts";
import { lineOf } from "../verdict-words.ts";
import type { Mark } from "./figure.ts";

interface Told extends Bounded {
  n: number;
  isHidden: boolean;
}

/** "n = 12"; none where it is hidden. */
const nLine = ({ n, isHidden }: Told, page: Page): string[] => (isHidden ? [] : [`n = ${page.count(n)}`]);

const changeLine = (page: Page, change: Change | null, unit: Unit): string[] =>
  change ? [page.titled(page.words.change, page.change(change.absolute, unit, { bound: change.bound }))] : [];

/** A point in time with its value, n, and the change from the point before it. */
export function periodMark(page: Page, point: SeriesPoint, { unit, before }: { unit: Unit; before?: SeriesPoint | undefined }): Mark {
  const { words } = page;
  const difference = point.isComplete && before?.isComplete ? changeBetween(point, before) : null;
  const name = page.periodName(point.period);
  return {
    name: point.isComplete ? name : page.noted(name, words.unfinished),
    lines: [page.shown(point, unit), ...changeLine(page, difference, unit), ...nLine(point, page)],
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
  change: Change | null;
  asked: Asked;
  verdict: Judged | null;
}

/** One member with its value, that of what it is compared with, the change from it, n, and its verdict. */
export function memberMark(page: Page, told: Member, metric: Metric): Mark {
  const { dimension, member, name, now, before, change, asked, verdict } = told;
  const { unit } = metric;
  const compared =
    before && before.value !== null
      ? [
          page.titled(againstName(page, asked), page.clauses(page.shown(before, unit), ...(asked.isCompared ? nLine(before, page) : []))),
          ...changeLine(page, change, unit),
        ]
      : [];
  return {
    name: page.clauses(name, nowName(page, asked)),
    lines: [page.shown(now, unit), ...compared, ...nLine(now, page), ...(verdict ? [lineOf(page, { metric, ...asked }, verdict)] : [])],
    choice: member === null ? null : { members: { [dimension]: member } },
  };
}

/** Which members of a dimension are kept: undefined when all are. */
export const isKept = (page: Page, dimension: string, member: string): boolean | undefined =>
  page.slice.filters[dimension]?.includes(member);
