import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import type { Selection } from "../../../src/core/selection.ts";
import { figureFor, figuresFor } from "../../../src/site/all-kinds.ts";
import type { FigureData } from "../../../src/site/figures/figure.ts";
import { figureCsv } from "../../../src/site/figures/figure-csv.ts";
import { promiseRows } from "../../../src/site/matrix/department.ts";
import { rawOf, textOf } from "../../../src/site/say/table.ts";
import { MATRIX_SITE, matrixPage, SLOWED_SITE, siteWithout, type Told } from "../matrix-site.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** The figure, which must be there. */
function drawn(spec: string, told: Told = {}): FigureData {
  const figure = figureFor(matrixPage(told), spec);
  if (!figure) throw new Error(`no figure: ${spec}`);
  return figure;
}

const PITCH = "marketing pitch_material first_response";
const SUPPORT = "rnd technical_support first_response";
const HIRING = "hr hiring resolution";
const PLANS = "rnd custom_plan resolution";

const sentenceOf = (spec: string, told: Told = {}) => plain(drawn(spec, told).sentence ?? "");
const rowOf = (figure: FigureData, period: string) =>
  figure
    .table()
    .rows.find(([first]) => first !== undefined && textOf(first) === period)
    ?.map((cell) => plain(textOf(cell)));
const countOf = (figure: FigureData, selector: string) => figure.draw({ id: "it" }).querySelectorAll(selector).length;
const recordsOf = (figure: FigureData): string[][] =>
  parse(figureCsv(figure, "https://example.org/"), { bom: true, relax_column_count: true });
const lineOf = (figure: FigureData, name: string) => recordsOf(figure).find(([first]) => first === name)?.[1];

describe("the figure of a promise", () => {
  test("says the times and the limit in the rule's unit", () => {
    expect(sentenceOf(`promise ${PITCH}`)).toBe(
      "Half within 2.0 working days, nine in ten within 4.0 working days; promised: 3 working days.",
    );
    expect(sentenceOf(`promise ${SUPPORT}`)).toBe("Half within 20.0 hours, nine in ten within 30.0 hours; promised: 24 hours.");
  });

  test("draws the limit as a step where the rule changed, from the month in which it did", () => {
    const pitch = drawn(`promise ${PITCH}`);
    expect([countOf(pitch, ".target line"), countOf(drawn(`promise ${SUPPORT}`), ".target line")]).toEqual([2, 1]);
    expect([rowOf(pitch, "Jun 2025")?.[3], rowOf(pitch, "Jul 2025")?.[3]]).toEqual(["5.0 working days", "3.0 working days"]);
  });

  test("reaches some three limits, and says what lies beyond", () => {
    const rules = MATRIX_SITE.reference.rules.map((rule) => ({ ...rule, time_limit: 5, limit_hours: 5 }));
    const slow = drawn(`promise ${SUPPORT}`, { site: { ...MATRIX_SITE, reference: { ...MATRIX_SITE.reference, rules } } });
    const textsIn = (selector: string) => [...slow.draw({ id: "it" }).querySelectorAll(selector)].map(({ textContent }) => textContent);
    expect(new Set(textsIn(".beyond text"))).toEqual(new Set(["↑ 30.0"]));
    expect(textsIn('.tick[text-anchor="end"] text').at(-1)).toBe("20");
    expect(rowOf(slow, "Aug 2026")?.[2]).toBe("30.0 hours");
    expect(countOf(drawn(`promise ${SUPPORT}`), ".beyond text")).toBe(0);
  });

  test("names what was promised then at each month", () => {
    const linesOf = (name: string) =>
      drawn(`promise ${PITCH}`)
        .marks()
        .find((mark) => mark.name === name)
        ?.lines.map(plain);
    expect(linesOf("Jun 2025")).toEqual([
      "Median: 2.0 working days",
      "Nine in ten: 6.0 working days",
      "Promised: 5 working days",
      "n = 40",
    ]);
    expect(linesOf("Oct 2026 (unfinished)")?.[2]).toBe("Promised: 3 working days");
  });

  test("shows what another clock timed in its own unit, and does not draw it beside the rest", () => {
    const hiring = drawn(`promise ${HIRING}`);
    expect(rowOf(hiring, "Dec 2025")).toEqual(["Dec 2025", "24.0 hours", "24.0 hours", "72 hours", "3"]);
    expect(rowOf(hiring, "Jan 2026")).toEqual(["Jan 2026", "3.0 working days", "3.0 working days", "5.0 working days", "3"]);
    expect(hiring.table().rows.at(-1)?.map(rawOf).slice(1, 4)).toEqual([null, null, null]);
    expect([countOf(hiring, ".target line"), hiring.notes.length, drawn(`promise ${PITCH}`).notes.length]).toEqual([1, 4, 3]);
  });

  test("is missing, never 0, in a month without any", () => {
    const plans = drawn(`promise ${PLANS}`);
    expect(rowOf(plans, "Dec 2025")).toEqual(["Dec 2025", "–", "–", "–", "0"]);
    expect(rowOf(plans, "Jan 2026")).toEqual(["Jan 2026", "5.0 working days", "5.0 working days", "7.5 working days", "1"]);
  });

  test("says nothing where nothing was fulfilled in the period", () => {
    expect(drawn(`promise ${PLANS}`, { selection: { period: parsePeriod("2025Q3") } }).sentence).toBeNull();
  });

  test("takes away numbers in the unit that it says, of the promise alone", () => {
    const pitch = drawn(`promise ${PITCH}`, { selection: { filters: { region: ["east"] } } });
    expect(["Unit", "Period", "Filters"].map((name) => lineOf(pitch, name))).toEqual([
      "working days",
      "2026 Q3",
      "Department: Marketing; Request type: Pitch material; Promise: First response; Region: East",
    ]);
    expect(recordsOf(pitch).find(([period]) => period === "Sep 2026")).toEqual(["Sep 2026", "2026-09", "2", "4", "3", "40"]);
  });
});

