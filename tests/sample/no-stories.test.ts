import { describe, expect, test } from "vitest";
import { DAYS, type Day, dayOfMoment, daysBetween } from "../../scripts/sample/calendar.ts";
import { PRODUCT_LINES, REGIONS } from "../../scripts/sample/company.ts";
import { makeSample } from "../../scripts/sample/make-sample.ts";
import { NO_STORIES, STORIES, type Stories } from "../../scripts/sample/stories.ts";
import { dayOf } from "../../src/core/days.ts";

const ORDERS = 10_000;
const companyOf = (seed: string) => makeSample(ORDERS, { company: { stories: NO_STORIES, seed }, scale: 1 });

/** All that a story is over the days of the sample. */
const overTime: Readonly<Record<string, (stories: Stories, day: Day) => unknown>> = {
  platform: ({ platform }, day) => platform(day),
  templateCare: ({ templateCare }, day) => templateCare(day),
  westSlip: ({ westSlip }, day) => Object.keys(REGIONS).map((region) => westSlip(day, region)),
  isFaultyLaunch: ({ isFaultyLaunch }, day) => Object.keys(PRODUCT_LINES).map((line) => isFaultyLaunch(line, day)),
  hasTrouble: ({ hasTrouble }, day) => Object.keys(PRODUCT_LINES).map((line) => hasTrouble(day, line)),
  parkedShare: ({ parkedShare }, day) => parkedShare(day),
  trust: ({ trust }, day) => trust(day),
  supportSlip: ({ supportSlip }, day) => supportSlip(day),
  avoidableByRnd: ({ avoidableByRnd }, day) => avoidableByRnd(day),
  materialHaste: ({ materialHaste }, day) => materialHaste(day),
  isWebinarSpring: ({ isWebinarSpring }, day) => isWebinarSpring(day),
  ambition: ({ ambition }, day) => ambition(DAYS.indexOf(day) / DAYS.length),
  growth: ({ growth }, day) => growth(day, 0.1),
  olderAppeal: ({ olderAppeal }, day) => olderAppeal(day),
};

const statesOf = (stories: Stories, story: string) => new Set(DAYS.map((day) => JSON.stringify(overTime[story]?.(stories, day)))).size;

describe("in a company in which nothing happens", () => {
  test("no story is left out here", () => {
    const functions = Object.entries(NO_STORIES).filter(([, story]) => typeof story === "function");
    expect(Object.keys(overTime).sort()).toEqual(functions.map(([name]) => name).sort());
  });

  test.each(Object.keys(overTime))("%s stands still, and in the sample does not", (story) => {
    expect(statesOf(NO_STORIES, story)).toBe(1);
    expect(statesOf(STORIES, story)).toBeGreaterThan(1);
  });

  const company = companyOf("still: ");
  const orders = [...company.orders()];
  const launches = new Map(company.products.map(({ product_id, launched_on }) => [product_id, launched_on]));
  const isOfYear = (day: Day, year: number) => day >= dayOf(`${year - 1}-10-01`) && day < dayOf(`${year}-10-01`);
  const count = <T>(rows: readonly T[], dayIn: (row: T) => Day | null) => {
    return (year: number) => rows.filter((row) => isOfYear(dayIn(row) ?? 0, year)).length;
  };
  const { requirements, service_requests, leads, rework } = company;
  const approved = requirements.filter((row) => row.approved_at !== null);
  const newlyLaunched = orders.filter((row) => row.ordered_on - (launches.get(row.product_id) ?? 0) < 365);
  const shareOf = (part: (year: number) => number, whole: (year: number) => number) => (year: number) => part(year) / whole(year);
  const daysToApproval = (year: number) =>
    approved
      .filter((row) => isOfYear(dayOfMoment(row.approved_at ?? 0), year))
      .reduce((sum, row) => sum + daysBetween(row.submitted_at, row.approved_at ?? 0), 0);

  test.each([
    ["orders", count(orders, (row) => row.ordered_on)],
    [
      "the share of new products",
      shareOf(
        count(newlyLaunched, (row) => row.ordered_on),
        count(orders, (row) => row.ordered_on),
      ),
    ],
    ["requirements", count(requirements, (row) => dayOfMoment(row.submitted_at))],
    [
      "days to approval",
      shareOf(
        daysToApproval,
        count(approved, (row) => dayOfMoment(row.approved_at ?? 0)),
      ),
    ],
    ["releases", count(requirements, (row) => row.released_at && dayOfMoment(row.released_at))],
    ["pieces of rework", count(rework, (row) => row.worked_on)],
    ["service requests", count(service_requests, (row) => dayOfMoment(row.opened_at))],
    ["leads", count(leads, (row) => row.created_on)],
  ])("%s are in the third year what they were in the first", (_, inYear) => {
    expect(inYear(2026) / inYear(2024)).toBeGreaterThan(0.87);
    expect(inYear(2026) / inYear(2024)).toBeLessThan(1.13);
  });
});

test("no work is left lying for ever in a company in which nothing happens, as it is in the sample", () => {
  const leftLying = ({ requirements }: ReturnType<typeof makeSample>) =>
    requirements.filter(
      (row) => row.released_at === null && dayOfMoment(row.approved_at ?? Number.POSITIVE_INFINITY) < dayOf("2025-01-01"),
    );
  expect(leftLying(companyOf("still: "))).toEqual([]);
  expect(leftLying(makeSample(ORDERS)).length).toBeGreaterThan(0);
});

test("makeSample(count, { company }) makes the same company of the same seed, and another of another", () => {
  const [one, same, other] = ["a: ", "a: ", "b: "].map((seed) => makeSample(500, { company: { stories: NO_STORIES, seed } }));
  expect(same?.leads).toEqual(one?.leads);
  expect(other?.leads).not.toEqual(one?.leads);
});
