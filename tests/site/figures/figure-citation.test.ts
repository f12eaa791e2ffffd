import { describe, expect, test } from "vitest";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { Page } from "../../../src/site/ask/page.ts";
import { type Citation, citation, citationText } from "../../../src/site/figures/figure-citation.ts";
import { matrixPage } from "../matrix-site.ts";
import { pageFor, scope } from "../tiny-site.ts";

const LINKS = {
  view: "https://example.org/metrics/wait/?region=east#wait-trend",
  definition: "https://example.org/metrics/wait/#definition",
  snapshot: "",
  other: "",
};

/** What a figure is cited with, and the sentence of it. */
function cited(page: Page, spec: string): Citation & { text: string } {
  const figure = figureFor(page, spec);
  if (!figure) throw new Error(`nothing to show of ${spec}`);
  const found = citation(figure, LINKS);
  return { ...found, text: citationText(figure, found) };
}

const EAST = scope("2026Q2", { region: ["east"] });

describe("citation", () => {
  test("has the value of the metric with its unit, period, filters, cases, day and links", () => {
    const { text, ...parts } = cited(pageFor(EAST), "trend wait");
    expect(parts).toEqual({
      statement: "Wait: 3.0\u00a0days",
      period: "2026 Q2",
      filters: "Region: East",
      n: "n = 31 (orders)",
      figure: "Wait: trend",
      asOf: "2026-10-18",
      systems: "",
      company: "Tiny company",
      site: "Tiny",
      ...LINKS,
    });
    expect(text).toBe(
      `Wait: 3.0\u00a0days (2026 Q2; Region: East; n = 31 (orders)). Figure “Wait: trend”, data up to 18 Oct 2026. Tiny company, Tiny: ${LINKS.view} ; definition: ${LINKS.definition}`,
    );
  });

  test("of a frozen page names its version and seal", () => {
    const figure = figureFor(pageFor(EAST), "trend wait");
    if (!figure) throw new Error("nothing to show");
    const text = citationText(figure, citation(figure, { ...LINKS, snapshot: "2026 Q2 · version 1; seal 0123456789abcdef" }));
    expect(text).toContain(`Tiny company, Tiny, 2026 Q2 · version 1; seal 0123456789abcdef: ${LINKS.view}`);
  });

  test("gives the other address that it has, with what that is", () => {
    const figure = figureFor(pageFor(EAST), "trend wait");
    if (!figure) throw new Error("nothing to show");
    const text = citationText(figure, citation(figure, { ...LINKS, other: "short address: https://example.org/c/7k3mq0zt/" }));
    expect(text).toContain(`${LINKS.view} ; short address: https://example.org/c/7k3mq0zt/ ; definition: `);
  });

  test("says the same in Chinese, with addresses apart from its signs", () => {
    const { text } = cited(pageFor(EAST, "zh"), "breakdown wait region");
    expect(text).toBe(
      `等待：3.0\u00a0天（2026 Q2；区域：东区；n = 31（订单））。图“等待：按区域”，数据截至 2026 年 10 月 18 日。小公司《小》： ${LINKS.view} ；指标定义： ${LINKS.definition}`,
    );
  });

  test("of a breakdown is of the whole, and names what it is broken down by", () => {
    const { statement, n, figure } = cited(pageFor(scope("2026Q2")), "breakdown wait region");
    expect([statement, n, figure]).toEqual(["Wait: 4.0\u00a0days", "n = 60 (orders)", "Wait: by region"]);
  });

  test("keeps missing missing and hidden hidden", () => {
    const missing = cited(pageFor(scope("2026Q2", { region: ["south"] })), "trend wait");
    expect([missing.statement, missing.n]).toEqual(["Wait: –", "n = 0 (orders)"]);
    const hidden = cited(pageFor(scope("2026Q3", { region: ["west"] })), "trend score");
    expect([hidden.statement, hidden.n]).toEqual(["Score: hidden", ""]);
  });

  test("of a figure of several metrics is what it says, within what its page is about", () => {
    const page = matrixPage({ within: { department: ["rnd"] } });
    const { statement, filters } = cited(page, "clock");
    expect(`${statement}.`).toBe(figureFor(page, "clock")?.sentence);
    expect(filters).toBe("Department: R&D");
  });
});