describe("the figure of a limit", () => {
  test("says how many were not done in time, those not done at all among them", () => {
    expect(sentenceOf(`limit ${PITCH}`)).toBe("31 of 120 due were not done within 3 working days.");
    expect(sentenceOf(`limit ${SUPPORT}`)).toBe("19 of 60 due were not done within 24 hours.");
    expect(drawn(`limit ${SUPPORT}`).n).toBe("n = 59 (answered or resolved, in time or not)");
    expect(sentenceOf(`limit ${HIRING}`)).toBe("0 of 9 due were not done within 5 working days.");
  });

  test("goes by the rule at the end of the period", () => {
    expect(sentenceOf(`limit ${PITCH}`, { selection: { period: parsePeriod("2025Q2") } })).toBe(
      "32 of 120 due were not done within 5 working days.",
    );
    expect(sentenceOf(`limit ${HIRING}`, { selection: { period: parsePeriod("2025Q4") } })).toBe(
      "0 of 9 due were not done within 72 hours.",
    );
  });

  test("marks median, 90th percentile and limit", () => {
    const notes = [...drawn(`limit ${PITCH}`).draw({ id: "it" }).querySelectorAll(".note text")].map(({ textContent }) =>
      plain(textContent),
    );
    expect(notes.sort()).toEqual(["90th pct. 4.0 working days", "Median 2.0 working days", "Promised: 3 working days"]);
  });

  test("has the bins of its drawing in its table", () => {
    const { head, rows } = drawn(`limit ${PITCH}`).table();
    expect([head, ...rows].map((row) => row.map(textOf).map(plain))).toEqual([
      ["Value", "n", "Share up to it"],
      ["2.0 working days", "89", "74.2%"],
      ["3.0 working days", "0", "74.2%"],
      ["4.0 working days", "31", "100.0%"],
    ]);
  });

  test("says in a tip of each time the share of those that took no longer", () => {
    const marks = drawn(`limit ${PITCH}`).marks();
    expect(marks.map(({ name, lines }) => [name, ...lines].map(plain))).toEqual([
      ["up to 2.0 working days", "74.2%", "n = 89 / 120"],
      ["up to 4.0 working days", "100.0%", "n = 120 / 120"],
    ]);
  });

  test("takes away numbers in its unit", () => {
    expect([lineOf(drawn(`limit ${PITCH}`), "Unit"), lineOf(drawn(`limit ${SUPPORT}`), "Unit")]).toEqual(["working days", "hours"]);
  });
});

describe("the figure of how a promise was kept", () => {
  test("is the trend of its attainment under the promise's name, in table and drawing too", () => {
    const kept = drawn(`kept ${SUPPORT}`);
    expect(kept.title).toBe("Technical support: First response: SLA attainment");
    expect(kept.table().caption).toBe(kept.title);
    expect(kept.draw({ id: "it" }).getAttribute("aria-label")).toBe(kept.title);
    expect(kept.sentence).toBeNull();
  });

  test("takes away its own numbers, not those of the page around it", () => {
    expect(lineOf(drawn(`kept ${SUPPORT}`), "Filters")).toBe("Department: R&D; Request type: Technical support; Promise: First response");
  });
});

