import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Selection, withinFilters } from "../../src/core/selection.ts";
import { figureFor } from "../../src/site/figures/draw.ts";
import { livePart } from "../../src/site/live.ts";
import { vocabularyOfPath, withinOfPath } from "../../src/site/vocabulary.ts";
import { readWithin, specWithin } from "../../src/site/within.ts";
import { MATRIX_SITE, matrixPage } from "./matrix-site.ts";

const page = matrixPage();

describe("specWithin(spec, filters)", () => {
  test.each([
    [{ department: "rnd" }, "trend sla-attainment @department=rnd"],
    [{ department: "rnd", promise: "resolution" }, "trend sla-attainment @department=rnd&promise=resolution"],
    [{ region: ["east", "west"] }, "trend sla-attainment @region=east&region=west"],
    [{ region: ["a,b @c", "d&e=f"] }, "trend sla-attainment @region=a%2Cb+%40c&region=d%26e%3Df"],
    [{ region: "研发 / 测试\\*" }, "trend sla-attainment @region=%E7%A0%94%E5%8F%91+%2F+%E6%B5%8B%E8%AF%95%5C*"],
  ])("of %j is read back", (filters, spec) => {
    expect(specWithin("trend sla-attainment", filters)).toBe(spec);
    const told = readWithin(page, spec);
    expect(told.spec).toBe("trend sla-attainment");
    expect(told.page.within).toEqual(Object.fromEntries(Object.entries(filters).map(([id, members]) => [id, [members].flat()])));
  });

  test("of no member keeps nothing rather than all", () => {
    expect(livePart(page, specWithin("value open-requests", { request_type: [] }))).toMatchObject({ text: "0" });
  });
});

describe("readWithin(page, spec)", () => {
  test("of the whole page is the page", () => {
    expect(readWithin(page, "clock")).toEqual({ page, spec: "clock", key: "" });
  });

  test("narrows a page that is within a part already", () => {
    const east = matrixPage({ within: { region: ["east"] } });
    expect(readWithin(east, "clock @department=rnd").page.within).toEqual({ region: ["east"], department: ["rnd"] });
  });

  test("keys what would else be twice on a page", () => {
    const idOf = (spec: string) => figureFor(page, spec)?.id;
    expect(idOf("trend sla-attainment")).toBe("sla-attainment-trend");
    expect(idOf(specWithin("trend sla-attainment", { department: "rnd" }))).toBe("sla-attainment-trend-rnd");
    expect(idOf(specWithin("trend sla-attainment", { request_type: ["custom_plan", "hiring"] }))).toBe(
      "sla-attainment-trend-custom-plan-hiring",
    );
  });
});

describe("withinFilters(selection, within)", () => {
  const selection: Selection = {
    ...DEFAULT_SELECTION,
    filters: { region: ["east"], department: ["hr"] },
    against: { period: parsePeriod("2025Q3"), filters: { region: ["west"] } },
  };

  test("narrows the reader's filters in both scopes", () => {
    const { filters, against } = withinFilters(selection, { department: ["rnd", "hr"] });
    expect([filters, against?.filters]).toEqual([
      { region: ["east"], department: ["hr"] },
      { region: ["west"], department: ["rnd", "hr"] },
    ]);
  });

  test("keeps nothing where the reader chose another part", () => {
    expect(withinFilters(selection, { department: ["rnd"] }).filters).toEqual({ region: ["east"], department: [] });
    const marketing = matrixPage({ selection: { filters: { department: ["marketing"] } } });
    expect(livePart(marketing, specWithin("value sla-attainment", { department: "rnd" }))).toMatchObject({ text: "–" });
  });

  test("leaves periods, and a selection that compares with nothing, as they are", () => {
    expect(withinFilters(selection, { department: ["rnd"] }).against?.period).toEqual(parsePeriod("2025Q3"));
    expect(withinFilters(DEFAULT_SELECTION, {})).toEqual(DEFAULT_SELECTION);
  });
});

describe("the page of a department", () => {
  const dimensionsOf = (path: string) => vocabularyOfPath(MATRIX_SITE, path).dimensions.map(({ id }) => id);

  test.each([
    ["departments/rnd/", { department: ["rnd"] }],
    ["departments/after_sales/", { department: ["after_sales"] }],
    ["departments/", {}],
    ["matrix/", {}],
    ["", {}],
  ])("withinOfPath(%j) is %j", (path, within) => {
    expect(withinOfPath(path)).toEqual(within);
  });

  test("lets the reader select by all but the department", () => {
    expect(dimensionsOf("departments/rnd/")).toEqual(["request_type", "promise", "region", "delay_cause", "output", "age_class"]);
    expect(dimensionsOf("matrix/")).toEqual(["department", "request_type", "promise", "region"]);
  });
});
