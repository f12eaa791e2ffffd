import type { RowOf } from "../../../src/core/contract.ts";
import type requirements from "../../../src/tables/requirements.ts";
import { allottedDays } from "../allot.ts";
import { activity, DAYS, type Day, daysFrom, officeHour, yearsIn } from "../calendar.ts";
import { DEPARTMENTS, PRODUCT_LINES, type ProductLine, REGIONS, SEGMENTS, weightsOf } from "../company.ts";
import type { Filled } from "../filled.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { blend } from "../stories.ts";
import { fateOf } from "./fate.ts";

export type Requirement = Omit<
  Filled<RowOf<typeof requirements>, "has_scenario" | "has_customer_profile" | "has_competitor" | "has_budget">,
  "own"
>;
type ValueClass = Requirement["value_class"];
type Rice = Pick<Requirement, "reach" | "impact" | "confidence" | "effort">;
type Template = Pick<Requirement, "has_scenario" | "has_customer_profile" | "has_competitor" | "has_budget">;

/** How much longer than usual a line takes. */
const LINE_PACE: Record<ProductLine, number> = { sensors: 0.92, controllers: 1, gateways: 1.1, software: 0.95, power: 1.05 };
const SUBMITTERS_OF_SEGMENT = { ...weightsOf(SEGMENTS), key_account: 0.34, public: 0.18 };

function templateOf({ random, stories }: Making, day: Day): Template {
  const care = stories.templateCare(day) + random.noise(0.08);
  const given = (before: number, after: number) => random.chance(blend(before, after, care));
  return {
    has_scenario: given(0.86, 0.985),
    has_customer_profile: given(0.8, 0.97),
    has_competitor: given(0.66, 0.95),
    has_budget: given(0.7, 0.955),
  };
}

const isComplete = (template: Template) => Object.values(template).every(Boolean);

/** A complete template makes the estimates surer, and the requirements themselves get better over time. */
function riceOf({ random, stories }: Making, day: Day, hasTemplate: boolean): Rice {
  return {
    reach: Math.max(1, Math.round(random.lognormal(70 * (1 + 0.45 * stories.platform(day)), 1.05))),
    impact: random.pick([0.25, 0.5, 0.5, 1, 1, 1, 2, 2, 3]),
    confidence: random.pick(hasTemplate ? [0.6, 0.8, 0.8, 0.9, 1] : [0.3, 0.5, 0.5, 0.6, 0.8]),
    effort: Math.max(0.1, Math.round(random.lognormal(2.6, 0.7) * 10) / 10),
  };
}

/** Standard deviations of the logarithm above the usual RICE score. */
function worth({ reach, impact, confidence, effort }: Rice): number {
  const score = ((reach ?? 0) * (impact ?? 0) * (confidence ?? 0)) / (effort ?? 1);
  return (Math.log(score) - Math.log(17)) / 1.55;
}

function valueClassOf({ random }: Making, worth: number): ValueClass {
  const seen = worth * 0.75 + random.noise(0.65);
  return seen > 0.67 ? "must" : seen > -0.5 ? "important" : "optional";
}

function requirementOn(making: Making, day: Day, paceOfQuarter: number): Omit<Requirement, "requirement_id"> {
  const { random, stories } = making;
  const region = random.weighted(weightsOf(REGIONS));
  const product_line = random.weighted(weightsOf(PRODUCT_LINES));
  const template = templateOf(making, day);
  const rice = riceOf(making, day, isComplete(template));
  const value_class = valueClassOf(making, worth(rice));
  const submitted_at = officeHour(day, random.between(0, 0.97));
  const pace = paceOfQuarter * LINE_PACE[product_line] * (region === "overseas" ? 1.15 : 1) * (1 + 1.1 * stories.westSlip(day, region));
  const given = { day, submittedAt: submitted_at, pace, worth: worth(rice), isComplete: isComplete(template), valueClass: value_class };
  const isScored = random.chance(blend(0.93, 0.985, stories.platform(day)));
  return {
    submitted_at,
    ...fateOf(making, given),
    department: random.weighted(weightsOf(DEPARTMENTS)),
    region,
    segment: random.weighted(SUBMITTERS_OF_SEGMENT),
    product_line,
    value_class,
    ...(isScored ? rice : { reach: null, impact: null, confidence: null, effort: null }),
    ...template,
    product_id: null,
  };
}

/** Requirements in the order of submission, about `count` since the first day; every quarter has a pace of its own, and none names a product yet. */
export function makeRequirements(company: Company, count: number): Requirement[] {
  const making = makingOf(company, "requirements");
  const { growth, since, swing } = making.stories;
  const paces = Array.from({ length: 13 }, () => making.random.lognormal(1, 0.04 * swing));
  const weight = (day: Day) => activity(day) * growth(day, 0.06);
  const days = daysFrom(since.work);
  const total = Math.round((count * days.length) / DAYS.length);
  const rows = Array.from(allottedDays(making.random, { total, days, weight }), (day) =>
    requirementOn(making, day, paces[Math.floor(yearsIn(day) * 4)] ?? 1),
  );
  rows.sort((a, b) => a.submitted_at - b.submitted_at);
  return rows.map((row, index) => ({ requirement_id: `REQ-${10_001 + index}`, ...row }));
}
