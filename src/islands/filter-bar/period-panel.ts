import { type Grain, type Period, parsePeriod, periodId, periodsBetween } from "../../core/periods.ts";
import {
  COMPARED_PERIODS,
  type ComparedChoice,
  isRelative,
  type PeriodChoice,
  RELATIVE_PERIODS,
  resolvePeriod,
  type Vocabulary,
  withScope,
} from "../../core/selection.ts";
import { writeText } from "../write-text.ts";
import type { Bar, MakePanel, Panel } from "./bar.ts";
import { make, makeChoice, makeGroup } from "./controls.ts";
import { monthBrush } from "./month-brush.ts";

const choose = ({ island: { reader } }: Bar, period: PeriodChoice) => reader.select(withScope(reader.selection, { period }));

/** Periods that move on with the data, each with what it is now; and the one that it is now, to stay at it. */
function presets(bar: Bar): Panel {
  const { island } = bar;
  const { words } = island.page;
  const choices = RELATIVE_PERIODS.map((period) => {
    const text = words.bar.presets[period];
    const choice = makeChoice({ type: "radio", group: "bar-period", text, onChoose: () => choose(bar, period) });
    choice.detail.textContent = island.page.periodName(resolvePeriod(period, island.page));
    return { period, ...choice };
  });
  const keep = makeChoice({ type: "radio", group: "bar-period", text: words.bar.fix, onChoose: () => choose(bar, island.page.period) });
  return {
    content: [makeGroup(words.bar.choosePeriod, ...choices.map(({ row }) => row), keep.row)],
    update() {
      const { period } = island.reader.selection;
      for (const choice of choices) choice.input.checked = choice.period === period;
      keep.input.checked = !isRelative(period);
      writeText(keep.detail, island.page.periodName(island.page.period));
    },
  };
}

/** One period of a kind, out of all. */
function periodSelect(bar: Bar, grain: Grain & (typeof OFFERED_GRAINS)[number]): { field: HTMLElement; update(): void } {
  const { island } = bar;
  const { words, periodName } = island.page;
  const { vocabulary } = island.reader;
  const { fiscalStart } = vocabulary;
  const options = offeredPeriods(vocabulary, grain).map((period) =>
    make("option", { value: periodId(period, fiscalStart) }, periodName(period)),
  );
  const select = make("select", {}, make("option", { value: "" }, words.bar.noneChosen), ...options);
  select.addEventListener("change", () => select.value && choose(bar, parsePeriod(select.value, fiscalStart)));
  return {
    field: make("label", { className: "bar-field" }, make("span", { className: "bar-label" }, words.bar.grains[grain]), select),
    update() {
      const { period } = island.page;
      select.value = period.grain === grain ? periodId(period, fiscalStart) : "";
    },
  };
}

/** Which period the page is about. */
export const periodPanel: MakePanel = (bar, popover) => {
  const selects = OFFERED_GRAINS.map((grain) => periodSelect(bar, grain));
  const parts = [presets(bar), monthBrush(bar, popover.dataset["metric"] ?? "")];
  const fields = make("div", { className: "bar-fields" }, ...selects.map(({ field }) => field));
  return {
    content: [...(parts[0]?.content ?? []), fields, ...(parts[1]?.content ?? [])],
    update() {
      for (const part of [...parts, ...selects]) part.update();
    },
  };
};

/** Kinds of periods to choose from, in the order in which they are offered. */
export const OFFERED_GRAINS = ["quarter", "year", "month"] as const satisfies readonly Grain[];

/** Every period of a kind that the data reach, newest first. */
export const offeredPeriods = ({ first, last, fiscalStart }: Vocabulary, grain: Grain): Period[] =>
  periodsBetween(first, last, grain, fiscalStart).reverse();

/** A choice as the value of a control. */
export const valueOfChoice = (choice: ComparedChoice, { fiscalStart }: Vocabulary): string =>
  isRelative(choice) ? choice : periodId(choice, fiscalStart);

/** The reverse of `valueOfChoice`. Throws on a value that names no period. */
export const choiceOfValue = (value: string, { fiscalStart }: Vocabulary): ComparedChoice =>
  [...COMPARED_PERIODS, ...RELATIVE_PERIODS].find((known) => known === value) ?? parsePeriod(value, fiscalStart);
