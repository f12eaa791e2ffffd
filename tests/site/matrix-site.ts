import { parseHTML } from "linkedom";
import { toParts } from "../../src/core/amounts.ts";
import { formatMonth, parseMonth } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Filters, type Selection } from "../../src/core/selection.ts";
import type { Locale } from "../../src/core/text.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import type { Reference } from "../../src/data/reference.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { type Page, pageOf } from "../../src/site/ask/page.ts";
import { metrics, topics } from "../../src/site/registry.ts";
import type { Site } from "../../src/site/site.ts";
import { MINIMUMS, type TinyCell, tinyCubes } from "../cube/tiny.ts";

const AS_OF = "2026-10-18";

/** From 2024-10; the last is unfinished. */
const MONTHS = Array.from({ length: 25 }, (_, i) => formatMonth(parseMonth("2024-10") + i));

/** Of a promise in a month: where, how many fell due, how many were kept, and the hours that they took. */
interface Due {
  department: string;
  request_type: string;
  promise: string;
  region: string;
  due: number;
  met: number;
  /** Hours that those took that were kept. */
  hours: number;
  /** Hours that those took that were missed; null where they are not fulfilled. */
  late: number | null;
}

const due = (names: string, numbers: Pick<Due, "due" | "met" | "hours" | "late">): Due => {
  const [department = "", request_type = "", promise = "", region = ""] = names.split(" ");
  return { department, request_type, promise, region, ...numbers };
};

/** Kept of R&D's ten in the east: 9 and 8 by turns, and 4, 3 and 5 from July 2026. */
const KEPT_BY_RND: Readonly<Record<string, number>> = { "2026-07": 4, "2026-08": 3, "2026-09": 5 };

/** From which marketing promises 3 working days instead of 5. */
const RULE_CHANGE = "2025-07";

/**
 * R&D slips in the east in the third quarter of 2026 and not in the west. Marketing misses more, as it always has: it takes 2 working days
 * or, when late, 4, and 6 under its older rule. HR keeps every promise, and alone has some in the south. R&D's custom plans are due from 2026 only.
 */
const dueIn = (month: string, isOdd: number): Due[] => [
  due("rnd technical_support first_response east", { due: 10, met: KEPT_BY_RND[month] ?? 8 + isOdd, hours: 20, late: 30 }),
  due("rnd technical_support first_response west", { due: 10, met: 9 + isOdd, hours: 20, late: null }),
  due("marketing pitch_material first_response east", { due: 40, met: 29 + isOdd, hours: 16, late: month < RULE_CHANGE ? 48 : 32 }),
  due("hr hiring resolution east", { due: 2, met: 2, hours: 24, late: null }),
  due("hr hiring resolution south", { due: 1, met: 1, hours: 24, late: null }),
  ...(month >= "2026-01" ? [due("rnd custom_plan resolution west", { due: 1, met: 1, hours: 40, late: null })] : []),
  due("sales lead_follow_up first_response east", { due: 90, met: 1, hours: 4, late: 90 }),
];

const membersOf = ({ department, request_type, promise, region }: Due) => ({ department, request_type, promise, region });

const promiseCells = MONTHS.flatMap((month, i): TinyCell[] =>
  dueIn(month, i % 2).map((each) => ({
    ...{ month, ...membersOf(each), count: each.due, count__is_met: each.met },
    count__has_rule: each.due,
    // by the promise of now, some of what was kept under the older rule would not have been
    count__is_met_by_current_rule: month < RULE_CHANGE && each.department === "marketing" ? each.met - 9 : each.met,
  })),
);

/** Marketing has one a month cancelled before it fell due. */
const madeCells = MONTHS.flatMap((month, i): TinyCell[] =>
  dueIn(month, i % 2).map((each) => ({ month, ...membersOf(each), count__is_withdrawn: each.department === "marketing" ? 1 : 0 })),
);

/** Hours are counted at the resolution at which the metric of them is shown. */
const STEP = metrics.find(({ id }) => id === "promised-time")?.spread?.step ?? 1;

const clockHours = MONTHS.flatMap((month, i) =>
  dueIn(month, i % 2).flatMap((each): TinyCell[] => {
    const took = (hours: number, cases: number): TinyCell => ({ month, ...membersOf(each), value: Math.round(hours / STEP), cases });
    return [took(each.hours, each.met), ...(each.late === null ? [] : [took(each.late, each.due - each.met)])];
  }),
);

/** A month's cell of a department, in the east. */
const inEast = (month: string, names: TinyNames, numbers: Record<string, number>): TinyCell => ({
  month,
  region: "east",
  ...names,
  ...numbers,
});

type TinyNames = Readonly<Record<string, string>>;

const SUPPORT = { department: "rnd", request_type: "technical_support" };
const PITCH = { department: "marketing", request_type: "pitch_material" };

/** Of R&D's 8 open requests 5 are overdue, of marketing's 6 none. */
const openCells = MONTHS.flatMap((month) => [
  inEast(month, { ...SUPPORT, age_class: "new" }, { count: 3, count__is_overdue: 0 }),
  inEast(month, { ...SUPPORT, age_class: "old" }, { count: 5, count__is_overdue: 5 }),
  inEast(month, { ...PITCH, age_class: "new" }, { count: 6, count__is_overdue: 0 }),
]);

