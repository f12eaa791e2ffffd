import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import { metricHref } from "../../../src/site/say/metric-link.ts";
import { matrixPage, type Told } from "../matrix-site.ts";

const within = { department: ["rnd"] };

describe("metricHref(page, metric)", () => {
  test.each<[string, Told, string]>([
    ["nothing where nothing is selected", {}, ""],
    ["what the page is about", { within }, "?department=rnd"],
    [
      "what the reader selected besides",
      { within, selection: { period: parsePeriod("2026-08"), filters: { region: ["east"] } } },
      "?period=2026-08&department=rnd&region=east",
    ],
    ["no dimension that the metric lacks", { within, selection: { filters: { age_class: ["old"] } } }, "?department=rnd"],
  ])("names %s", (_, told, query) => {
    expect(metricHref(matrixPage(told), "sla-attainment").replace(/^.*sla-attainment\//, "")).toBe(query);
  });

  test("ends in the figure that it leads to", () => {
    expect(metricHref(matrixPage({ within }), "sla-attainment", "sla-attainment-by-region")).toMatch(
      /\?department=rnd#sla-attainment-by-region$/,
    );
  });
});
