import { describe, expect, test } from "vitest";
import { parseMonth, parsePeriod } from "../../../src/core/periods.ts";
import {
  hoursInUnit,
  limitWords,
  type Promised,
  pageOfPromise,
  promiseName,
  promisesOf,
  ruleAt,
  ruleIn,
  unitOfRule,
} from "../../../src/site/ask/promises.ts";
import { MATRIX_SITE, matrixPage } from "../matrix-site.ts";

const page = matrixPage();
const promises = promisesOf(MATRIX_SITE);

/** The promise of a type of request, which must be there. */
function promisedOf(requestType: string): Promised {
  const found = promises.find((promised) => promised.requestType === requestType);
  if (!found) throw new Error(`no promise: ${requestType}`);
  return found;
}

const [pitches, plans, hiring] = ["pitch_material", "custom_plan", "hiring"].map(promisedOf) as [Promised, Promised, Promised];

describe("promisesOf(site)", () => {
  test("is one per department, type of request and promise, in the order of the rules", () => {
    expect(promises.map(({ department, requestType, promise }) => `${department} ${requestType} ${promise}`)).toEqual([
      "marketing pitch_material first_response",
      "rnd technical_support first_response",
      "rnd custom_plan resolution",
      "hr hiring resolution",
      "sales lead_follow_up first_response",
    ]);
  });

  test("has the rules of each oldest first", () => {
    expect(pitches.rules.map(({ from, time_limit }) => [from, time_limit])).toEqual([
      ["2023-01-01", 5],
      ["2025-07-01", 3],
    ]);
  });
});

describe("ruleAt(promised, period)", () => {
  test.each([
    ["pitch_material", "2025Q2", 5],
    ["pitch_material", "2025-06", 5],
    ["pitch_material", "2025-07", 3],
    ["pitch_material", "2025", 3],
    ["pitch_material", "2026Q3", 3],
    // before the first rule, the first
    ["custom_plan", "2025Q3", 7.5],
    ["pitch_material", "2019", 5],
  ])("%s in %s is within %s", (requestType, period, limit) => {
    expect(ruleAt(promisedOf(requestType), parsePeriod(period)).time_limit).toBe(limit);
  });

  test("after the last rule ended is the last", () => {
    const [rule] = pitches.rules;
    const ended: Promised = { ...pitches, rules: [rule, { ...rule, time_limit: 4, from: "2025-07-01", to: "2025-12-31" }] };
    expect(ruleAt(ended, parsePeriod("2026Q3")).time_limit).toBe(4);
  });
});

test.each([
  ["pitch_material", "2025-06", 5],
  ["pitch_material", "2025-07", 3],
  ["custom_plan", "2025-12", undefined],
  ["custom_plan", "2026-01", 7.5],
])("ruleIn(%s, %s) is of %s", (requestType, month, limit) => {
  expect(ruleIn(promisedOf(requestType), parseMonth(month))?.time_limit).toBe(limit);
});

describe("a rule", () => {
  test("is given in working days of the company's hours, or in hours", () => {
    const [before, now] = hiring.rules;
    expect([before, now].map((rule) => rule && [unitOfRule(rule), hoursInUnit(rule)])).toEqual([
      ["hours", 1],
      ["working_days", 8],
    ]);
  });

  test.each([
    ["en", pitches, "3 working days"],
    ["zh", pitches, "3 个工作日"],
    ["en", hiring, "72 hours"],
    ["zh", hiring, "72 小时"],
    ["en", plans, "7.5 working days"],
  ] as const)("limitWords in %s", (locale, { rules }, words) => {
    const rule = rules.find(({ time_limit }) => words.startsWith(String(time_limit))) ?? rules[0];
    expect(limitWords(matrixPage({ locale }), rule).replaceAll("\u00a0", " ")).toBe(words);
  });
});

test("pageOfPromise(page, promised) is about its department, type of request and promise", () => {
  expect(pageOfPromise(page, hiring).within).toEqual({ department: ["hr"], request_type: ["hiring"], promise: ["resolution"] });
});

test("promiseName(page, promised) names both in the page's language", () => {
  expect([promiseName(page, hiring), promiseName(matrixPage({ locale: "zh" }), hiring)]).toEqual(["Hiring: Resolution", "招聘：解决"]);
});