/** Cells hold minutes. */
const hours = (step: string, each: number, rows: number) => ({
  [`sum_hours_to_${step}`]: each * rows * 60,
  [`count_hours_to_${step}`]: rows,
});

/** Hours that R&D waits to assign a request, by the month, and its place among all from 0. */
type Waits = (month: string, place: number) => number;

/** R&D waits to assign, 3 hours to respond and 1 to resolve; it delivers 7 of 10 a month. */
const resolutionCells = (waits: Waits) =>
  MONTHS.map((month, place) =>
    inEast(
      month,
      { ...SUPPORT, output: "support_record" },
      {
        ...{ count: 10, count__is_delivered: 7 },
        ...hours("assignment", waits(month, place), 10),
        ...hours("response", 3, 10),
        ...hours("resolution", 1, 10),
      },
    ),
  );

const lost = (month: string, names: TinyNames, count: number) => inEast(month, names, { count });

const lossCells = [
  lost("2024-10", { department: "marketing", delay_cause: "resource" }, 1),
  lost("2026-08", { department: "rnd", delay_cause: "avoidable" }, 2),
  lost("2026-08", { department: "rnd", delay_cause: "resource" }, 1),
];

const none = { count: 0, count_amount_cny: 0, sum_amount_cny: 0 };

/** That of marketing's one deal is in no figure. */
const amountCells: TinyCell[] = [
  { month: "2024-12", department: "marketing", pool: LEFT_OUT, is_hidden: true, ...none },
  { month: "2026-09", department: "rnd", pool: null, is_hidden: false, count: 3, count_amount_cny: 3, sum_amount_cny: toParts(3_800_000) },
];

const text = (zh: string, en: string) => ({ zh, en });
const member = (id: string, zh: string, en: string) => ({ id, label: text(zh, en) });

const DIMENSIONS = [
  {
    ...member("department", "部门", "Department"),
    members: [
      member("sales", "业务部", "Sales"),
      member("marketing", "市场部", "Marketing"),
      member("rnd", "研发部", "R&D"),
      member("hr", "人力资源部", "Human resources"),
      member("finance", "财务部", "Finance"),
    ],
  },
  {
    ...member("request_type", "请求类型", "Request type"),
    members: [
      member("pitch_material", "推广物料", "Pitch material"),
      member("technical_support", "技术支持", "Technical support"),
      member("custom_plan", "定制开发计划", "Custom plan"),
      member("hiring", "招聘", "Hiring"),
    ],
  },
  {
    ...member("promise", "承诺", "Promise"),
    members: [member("first_response", "首次响应", "First response"), member("resolution", "解决", "Resolution")],
  },
  {
    ...member("region", "区域", "Region"),
    members: [member("east", "东区", "East"), member("west", "西区", "West"), member("south", "南区", "South")],
  },
  {
    ...member("delay_cause", "延误原因", "Cause"),
    members: [member("avoidable", "主观拖延", "avoidable"), member("resource", "客观资源限制", "resource limit")],
  },
  {
    ...member("output", "产出", "Output"),
    members: [
      member("pitch_kit", "话术工具包", "Pitch kit"),
      member("support_record", "支持记录", "Support record"),
      member("release", "优化版本", "Release"),
      member("hiring_plan", "招聘计划", "Hiring plan"),
    ],
  },
  { ...member("age_class", "等待时长", "Age"), members: [member("new", "新", "New"), member("old", "久", "Old")] },
];

const dimensions = ["department", "request_type", "region"];

const cubesOf = (waits: Waits) =>
  tinyCubes(
    {
      promises: { cells: promiseCells, counts: { clock_hours: clockHours }, dimensions: [...dimensions, "promise"] },
      promises_made: { cells: madeCells, dimensions: [...dimensions, "promise"] },
      open_requests: { cells: openCells, over: "stock", time: "last_day", dimensions: [...dimensions, "age_class"] },
      resolutions: { cells: resolutionCells(waits), dimensions: [...dimensions, "output"] },
      delay_losses: { cells: lossCells, reach: ["2024-10", "2026-10"], dimensions: ["department", "delay_cause", "region"] },
      delay_amounts: {
        ...{ cells: amountCells, reach: ["2024-12", "2026-10"], dimensions: ["department"], time: "last_day" },
        ...{ isQuarterly: true, pooling: { set: "delays", group: "department", area: null } },
      },
    },
    AS_OF,
  );

const withDimensions = (cubes: Cubes): Cubes => ({ ...cubes, manifest: { ...cubes.manifest, dimensions: DIMENSIONS } });

const rule = (
  names: string,
  limit: readonly [time: number, unit: Rule["clock"], hours: number],
  [from, to]: [string, string | null],
): Rule => {
  const [department = "", request_type = "", promise = ""] = names.split(" ");
  return { department, request_type, promise, time_limit: limit[0], clock: limit[1], limit_hours: limit[2], from, to };
};

