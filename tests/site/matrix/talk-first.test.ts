import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import { supportingDepartments } from "../../../src/site/ask/promises.ts";
import { concernsOf, concernToSee, firstConcern, talkSentence } from "../../../src/site/matrix/talk-first.ts";
import { metrics } from "../../../src/site/registry.ts";
import { MATRIX_SITE, matrixPage, siteWithout, type Told } from "../matrix-site.ts";

const departmentsIn = (told?: Told) => concernsOf(matrixPage(told)).map(({ department }) => department);
const sentenceIn = (told?: Told) => talkSentence(matrixPage(told)).replaceAll("\u00a0", " ");
const inRegion = (region: string): Told => ({ selection: { filters: { region: [region] } } });
const inPeriod = (period: string): Told => ({ selection: { period: parsePeriod(period) } });

test("supportingDepartments(site) are all but the business unit, in their order", () => {
  expect(supportingDepartments({ site: MATRIX_SITE })).toEqual(["marketing", "rnd", "hr", "finance"]);
});

describe("concernsOf(page)", () => {
  test("sets what got worse by more than chance before what missed more", () => {
    const concerns = concernsOf(matrixPage()).map(({ department, short }) => [department, Math.round(short)]);
    expect(concerns).toEqual([
      ["rnd", 19],
      ["marketing", 31],
      ["hr", 0],
    ]);
  });

  test("sets first what is still worse, though it rose", () => {
    expect(departmentsIn(inPeriod("2026-09"))[0]).toBe("rnd");
  });

  test("sets the more missed first where nothing got worse", () => {
    expect(departmentsIn(inPeriod("2026Q2"))).toEqual(["marketing", "rnd", "hr"]);
  });

  test("names the promise that a department keeps worst", () => {
    expect(concernsOf(matrixPage()).map(({ worst }) => worst.promised?.requestType)).toEqual([
      "technical_support",
      "pitch_material",
      "hiring",
    ]);
  });

  test("leaves out the business unit, which misses most, and who promised nothing", () => {
    expect(departmentsIn()).not.toEqual(expect.arrayContaining(["sales"]));
    expect(departmentsIn()).not.toEqual(expect.arrayContaining(["finance"]));
  });

  test("follows what the reader chose", () => {
    expect(departmentsIn({ selection: { filters: { department: ["marketing", "hr"] } } })).toEqual(["marketing", "hr"]);
    expect(departmentsIn({ selection: { filters: { promise: ["resolution"] } } })).toEqual(["rnd", "hr"]);
  });

  test("leaves out promises where none fell due", () => {
    expect(departmentsIn(inRegion("south"))).toEqual(["hr"]);
  });
});

describe("firstConcern(page)", () => {
  test("is the department at the head", () => {
    expect(firstConcern(matrixPage())?.department).toBe("rnd");
  });

  test("is nobody where what was missed may be chance", () => {
    expect(concernsOf(matrixPage(inPeriod("2026Q2")))[0]?.short).toBeGreaterThan(10);
    expect(firstConcern(matrixPage(inPeriod("2026Q2")))).toBeNull();
  });

  test("is nobody where every promise was kept", () => {
    expect(firstConcern(matrixPage(inRegion("south")))).toBeNull();
  });

  test("is nobody where the promises wait for an export", () => {
    expect(firstConcern(matrixPage({ site: siteWithout("promises") }))).toBeNull();
  });
});

describe("concernToSee(page)", () => {
  test.each<[string, Told, string | undefined]>([
    ["the department to talk to first", {}, "rnd"],
    ["else the one that is furthest from its target", inPeriod("2026Q2"), "marketing"],
    ["nobody where all targets were reached", inRegion("south"), undefined],
  ])("is %s", (_, told, department) => {
    expect(concernToSee(matrixPage(told))?.department).toBe(department);
  });
});

/** The site with a target for its promises. */
const WITH_TARGET = {
  ...MATRIX_SITE,
  reference: { ...MATRIX_SITE.reference, targets: [{ metric: "sla-attainment", period: "2026", target: 0.9 }] },
};

/** The site where the export alone says what became of promises; without departments, whose they are is not known. */
const GIVEN = { ...MATRIX_SITE, reference: { ...MATRIX_SITE.reference, rules: [] } };
const ofNobody = metrics.map((metric) => (metric.id === "sla-attainment" ? { ...metric, dimensions: ["region"] } : metric));

