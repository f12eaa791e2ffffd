import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import { concernsOf, firstConcern, supportingDepartments, talkSentence } from "../../src/site/talk-first.ts";
import { MATRIX_SITE, matrixPage, siteWithout, type Told } from "./matrix-site.ts";

const departmentsIn = (told?: Told) => concernsOf(matrixPage(told)).map(({ department }) => department);
const sentenceIn = (told?: Told) => talkSentence(matrixPage(told)).replaceAll("\u00a0", " ");
const inRegion = (region: string): Told => ({ selection: { filters: { region: [region] } } });
const inPeriod = (period: string): Told => ({ selection: { period: parsePeriod(period) } });

test("supportingDepartments(site) are all but the business unit, in their order", () => {
  expect(supportingDepartments({ site: MATRIX_SITE })).toEqual(["marketing", "rnd", "hr", "finance"]);
});

describe("concernsOf(page)", () => {
  test("sets what fell beyond ordinary variation before what missed more", () => {
    const concerns = concernsOf(matrixPage()).map(({ department, short }) => [department, Math.round(short)]);
    expect(concerns).toEqual([
      ["rnd", 19],
      ["marketing", 31],
      ["hr", 0],
    ]);
  });

  test("sets what is still at a worse level first, though it rose", () => {
    expect(departmentsIn(inPeriod("2026-09"))[0]).toBe("rnd");
  });

  test("sets the more missed first within ordinary variation", () => {
    expect(departmentsIn(inPeriod("2026Q2"))).toEqual(["marketing", "rnd", "hr"]);
  });

  test("names the promise that a department keeps worst", () => {
    expect(concernsOf(matrixPage()).map(({ worst }) => worst.promised.requestType)).toEqual([
      "technical_support",
      "pitch_material",
      "hiring",
    ]);
  });

  test("leaves out the business unit, which misses most, and who promised nothing", () => {
    expect(departmentsIn()).not.toEqual(expect.arrayContaining(["sales"]));
    expect(departmentsIn()).not.toEqual(expect.arrayContaining(["finance"]));
  });

  test("keeps to what the reader chose", () => {
    expect(departmentsIn({ selection: { filters: { department: ["marketing", "hr"] } } })).toEqual(["marketing", "hr"]);
    expect(departmentsIn({ selection: { filters: { promise: ["resolution"] } } })).toEqual(["rnd", "hr"]);
  });

  test("leaves out promises of which none fell due", () => {
    expect(departmentsIn(inRegion("south"))).toEqual(["hr"]);
  });
});

describe("firstConcern(page)", () => {
  test("is the department at the head", () => {
    expect(firstConcern(matrixPage())?.department).toBe("rnd");
  });

  test("is nobody where every promise was kept", () => {
    expect(firstConcern(matrixPage(inRegion("south")))).toBeNull();
  });

  test("is nobody where the promises wait for an export", () => {
    expect(firstConcern(matrixPage({ site: siteWithout("promises") }))).toBeNull();
  });
});

describe("talkSentence(page)", () => {
  test("says to whom to talk, about which promise, and why", () => {
    expect(sentenceIn()).toBe(
      "Talk to R&D first: Technical support: First response (24 hours) was kept in 68.3% (n = 60), 20.0 pts less than the quarter before, beyond ordinary variation; 5 overdue and open; its delays lost 3 deals, ¥3.80M.",
    );
  });

  test("says it in Chinese", () => {
    expect(sentenceIn({ locale: "zh" })).toMatch(
      /^先找研发部谈：技术支持：首次响应（24 小时）的达成率为 68\.3 %（n = 60），.*超出正常波动；5 件逾期未结；.*3 笔/,
    );
  });

  test("follows the reader's period and filters, and says no burden that there is not", () => {
    expect(sentenceIn(inRegion("west"))).toBe(
      "Talk to R&D first: Technical support: First response (24 hours) was kept in 96.7% (n = 30), 3.3 pts more than the quarter before, within ordinary variation.",
    );
    expect(sentenceIn(inPeriod("2025Q2"))).toMatch(/^Talk to Marketing first: Pitch material: First response \(5 working days\)/);
  });

  test("says so where there is nobody to talk to", () => {
    expect(sentenceIn(inRegion("south"))).toBe(
      "Promises that fell due reached their targets and none fell beyond ordinary variation; there is no department to talk to first.",
    );
  });
});
