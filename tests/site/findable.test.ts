import { expect, test } from "vitest";
import { findablesOf } from "../../src/site/findable.ts";
import { MATRIX_SITE, matrixPage } from "./matrix-site.ts";

const all = findablesOf([matrixPage({ locale: "zh" }), matrixPage({ locale: "en" })], ({ words }) => [
  { path: "more/", text: words.more.title },
]);
const of = (start: string) => all.filter(({ href }) => href.zh?.startsWith(start));

test("findablesOf(pages) are the pages of the navigation, and every department, metric and promise, once", () => {
  expect(all[0]).toEqual({ href: { zh: "", en: "en/" }, name: { zh: "总览", en: "Overview" }, about: { zh: "页面", en: "Page" } });
  expect(all.map(({ href }) => href.zh)).toEqual(expect.arrayContaining(["response/", "matrix/", "metrics/", "data/", "more/"]));
  expect(of("metrics/")).toHaveLength(MATRIX_SITE.metrics.length + 1);
  expect(new Set(all.map(({ href }) => href.zh)).size).toBe(all.length);
  const rules = new Set(
    MATRIX_SITE.reference.rules.map(({ department, request_type, promise }) => `${department} ${request_type} ${promise}`),
  );
  expect(all.filter(({ href }) => href.zh?.includes("#sla-"))).toHaveLength(rules.size);
});

test("findablesOf(pages) are named in every language, and say what they are", () => {
  expect(of("metrics/sla-attainment/")).toEqual([
    {
      href: { zh: "metrics/sla-attainment/", en: "en/metrics/sla-attainment/" },
      name: { zh: expect.stringContaining("达成率"), en: "SLA attainment" },
      about: { zh: "指标；部门职责", en: expect.stringMatching(/^Metric; /) },
    },
  ]);
  expect(of("response/")[0]?.also).toEqual({ zh: "需求响应效率", en: "Responsiveness" });
});

test("findablesOf(pages) name no department where nothing shows what they promised", () => {
  const site = { ...MATRIX_SITE, metrics: MATRIX_SITE.metrics.filter(({ id }) => id !== "sla-attainment") };
  const found = findablesOf([matrixPage({ locale: "zh", site })], () => []);
  expect(found.filter(({ href }) => href.zh?.startsWith("departments/"))).toEqual([]);
});
