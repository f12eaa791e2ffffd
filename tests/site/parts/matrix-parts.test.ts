import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import { livePart } from "../../../src/site/all-kinds.ts";
import { specWithin } from "../../../src/site/spec.ts";
import { MATRIX_SITE, matrixPage, SLOWED_SITE, siteWithout, type Told } from "../matrix-site.ts";

/** What a part says within a part of the company, with plain spaces. */
function saysIn(part: string, within: Record<string, string>, told: Told = {}): { text: string; tone?: string | undefined } {
  const found = livePart(matrixPage(told), Object.keys(within).length > 0 ? specWithin(part, within) : part);
  if (!("text" in found)) throw new Error(`no words: ${part}`);
  return { ...found, text: found.text.replaceAll("\u00a0", " ") };
}

const promise = (department: string, request_type: string, of: string) => ({ department, request_type, promise: of });
const RND = { department: "rnd" };
const SUPPORT = promise("rnd", "technical_support", "first_response");
const PITCH = promise("marketing", "pitch_material", "first_response");
const PLANS = promise("rnd", "custom_plan", "resolution");
const HIRING = promise("hr", "hiring", "resolution");

const inPeriod = (period: string): Told => ({ selection: { period: parsePeriod(period) } });
const inRegion = (region: string): Told => ({ selection: { filters: { region: [region] } } });
const BEFORE_ALL = inPeriod("2020Q1");

describe("moved", () => {
  test("marks with sign and word what is worse by more than chance", () => {
    expect(saysIn("metric.moved sla-attainment", SUPPORT)).toEqual({ text: "▼ below its usual 90.0%", tone: "worse" });
  });

  test("says that a month is part of a bad quarter, though it rose, whose difference has no colour", () => {
    const september = inPeriod("2026-09");
    expect(saysIn("metric.moved sla-attainment", SUPPORT, september)).toEqual({
      text: "▼ 2026 Q3, at 68.3%, is below the usual 90.0%",
      tone: "worse",
    });
    expect(saysIn("metric.change sla-attainment", SUPPORT, september)).toEqual({ text: "+15.0 pts", tone: undefined });
  });

  test.each([
    ["where the change may be chance", PITCH, {}],
    ["without a change", HIRING, {}],
    ["without a promise due", { department: "finance" }, {}],
    ["without a period before", SUPPORT, inPeriod("2024Q4")],
    ["where the export is missing", SUPPORT, { site: siteWithout("promises") }],
  ])("is empty %s", (_, within, told) => {
    expect(saysIn("metric.moved sla-attainment", within, told)).toEqual({ text: "" });
  });
});

describe("flag", () => {
  const flagsOf = (told: Told) => ["marketing", "rnd", "hr", "finance"].map((each) => saysIn(`matrix.flag ${each}`, {}, told).text);

  test("says in words who is first to talk to", () => {
    expect(saysIn("matrix.flag rnd", {})).toEqual({ text: "Talk first", tone: "flagged" });
    expect(flagsOf({})).toEqual(["", "Talk first", "", ""]);
  });

  test("is at nobody where no promise got worse, whoever is lowest", () => {
    expect(flagsOf(inPeriod("2026Q2"))).toEqual(["", "", "", ""]);
  });
});

describe("kept", () => {
  const standsOut = (of: Record<string, string>, told: Told = {}) => ({
    kept: saysIn("matrix.kept", of, told),
    mark: saysIn("matrix.mark", of, told),
  });

  test("has the tone of what clearly got worse, and its mark", () => {
    expect(standsOut(SUPPORT)).toEqual({ kept: { text: "68.3%", tone: "worse" }, mark: { text: "▼", tone: "worse" } });
  });

  test("stands out ten points below its target, with the target in words", () => {
    const withTarget = (target: number): Told => ({
      site: { ...MATRIX_SITE, reference: { ...MATRIX_SITE.reference, targets: [{ metric: "sla-attainment", period: "2026", target }] } },
    });
    expect(standsOut(PITCH, withTarget(0.9))).toEqual({
      kept: { text: "74.2%", tone: "worse" },
      mark: { text: "Target: 90.0%", tone: "worse" },
    });
    expect(standsOut(PITCH, withTarget(0.8))).toEqual({ kept: { text: "74.2%" }, mark: { text: "" } });
    expect(standsOut(PITCH)).toEqual({ kept: { text: "74.2%" }, mark: { text: "" } });
  });

  test("is plain where it is kept, or nothing fell due", () => {
    expect(standsOut(HIRING)).toMatchObject({ kept: { text: "100.0%" }, mark: { text: "" } });
    expect(standsOut(SUPPORT, BEFORE_ALL)).toEqual({ kept: { text: "–" }, mark: { text: "" } });
  });
});

