import { axisX, type Markish } from "@observablehq/plot";
import type { FiscalStart, Period } from "../../core/periods.ts";
import { periodParts } from "../../i18n/format.ts";
import type { Forms } from "../../i18n/forms.ts";
import { widest } from "./measure.ts";
import { middleOf } from "./time-scale.ts";

export interface TimeLabel {
  period: Period;
  /** One line, or two: the part of the year and, where a year begins, the year. */
  text: string;
}

export interface TimeLabelOptions {
  forms: Forms;
  fiscalStart?: FiscalStart | undefined;
  /** Width of one period in units of the drawing. */
  room: number;
}

const GAP = 8;

const PER_YEAR = { month: 12, quarter: 4, year: 1, range: 1 } as const;

/** Place of a period within its year, from 0. */
function placeOf({ grain, start, end }: Period, fiscalStart: FiscalStart): number {
  if (grain === "month") return start % 12;
  const since = (start - (fiscalStart - 1) + 12) % 12;
  return Math.floor(since / (end - start + 1));
}

/** The smallest of the steps at which labels of the width keep their distance. */
const stepOf = (steps: readonly number[], room: number, width: number) =>
  steps.find((step) => step * room >= width + GAP) ?? steps.at(-1) ?? 1;

/** Labels for as many periods as there is room for, on the same months or quarters each year; only the years where there is little. */
export function timeLabels(periods: readonly Period[], { forms, fiscalStart = 1, room }: TimeLabelOptions): TimeLabel[] {
  const parts = periods.map((period) => ({ period, place: placeOf(period, fiscalStart), ...periodParts(period, forms, fiscalStart) }));
  const perYear = PER_YEAR[periods[0]?.grain ?? "year"];
  const steps = [1, 2, 3, 6].filter((step) => step < perYear && perYear % step === 0);
  const step = stepOf([...steps, perYear], room, widest(parts.map(({ part }) => part)));
  const isYearWider = widest(parts.map(({ year }) => year)) + GAP > room * perYear;
  if (step >= perYear || isYearWider) return yearLabels(parts, room * perYear);
  const shown = parts.filter(({ place }) => place % step === 0);
  const isFirstOfYear = (index: number) => shown[index]?.year !== shown[index - 1]?.year;
  const needed = Math.ceil((widest(shown.map(({ year }) => year)) + GAP) / (step * room));
  const isCrowded = (index: number) => index === 0 && shown.slice(1, needed).some((_, after) => isFirstOfYear(after + 1));
  return shown.map(({ period, part, year }, index) => ({
    period,
    text: isFirstOfYear(index) && !isCrowded(index) ? `${part}\n${year}` : part,
  }));
}

function yearLabels(parts: readonly { period: Period; place: number; year: string }[], room: number): TimeLabel[] {
  const starts = parts.filter(({ place }) => place === 0);
  const years = starts.length > 0 ? starts : parts.slice(0, 1);
  const step = stepOf([1, 2, 5, 10], room, widest(years.map(({ year }) => year)));
  return years.filter((_, index) => index % step === 0).map(({ period, year }) => ({ period, text: year }));
}

/** The labels as a mark, and the height that they need below the plot. */
export function timeAxis(labels: readonly TimeLabel[]): { marginBottom: number; mark: Markish } {
  const mark = axisX(
    labels.map(({ period }) => middleOf(period)),
    {
      ...{ className: "tick", tickSize: 4, tickPadding: 4, lineHeight: 1.2, label: null },
      tickFormat: (_: number, index: number) => labels[index]?.text ?? "",
    },
  );
  return { marginBottom: labels.some(({ text }) => text.includes("\n")) ? 40 : 26, mark };
}