type Rule = Reference["rules"][number];

const SINCE: [string, null] = ["2023-01-01", null];

/** Kept newest first for marketing, whose limit changed; HR's clock changed; nothing was promised of custom plans before 2026. */
const RULES = [
  rule("marketing pitch_material first_response", [3, "working_days", 24], ["2025-07-01", null]),
  rule("marketing pitch_material first_response", [5, "working_days", 40], ["2023-01-01", "2025-06-30"]),
  rule("rnd technical_support first_response", [24, "calendar_hours", 24], SINCE),
  rule("rnd custom_plan resolution", [7.5, "working_days", 60], ["2026-01-01", null]),
  rule("hr hiring resolution", [72, "calendar_hours", 72], ["2023-01-01", "2025-12-31"]),
  rule("hr hiring resolution", [5, "working_days", 40], ["2026-01-01", null]),
  rule("sales lead_follow_up first_response", [1, "working_days", 8], SINCE),
];

const duty = (at: string, name: string, output: string | null, requestTypes: string[] = []): Reference["duties"][number] => {
  const [department = "", stage = ""] = at.split(" ");
  return { department, stage, duty: text(name, name), output, request_types: requestTypes, metrics: [] };
};

const DUTIES = [
  duty("marketing front", "Sales material", "pitch_kit", ["pitch_material"]),
  duty("marketing front", "Brand", null),
  { ...duty("rnd middle", "Product iteration", "release"), metrics: ["time-to-release"] },
  duty("rnd middle", "Product iteration", "support_record"),
  duty("rnd front", "Support", "support_record", ["technical_support"]),
  duty("hr whole", "Recruiting", "hiring_plan", ["hiring"]),
];

type Goal = Reference["goals"][number];

const goal = (id: string, given: Partial<Goal>): Goal => ({
  ...{ goal: id, period: "2026Q3", level: "department", department: "rnd", role: null, parent: null, links: [] },
  ...{ measure: text("目标", id), target: 10, actual: null, isLowerBetter: false },
  ...given,
});

const GOALS = [
  goal("Versions", { target: 4, actual: 3, links: ["Revenue", "Kits", "Pitches"] }),
  goal("Days", { period: "2026", target: 6, actual: 8, isLowerBetter: true }),
  goal("Pilots", { period: "2026-08", level: "role", role: "architect", target: 2500, actual: 5000 }),
  goal("Soon", { period: "2026Q4" }),
  goal("Kits", { department: "marketing" }),
  goal("Pitches", { department: "marketing" }),
  goal("Revenue", { level: "company", department: null }),
];

const HIDDEN_GOALS = [
  { period: "2026Q3", department: "rnd", goals: 1 },
  { period: "2026", department: "rnd", goals: 1 },
  { period: "2026Q3", department: "hr", goals: 3 },
  { period: "2025Q1", department: "rnd", goals: 9 },
];

/** What it shows of matrix and requests, by the metrics of the company; the rest waits for exports. */
const siteOf = (waits: Waits): Site => ({
  config: { title: text("小", "Tiny"), company: text("小公司", "Tiny company"), fiscal_year_starts: 1, ...MINIMUMS },
  metrics,
  topics,
  cubes: withDimensions(cubesOf(waits)),
  reference: {
    ...{ targets: [], benchmarks: [], annotations: [], decisions: [], ratios: [] },
    departments: [
      { department: "sales", stage: "business" },
      { department: "marketing", stage: "front" },
      { department: "rnd", stage: "middle" },
      { department: "hr", stage: "whole" },
      { department: "finance", stage: "whole" },
    ],
    ...{
      duties: DUTIES,
      rules: RULES,
      goals: GOALS,
      hiddenGoals: HIDDEN_GOALS,
      roles: { architect: text("架构师", "Architect") },
      names: {},
    },
  },
  tables: {},
});

/** R&D waits 6 hours to assign. */
export const MATRIX_SITE: Site = siteOf(() => 6);

/** R&D waits some 2 hours to assign, and 5 from July 2026. */
export const SLOWED_SITE: Site = siteOf((month, place) => (month < "2026-07" ? 1.9 + 0.2 * (place % 2) : 5));

/** Where a page of the site differs from its first page by default, in English. */
export interface Told {
  selection?: Partial<Selection>;
  /** A part of the company that the page is about. */
  within?: Filters;
  locale?: Locale;
  site?: Site;
}

/** A page of the site. */
export function matrixPage({ selection = {}, within = {}, locale = "en", site = MATRIX_SITE }: Told = {}): Page {
  const { document } = parseHTML("<!doctype html><html></html>");
  return pageOf(site, {
    language: languageOf(locale),
    document: document as unknown as Document,
    selection: { ...DEFAULT_SELECTION, ...selection },
    within,
  });
}

/** The site without some facts, as where no export feeds them. */
export const siteWithout = (...facts: string[]): Site => ({
  ...MATRIX_SITE,
  cubes: { ...MATRIX_SITE.cubes, fact: (id) => (facts.includes(id) ? undefined : MATRIX_SITE.cubes.fact(id)) },
});