describe("times", () => {
  test.each([
    ["working days", PITCH, "median 2.0 working days, nine in ten 4.0 working days"],
    ["calendar hours", SUPPORT, "median 20.0 hours, nine in ten 30.0 hours"],
  ])("are in the %s of the rule", (_, within, words) => {
    expect(saysIn("matrix.times", within)).toEqual({ text: words });
  });

  test("are in the clock of the rule that held", () => {
    expect(saysIn("matrix.times", HIRING, inPeriod("2025Q4")).text).toBe("median 24.0 hours, nine in ten 24.0 hours");
    expect(saysIn("matrix.times", HIRING, inPeriod("2026Q1")).text).toBe("median 3.0 working days, nine in ten 3.0 working days");
  });

  test("are empty, never 0, where nothing was fulfilled", () => {
    expect(saysIn("matrix.times", SUPPORT, inRegion("south"))).toEqual({ text: "" });
  });

  test("are empty without a promise, and where the export is missing", () => {
    expect(saysIn("matrix.times", RND)).toEqual({ text: "" });
    expect(saysIn("matrix.times", SUPPORT, { site: siteWithout("promises") })).toEqual({ text: "" });
  });
});

describe("limit", () => {
  test.each([
    ["2025Q2", PITCH, "within 5 working days"],
    ["2025Q3", PITCH, "within 3 working days"],
    ["2025Q4", HIRING, "within 72 hours"],
    ["2026Q3", PLANS, "within 7.5 working days"],
  ])("in %s is that of the rule at its end", (period, within, words) => {
    expect(saysIn("matrix.limit", within, inPeriod(period))).toEqual({ text: words });
  });

  test("is empty without a promise", () => {
    expect(saysIn("matrix.limit", RND)).toEqual({ text: "" });
  });
});

describe("where", () => {
  test("names who missed more than its share, and leads to all that the promise can be split by", () => {
    expect(saysIn("matrix.where", SUPPORT)).toEqual({ text: "Missed more than their share: East (18 of 30)." });
    expect(saysIn("matrix.where", SUPPORT, { locale: "zh" })).toEqual({ text: "未兑现偏多：东区（30 件中 18 件）。" });
    expect(livePart(matrixPage(), specWithin("matrix.where-link region", SUPPORT))).toMatchObject({
      text: "by region",
      href: expect.stringMatching(
        /metrics\/sla-attainment\/\?department=rnd&request_type=technical_support&promise=first_response#sla-attainment-by-region$/,
      ),
    });
  });

  test.each([
    ["every promise was kept", HIRING, {}],
    ["the export is missing", SUPPORT, { site: siteWithout("promises") }],
  ])("is empty where %s", (_, of, told) => {
    expect(saysIn("matrix.where", of, told)).toEqual({ text: "" });
  });
});

describe("question", () => {
  test("is by its place, and empty behind the last", () => {
    expect(["0", "1", "2"].map((place) => saysIn(`matrix.question ${place}`, {}).text)).toEqual([
      "East missed 18 of 30: too few people, or sent to the wrong ones?",
      "Who follows up the 5 that are overdue?",
      "",
    ]);
  });
});

describe("lost", () => {
  test("says deals with their amount, and deals by cause", () => {
    expect(saysIn("matrix.lost", RND)).toEqual({ text: "3 deals, ¥3.80M (avoidable 2; resource limit 1)" });
  });

  test("says that the amount of too few deals is hidden, and names only the causes that there were", () => {
    expect(saysIn("matrix.lost", { department: "marketing" }, inPeriod("2024Q4"))).toEqual({
      text: "1 deal, amount hidden (resource limit 1)",
    });
  });

  test.each([
    ["a month, since amounts are by quarter", RND, inPeriod("2026-08")],
    ["a region, since amounts are not", { ...RND, region: "east" }, {}],
  ])("says no amount of %s", (_, within, told) => {
    expect(saysIn("matrix.lost", within, told)).toEqual({ text: "3 deals (avoidable 2; resource limit 1)" });
  });

  test("says none where no deal was lost, and missing where it is not known", () => {
    expect(saysIn("matrix.lost", { department: "hr" })).toEqual({ text: "0 deals" });
    expect(saysIn("matrix.lost", RND, BEFORE_ALL)).toEqual({ text: "–" });
    expect(saysIn("matrix.lost", RND, { site: siteWithout("delay_losses") })).toEqual({ text: "–" });
  });
});

