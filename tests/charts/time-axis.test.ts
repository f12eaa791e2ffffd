import { describe, expect, test } from "vitest";
import { textWidth } from "../../src/charts/parts/measure.ts";
import { type TimeLabel, timeLabels } from "../../src/charts/parts/time-axis.ts";
import { middleOf } from "../../src/charts/parts/time-scale.ts";
import { type FiscalStart, type Grain, monthOf, type Period, periodsBetween } from "../../src/core/periods.ts";
import { forms as english } from "../../src/i18n/en/forms.ts";
import { periodParts } from "../../src/i18n/format.ts";
import type { Forms } from "../../src/i18n/forms.ts";
import { forms as chinese } from "../../src/i18n/zh/forms.ts";

interface Axis {
  forms: Forms;
  fiscalStart: FiscalStart;
  grain: Grain;
  /** Months from January 2023, and how many there are. */
  start: number;
  count: number;
  /** In units of the drawing: from a dense panel to a wide drawing. */
  width: number;
}

const WIDTHS = [70, 95, 150, 210, 240, 300, 430, 520];
const COUNTS = [2, 3, 5, 8, 12, 13, 14, 18, 25, 37, 48, 61];

const axes = (given: Pick<Axis, "forms" | "fiscalStart" | "grain">): Axis[] =>
  COUNTS.flatMap((count) => WIDTHS.flatMap((width) => Array.from({ length: 12 }, (_, start) => ({ ...given, start, count, width }))));

function labelsOf({ start, count, width, grain, fiscalStart, forms }: Axis) {
  const first = monthOf(2023, 1) + start;
  const periods = periodsBetween(first, first + count - 1, grain, fiscalStart);
  return { periods, labels: timeLabels(periods, { forms, fiscalStart, room: width / periods.length }) };
}

/** Whether the first lines of labels touch, or their second. */
function doTouch(labels: readonly TimeLabel[], periods: readonly Period[], width: number): boolean {
  const [from, to] = [periods[0]?.start ?? 0, (periods.at(-1)?.end ?? 0) + 1];
  return [0, 1].some((line) => {
    const spans = labels.flatMap(({ period, text }) => {
      const said = text.split("\n")[line];
      const [at, half] = [((middleOf(period) - from) / (to - from)) * width, textWidth(said ?? "") / 2];
      return said ? [{ start: at - half, end: at + half }] : [];
    });
    return spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? Number.NEGATIVE_INFINITY));
  });
}

/** Whether a label can be taken for one of another year: the last year that is said before it is not its own, or no year is said at all. */
function isAmbiguous(labels: readonly TimeLabel[], { forms, fiscalStart }: Axis): boolean {
  let said = "";
  const isOther = labels.some(({ period, text }) => {
    const { year } = periodParts(period, forms, fiscalStart);
    if (text.includes(year)) said = year;
    return said !== "" && said !== year;
  });
  return isOther || said === "";
}

describe.each([
  ["months", "month", 1, chinese],
  ["months in English", "month", 1, english],
  ["quarters", "quarter", 1, english],
  ["quarters of a fiscal year", "quarter", 4, chinese],
] as const)("the labels of a time axis of %s", (_, grain, fiscalStart, forms) => {
  const all = axes({ grain, fiscalStart, forms });

  test("never touch, whatever the room", () => {
    const touching = all.filter((axis) => {
      const { labels, periods } = labelsOf(axis);
      return doTouch(labels, periods, axis.width);
    });
    expect(touching).toEqual([]);
  });

  test("tell the years apart that it spans", () => {
    expect(all.filter((axis) => isAmbiguous(labelsOf(axis).labels, axis))).toEqual([]);
  });
});