describe("where no rule says what was promised", () => {
  test("concernsOf(page) are departments by all that they missed", () => {
    const concerns = concernsOf(matrixPage({ site: GIVEN })).map(({ department, short }) => [department, Math.round(short)]);
    expect(concerns).toEqual([
      ["rnd", 19],
      ["marketing", 31],
      ["hr", 0],
    ]);
  });

  test.each<[string, Told, string, string]>([
    [
      "says of whom most was missed",
      { site: GIVEN, ...inPeriod("2026Q2") },
      "没有承诺明显变差。未兑现最多的是市场部：73.3 %（n = 120）。",
      "No promise clearly got worse. Missed most: Marketing, at 73.3% (n = 120).",
    ],
    [
      "says who clearly got worse",
      { site: GIVEN },
      "先找研发部谈。到期承诺 63 件中 19 件未兑现，达成率降至 69.8 %（比上季低 19.0 个百分点），低于往常的 90.1 %。期末有 5 件逾期未结；研发部延误已致丢单 3 笔，共 380.0 万元。",
      "Talk to R&D first. 19 of the 63 promises that fell due were missed. Attainment fell to 69.8%, 19.0 percentage points lower than the previous quarter; below its usual 90.1%. 5 requests are overdue; R&D’s delays cost 3 deals, ¥3.80M.",
    ],
    [
      "says what was kept of what is nobody’s",
      { site: { ...GIVEN, metrics: ofNobody } },
      "到期承诺 462 件，达成率 31.4 %；导出中没有写明是哪个部门的。",
      "Of 462 promises that fell due 31.4% were kept; whose they were, the exports do not say.",
    ],
  ])("talkSentence(page) %s", (_, told, zh, en) => {
    expect([sentenceIn({ ...told, locale: "zh" }), sentenceIn(told)]).toEqual([zh, en]);
  });
});

describe("talkSentence(page) says", () => {
  test.each<[string, Told, string, string]>([
    [
      "to whom to talk, about which promise, and why",
      {},
      "先找研发部谈。“技术支持：首次响应（24 小时）”到期 60 件中 19 件未兑现，达成率降至 68.3 %（比上季低 20.0 个百分点），低于往常的 90.0 %。期末有 5 件逾期未结；研发部延误已致丢单 3 笔，共 380.0 万元。",
      "Talk to R&D first. “Technical support: First response (24 hours)” was missed in 19 of 60 cases. Attainment fell to 68.3%, 20.0 percentage points lower than the previous quarter; below its usual 90.0%. 5 requests are overdue; R&D’s delays cost 3 deals, ¥3.80M.",
    ],
    [
      "that a month is part of a bad quarter",
      inPeriod("2026-09"),
      "先找研发部谈。“技术支持：首次响应（24 小时）”到期 20 件中 5 件未兑现，达成率升至 75.0 %（比上月高 15.0 个百分点），2026 Q3 为 68.3 %，低于往常的 90.0 %。期末有 5 件逾期未结。",
      "Talk to R&D first. “Technical support: First response (24 hours)” was missed in 5 of 20 cases. Attainment rose to 75.0%, 15.0 percentage points higher than the previous month; 2026 Q3, at 68.3%, is below the usual 90.0%. 5 requests are overdue.",
    ],
    [
      "who missed most where nothing got worse and no target is set",
      inPeriod("2026Q2"),
      "没有承诺明显变差。未兑现最多的是市场部的“推广物料：首次响应（3 个工作日）”：73.3 %（n = 120）。",
      "No promise clearly got worse. Missed most: Marketing, “Pitch material: First response (3 working days)”, at 73.3% (n = 120).",
    ],
    [
      "who is furthest from a target that is set",
      { ...inPeriod("2026Q2"), site: WITH_TARGET },
      "没有承诺明显变差。离目标最远的是市场部的“推广物料：首次响应（3 个工作日）”：73.3 %（n = 120），目标 90.0 %。",
      "No promise clearly got worse. Furthest from its target: Marketing, “Pitch material: First response (3 working days)”, at 73.3% (n = 120), target 90.0%.",
    ],
    [
      "that there is nobody to talk to",
      inRegion("south"),
      "没有承诺明显变差，到期的承诺都已达到目标，不必优先找哪个部门谈。",
      "No promise clearly got worse, and all that fell due reached their targets; there is no department to talk to first.",
    ],
    [
      "that no promise fell due",
      inPeriod("2020Q1"),
      "所选范围内没有到期的承诺，无从判断先找谁谈。",
      "No promise fell due here, so it cannot be said whom to talk to.",
    ],
  ])("%s", (_, told, zh, en) => {
    expect([sentenceIn({ ...told, locale: "zh" }), sentenceIn(told)]).toEqual([zh, en]);
  });
});
