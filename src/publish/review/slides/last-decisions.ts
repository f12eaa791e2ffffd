import { meetsTarget } from "../../../analysis/direction.ts";
import { pointOf } from "../../../analysis/series.ts";
import { isWithin, parseMonth, periodOf } from "../../../core/periods.ts";
import type { Reference } from "../../../data/reference.ts";
import type { SlideCell } from "../../../data/review.ts";
import type { Page } from "../../../site/ask/page.ts";
import { hasMetric } from "../../../site/site.ts";
import { slideCell } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

type Decision = Reference["decisions"][number];

/** What the metric of a decision was in its quarter, what it was expected to be, and what it is. */
function outcomeCells(page: Page, { metric: id, on, expected }: Decision): SlideCell[] {
  const { missing, review } = page.words;
  if (id === null || !hasMetric(page.site, id)) return Array.from({ length: 4 }, () => slideCell(missing));
  const { metric, slice, standing } = page.view(id);
  const then = pointOf(page.site.cubes, metric, { ...slice, period: periodOf(parseMonth(on), "quarter", page.fiscalStart) });
  const value = standing?.point.value ?? null;
  const actual = page.shown(standing?.point, metric.unit);
  const isMet = expected === null || value === null ? null : meetsTarget(metric.better, value, expected);
  const { met, missed, noExpected } = review.lastDecisions;
  return [
    slideCell(page.say(metric.label)),
    { ...slideCell(page.shown(then, metric.unit)), isNumber: true },
    { ...slideCell(expected === null ? noExpected : page.value(expected, metric.unit)), isNumber: true },
    {
      text: isMet === null ? actual : page.noted(actual, isMet ? met : missed),
      isNumber: true,
      tone: isMet === null ? null : isMet ? "better" : "worse",
    },
  ];
}

/** What was decided in the period before: what was expected of it, and what came. */
const lastDecisions: SlideMaker = ({ page }) => {
  const { title, head, note } = page.words.review.lastDecisions;
  const decided = page.site.reference.decisions.filter(({ on }) => {
    const month = parseMonth(on);
    return isWithin({ grain: "month", start: month, end: month }, page.against.period);
  });
  if (decided.length === 0) return [];
  return [
    {
      id: "last-decisions",
      says: title,
      blocks: [
        {
          ...{ kind: "table", caption: "" },
          head: Object.entries(head).map(([key, text]) => ({
            ...slideCell(text),
            isNumber: ["before", "expected", "actual"].includes(key),
          })),
          rows: decided.map((decision) => [
            slideCell(page.dayName(decision.on)),
            slideCell(page.say(decision.label)),
            slideCell(decision.department === null ? page.words.missing : page.member("department", decision.department)),
            ...outcomeCells(page, decision),
          ]),
        },
      ],
      href: page.href(decided[0]?.metric && hasMetric(page.site, decided[0].metric) ? `metrics/${decided[0].metric}/` : ""),
      notes: [note],
    },
  ];
};

export default lastDecisions;
