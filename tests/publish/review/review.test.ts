import { describe, expect, test } from "vitest";
import type { Frozen } from "../../../src/data/frozen.ts";
import type { Review, SlideChart } from "../../../src/data/review.ts";
import { shortCodeOf } from "../../../src/data/short-code.ts";
import { siteConfig } from "../../../src/data/site-config.ts";
import { metricsDocumentOf } from "../../../src/publish/api.ts";
import type { ReviewContext } from "../../../src/publish/review/context.ts";
import { reviewOf } from "../../../src/publish/review/review.ts";
import type { Page } from "../../../src/site/ask/page.ts";
import { talkSentence } from "../../../src/site/matrix/talk-first.ts";
import { TINY_DOCUMENTS } from "../../data/tiny-documents.ts";
import { matrixPage, siteWithout } from "../../site/matrix-site.ts";
import { pageFor, SITE } from "../../site/tiny-site.ts";

const NOTHING = { caption: "", head: [], rows: [] };

const FROZEN: Frozen = {
  ...{ period: { grain: "quarter", start: 24_318, end: 24_320 }, name: "2026Q3/v1", version: 1, number: 1, day: "2026-10-18" },
  ...{ seal: "0123456789abcdef", isProvisional: false, note: "" },
};

const describeTiny = () => ({ zh: "所数之物", en: "what it counts" });
const CONFIG = siteConfig.parse(TINY_DOCUMENTS["site-config"]);

const told = (page: Page, given: Partial<ReviewContext> = {}): Review =>
  reviewOf({
    ...{ page, frozen: FROZEN, describe: describeTiny, config: CONFIG, reports: TINY_DOCUMENTS["export-reports"], restated: NOTHING },
    ...given,
  });

const slideOf = ({ slides }: Review, id: string) => slides.find((slide) => slide.id === id);
const idsOf = ({ slides }: Review) => slides.map(({ id }) => id);
const rowsOf = (review: Review, id: string) =>
  slideOf(review, id)?.blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map((row) => row.map(({ text }) => text.replaceAll("\u00a0", " "))) : [],
  );

describe("reviewOf()", () => {
  test("has no slide for which there are no data", () => {
    const ids = idsOf(told(pageFor()));
    for (const name of ["matrix", "talk-first", "lost-deals", "leads", "goals", "restated", "last-decisions"])
      expect(ids).not.toContain(name);
    expect(ids.slice(0, 1)).toEqual(["verdict"]);
    expect(ids.slice(-2)).toEqual(["data-quality", "method"]);
  });

  test("ends in what is to be decided, before the appendix", () => {
    const ids = idsOf(told(matrixPage()));
    const tables = ids.filter((id) => id.startsWith("all-metrics-"));
    expect(tables).toEqual(tables.map((_, at) => `all-metrics-${at + 1}`));
    expect(ids.slice(ids.indexOf("decisions"))).toEqual(["decisions", ...tables, "data-quality", "method"]);
    expect(tables).not.toEqual([]);
  });

  test("says on every slide the period, the day, and the version with its seal", () => {
    for (const { facts, id } of told(matrixPage()).slides) {
      expect(facts[0], id).toBe("2026 Q3");
      expect(facts.join(), id).toMatch(/data up to 18 Oct 2026/i);
      expect(facts, id).toContain("version 1; seal 0123456789abcdef");
    }
  });

  test("leads to the frozen pages where the address of the site is known, below its base", () => {
    expect(told(pageFor()).root).toBeNull();
    const config = { ...CONFIG, url: "https://x.example/", base: "/部门/" };
    expect(told(pageFor(), { config }).root).toBe("https://x.example/%E9%83%A8%E9%97%A8/snapshots/2026Q3/v1/");
  });

  test("has what was restated as far as it is given", () => {
    const restated = { caption: "", head: ["Metric"], rows: [["Orders"]] };
    expect(rowsOf(told(pageFor(), { restated }), "restated")).toEqual([["Orders"]]);
  });
});

