import { describe, expect, test } from "vitest";
import { parseMonth } from "../../../src/core/periods.ts";
import type { Selection } from "../../../src/core/selection.ts";
import type { Cubes } from "../../../src/cube/cubes.ts";
import { metricsDocumentOf } from "../../../src/publish/api.ts";
import { figureFor, livePart } from "../../../src/site/all-kinds.ts";
import { figureCsv } from "../../../src/site/figures/figure-csv.ts";
import { pageFor, SITE, scope } from "../tiny-site.ts";

/** The days that things of September 2026 took rest on working days that are not known yet. */
function provisionalCubes({ cubes }: Pick<typeof SITE, "cubes">): Cubes {
  const provisional = [{ figures: ["days"], months: [parseMonth("2026-09")] }];
  return {
    ...cubes,
    manifest: { ...cubes.manifest, provisionalYears: ["2026"] },
    fact(id) {
      const info = cubes.fact(id);
      return info && (id === "things" ? { ...info, provisional } : info);
    },
  };
}

const site = { ...SITE, cubes: provisionalCubes(SITE) };
const pageIn = (selection: Partial<Selection> = {}, locale: "zh" | "en" = "en") => pageFor(selection, locale, site);
const says = (spec: string, selection: Partial<Selection> = {}, locale: "zh" | "en" = "en"): string => {
  const part = livePart(pageIn(selection, locale), spec);
  return "text" in part ? part.text.replaceAll("\u00a0", " ") : "";
};
const NOTE = "The days off of 2026 are not confirmed yet";

describe("a value that rests on working days of a provisional year", () => {
  test("is marked in its period, in both languages, and in no other period", () => {
    expect(says("metric.value wait", scope("2026Q3"))).toBe("provisional 3.6 days");
    expect(says("metric.value wait", scope("2026Q3"), "zh")).toBe("暂定 3.6 天");
    expect(says("metric.value wait", scope("2026Q2"))).toBe("4.0 days");
  });

  test("is marked in its sentence, and in its row of the table", () => {
    expect(says("metric.answer wait", scope("2026-09"))).toContain("provisional ");
    expect(says("metric.answer wait", scope("2026Q3"), "zh")).toContain("至暂定 3.6 天");
    expect(says("metric.answer wait", scope("2026-08"))).not.toContain("provisional ");
    const table = figureFor(pageIn(), "trend wait")?.table();
    expect(table?.rows.map((row) => JSON.stringify(row).includes("provisional ")).filter(Boolean)).toHaveLength(1);
  });

  test("is explained below each figure that shows it, and in what a reader takes away of it", () => {
    const notesOf = (spec: string, selection: Partial<Selection> = {}) => figureFor(pageIn(selection), spec)?.notes.join(" ") ?? "";
    expect(notesOf("trend wait", scope("2026Q1"))).toContain(NOTE);
    expect(notesOf("breakdown wait region", scope("2026Q3"))).toContain(NOTE);
    expect(notesOf("breakdown wait region", scope("2026Q1"))).not.toContain(NOTE);
    expect(notesOf("trend orders")).not.toContain(NOTE);
    const figure = figureFor(pageIn(), "trend wait");
    expect(figure && figureCsv(figure, "https://example.org/")).toContain(NOTE);
  });

  test("is explained once on its page, as long as it is shown or compared with", () => {
    expect(says("provisional.note orders,wait", scope("2026Q3"))).toContain(NOTE);
    expect(says("provisional.note orders,wait", { ...scope("2026Q2"), against: scope("2026Q3") })).toContain(NOTE);
    expect(says("provisional.note orders,wait", scope("2026Q2"))).toBe("");
    expect(says("provisional.note orders", scope("2026Q3"))).toBe("");
  });

  test("is marked for programs", () => {
    const document = metricsDocumentOf(pageIn(), ({ label }) => label);
    const pointsOf = (id: string) => document.metrics.find((metric) => metric.id === id)?.series.month ?? [];
    expect(document.provisional_years).toEqual(["2026"]);
    expect(pointsOf("wait").flatMap((point) => (point.is_provisional ? point.period : []))).toEqual(["2026-09"]);
    expect(pointsOf("orders").some((point) => point.is_provisional)).toBe(false);
  });
});