describe("the figure of who held the clock", () => {
  const rnd: Told = { within: { department: ["rnd"] } };

  test("says where most of the time goes", () => {
    expect(sentenceOf("clock", rnd)).toBe("Most time passes waiting to be assigned (60.0%).");
  });

  const slowed: Told = { ...rnd, site: SLOWED_SITE };

  test("says first which step grew most, from what to what", () => {
    expect([sentenceOf("clock", { ...slowed, locale: "zh" }), sentenceOf("clock", slowed)]).toEqual([
      "“等待分派”增幅最大：由上季的 2.0 增至 5.0 工作小时。它也是耗时最长的一步（55.6 %）。",
      "Grew most: waiting to be assigned, from 2.0 in the previous quarter to 5.0 working hours. It takes longest, too (55.6%).",
    ]);
  });

  test.each<[string, Partial<Selection>]>([
    ["there is nothing before", { period: parsePeriod("2024Q4") }],
    ["no step is slower than usual", { period: parsePeriod("2026Q2") }],
    ["another part of the company is compared", { against: { period: "last-quarter", filters: { request_type: ["pitch_material"] } } }],
    ["a later period is compared", { period: parsePeriod("2026Q2"), against: { period: parsePeriod("2026Q3"), filters: {} } }],
  ])("says only which takes longest where %s", (_, selection) => {
    expect(sentenceOf("clock", { ...slowed, selection })).toMatch(/^Most time passes .*\.$/);
  });

  test("goes by the year before where the page is compared with it", () => {
    const selection: Partial<Selection> = { against: { period: "year-ago", filters: {} } };
    expect(sentenceOf("clock", { ...slowed, selection })).toContain("from 2.0 in 2025 Q3 to 5.0 working hours.");
  });

  test("has the steps of each quarter", () => {
    const { head, rows } = drawn("clock", rnd).table();
    expect([head, ...rows.slice(0, 2)].map((row) => row.map(textOf).map(plain))).toEqual([
      ["Period", "waiting to be assigned", "waiting for a first response", "from response to resolution"],
      ["2026 Q4 (unfinished)", "6.0 working hours", "3.0 working hours", "1.0 working hours"],
      ["2026 Q3", "6.0 working hours", "3.0 working hours", "1.0 working hours"],
    ]);
  });

  test("says in a tip of each quarter all steps, and in one of each step its time in the period", () => {
    const marks = drawn("clock", rnd)
      .marks()
      .map(({ name, lines }) => [name, ...lines.map(plain)]);
    expect(marks.slice(-5, -2)[0]).toEqual([
      "2026 Q3",
      ...["waiting to be assigned: 6.0 working hours", "waiting for a first response: 3.0 working hours"],
      "from response to resolution: 1.0 working hours",
    ]);
    expect(marks.at(-3)).toEqual(["waiting to be assigned", "2026 Q3: 6.0 working hours"]);
  });

  test("is none where nothing was resolved", () => {
    expect(figureFor(matrixPage({ within: { department: ["hr"] } }), "clock")).toBeNull();
  });
});

describe("figures of promises", () => {
  test.each(["promise", "limit", "kept"])("%s of one that nobody made fails by name", (kind) => {
    expect(() => drawn(`${kind} hr hiring first_response`)).toThrow(
      "unknown promise: hr hiring first_response (sla.csv has: marketing pitch_material first_response, ",
    );
  });

  test.each([`promise ${PITCH}`, `limit ${PITCH}`, `kept ${PITCH}`, "clock"])("%s waits for its export", (spec) => {
    expect(figureFor(matrixPage({ site: siteWithout("promises", "resolutions") }), spec)).toBeNull();
  });

  test.each([`promise ${PITCH}`, `limit ${PITCH}`, `kept ${PITCH}`])("%s is none in a region without any", (spec) => {
    expect(figureFor(matrixPage({ selection: { filters: { region: ["south"] } } }), spec)).toBeNull();
  });

  test("of a department's page have ids of their own and marks for all that is drawn", () => {
    const page = matrixPage({ within: { department: ["rnd"] } });
    const figures = promiseRows(page, "rnd").flatMap(({ specs }) => figuresFor(page, specs));
    const ids = figures.map(({ figure }) => figure.id);
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
    for (const { figure } of figures) {
      const hits = [...figure.draw({ id: "it", isLive: true }).querySelectorAll("[data-key]")].map((hit) =>
        Number(hit.getAttribute("data-key")),
      );
      const marks = figure.marks();
      expect(hits.length > 0 && hits.every((key) => marks[key] !== undefined)).toBe(true);
    }
  });
});