describe("delivered", () => {
  test("counts an output that came", () => {
    expect(saysIn("matrix.delivered", { ...RND, output: "support_record" })).toEqual({ text: "21 delivered" });
    expect(saysIn("matrix.delivered", { ...RND, output: "release" })).toEqual({ text: "0 delivered" });
  });

  test("is missing where it is not known", () => {
    expect(saysIn("matrix.delivered", RND, BEFORE_ALL).text).toMatch(/^–/);
    expect(saysIn("matrix.delivered", RND, { site: siteWithout("resolutions") })).toEqual({ text: "" });
  });
});

describe("then-now", () => {
  test("says what was kept by the promise of the day and would be by that of now", () => {
    expect(saysIn("matrix.then-now", PITCH, inPeriod("2025Q2")).text).toContain(
      "2025 Q2: 73.3% were kept by the promise of the day, 50.8% would be by that of now.",
    );
  });

  test.each([
    ["nothing fell due", inRegion("south")],
    ["the export is missing", { site: siteWithout("promises") }],
  ])("is empty where %s", (_, told) => {
    expect(saysIn("matrix.then-now", PITCH, told)).toEqual({ text: "" });
  });
});

describe("open", () => {
  test("counts what is open and overdue at the end of the period", () => {
    expect(saysIn("matrix.open", RND).text).toBe("8 open at the end of the period, 5 of them overdue.");
    const unlimited = { site: { ...MATRIX_SITE, metrics: MATRIX_SITE.metrics.filter(({ id }) => id !== "overdue-requests") } };
    expect(saysIn("matrix.open", RND, unlimited).text).toBe("8 open at the end of the period.");
    expect(saysIn("matrix.open", { department: "hr" }).text).toBe("0 open at the end of the period, 0 of them overdue.");
  });

  test.each([
    ["the data do not reach", BEFORE_ALL],
    ["the export is missing", { site: siteWithout("open_requests") }],
  ])("is empty where %s", (_, told) => {
    expect(saysIn("matrix.open", RND, told)).toEqual({ text: "" });
  });
});

test("talk is marked as a concern where there is one", () => {
  expect(saysIn("matrix.talk", {}).tone).toBe("concern");
  expect(saysIn("matrix.talk", {}, inRegion("south")).tone).toBeUndefined();
});

describe("wait", () => {
  test("says how it grew, and of a step that is slower than usual how much of that it is", () => {
    expect(saysIn("matrix.wait", RND, { site: SLOWED_SITE, locale: "zh" }).text).toBe(
      "首次响应前的等待由上季的 5.0 增至 8.0 工作小时，增加的部分中 3.0 工作小时是等待分派。",
    );
    expect(saysIn("matrix.wait", RND, { site: SLOWED_SITE }).text).toBe(
      "The wait for a first response grew from 5.0 in the previous quarter to 8.0 working hours; 3.0 working hours of the growth is waiting to be assigned.",
    );
  });

  test("says no more than how long it is where that may be chance, or there is nothing before", () => {
    expect(saysIn("matrix.wait", RND, { site: SLOWED_SITE, ...inPeriod("2026Q2") }).text).toBe(
      "A request waits 5.0 working hours for a first response (5.0 in the previous quarter).",
    );
    expect(saysIn("matrix.wait", RND, { site: SLOWED_SITE, ...inPeriod("2024Q4") }).text).toBe(
      "A request waits 5.0 working hours for a first response.",
    );
  });

  test.each([
    ["nothing was resolved", RND, BEFORE_ALL],
    ["the export is missing", RND, { site: siteWithout("resolutions") }],
  ])("is empty where %s", (_, of, told) => {
    expect(saysIn("matrix.wait", of, told).text).toBe("");
  });
});

describe("order", () => {
  const orderIn = (department: string, told: Told = {}) => livePart(matrixPage(told), specWithin("matrix.order", { department }));

  test("has the promises of a department, what got worse before what did not, and at the end those of which nothing fell due", () => {
    const [support, plans] = ["sla-technical_support-first_response", "sla-custom_plan-resolution"];
    expect(orderIn("rnd")).toEqual({ order: [support, plans] });
    expect(orderIn("rnd", inPeriod("2025Q4"))).toEqual({ order: [support, plans] });
    expect(orderIn("finance")).toEqual({ order: [] });
  });
});
