import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Selection, withinFilters } from "../../../src/core/selection.ts";
import { livePart } from "../../../src/site/all-kinds.ts";
import { specWithin } from "../../../src/site/spec.ts";
import { matrixPage } from "../matrix-site.ts";

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
    expect(livePart(marketing, specWithin("metric.value sla-attainment", { department: "rnd" }))).toMatchObject({ text: "–" });
  });

  test("leaves periods, and a selection that compares with nothing, as they are", () => {
    expect(withinFilters(selection, { department: ["rnd"] }).against?.period).toEqual(parsePeriod("2025Q3"));
    expect(withinFilters(DEFAULT_SELECTION, {})).toEqual(DEFAULT_SELECTION);
  });
});