describe("the slide of a signal", () => {
  const page = pageFor();
  const review = told(page);
  const slide = slideOf(review, "signals-orders");
  const chart = slide?.blocks.find((block): block is SlideChart => block.kind === "chart");

  test("has the numbers of /api/metrics.json", () => {
    const { metrics } = metricsDocumentOf(page, describeTiny);
    const months = metrics.find(({ id }) => id === "orders")?.series.month ?? [];
    const complete = months.map(({ value, is_complete }) => (is_complete ? value : null)).slice(-25);
    expect(chart?.series.find(({ role }) => role === "value")?.values).toEqual(complete);
    expect(complete.filter((value) => value !== null).length).toBeGreaterThan(12);
  });

  test("has what is unfinished apart", () => {
    const open = chart?.series.find(({ role }) => role === "open")?.values ?? [];
    expect(open.slice(0, -1).every((value) => value === null)).toBe(true);
    expect(open.at(-1)).not.toBeNull();
  });

  test("leads to exactly its figure, and has n, its definition and its numbers as text", () => {
    expect(slide?.path).toBe("en/metrics/orders/#orders-trend");
    expect(slide?.facts[1]).toBe("n = 100 (orders)");
  });

  test("has the short address of its figure in the snapshot", () => {
    const code = shortCodeOf(FROZEN.number, "orders-trend");
    expect(slide?.facts.at(-1)).toBe(`/c/${code}/`);
    const config = { ...CONFIG, url: "https://x.example/", base: "/team/" };
    expect(slideOf(told(page, { config }), "signals-orders")?.facts.at(-1)).toBe(`https://x.example/team/c/${code}/`);
    expect(slide?.notes[0]).toBe("what it counts");
    expect(slide?.notes.join()).toMatch(/Sep 2026 · Orders 60|Sep 2026 · .*60/);
  });

  test("is not there for a metric that only varies as usual", () => {
    expect(idsOf(told(matrixPage()))).not.toContain("signals-sla-attainment");
  });
});

describe("the slide of the department to talk to", () => {
  test("says what the overview says", () => {
    const page = matrixPage();
    const slide = slideOf(told(page), "talk-first");
    expect(`${slide?.title} ${slide?.lead}`.trim().toLowerCase()).toBe(talkSentence(page).toLowerCase());
  });

  test("is not there where nothing shows what was promised", () => {
    expect(idsOf(told(matrixPage({ site: siteWithout("promises") })))).not.toContain("talk-first");
  });
});

describe("the slide of the decisions of the period before", () => {
  const decided = (on: string, expected: number | null) => {
    const decisions = [{ on, metric: "wait", expected, department: null, label: { zh: "加人", en: "More people" } }];
    return rowsOf(told(pageFor({}, "en", { ...SITE, reference: { ...SITE.reference, decisions } })), "last-decisions");
  };

  test.each([
    [4, "4.0 days", "3.6 days (met)"],
    [3, "3.0 days", "3.6 days (missed)"],
    [null, "not stated", "3.6 days"],
  ])("sets what came beside what was expected: %s", (expected, said, actual) => {
    expect(decided("2026-06-01", expected)).toEqual([["1 Jun 2026", "More people", "–", "Wait", "4.0 days", said, actual]]);
  });

  test.each(["2026-03-31", "2026-07-01"])("has none that was taken at another time: %s", (on) => {
    expect(decided(on, 3)).toBeUndefined();
  });
});

test("the slide of the matrix has each promise with its mark, n and words", () => {
  expect(rowsOf(told(matrixPage()), "matrix")?.flat().join(" ")).toMatch(/First response \d+\.\d% ▼ \(n = 60\)/);
});

test("the slide of what is to be decided has empty rows", () => {
  const rows = rowsOf(told(matrixPage()), "decisions") ?? [];
  expect(rows.filter((row) => row.every((text) => text === "")).length).toBeGreaterThanOrEqual(3);
});
