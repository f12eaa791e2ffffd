import { describe, expect, test } from "vitest";
import type { Selection } from "../../../src/core/selection.ts";
import { livePart } from "../../../src/site/all-kinds.ts";
import type { LivePart } from "../../../src/site/kind.ts";
import { textOf } from "../../../src/site/say/table.ts";
import { EAST_AND_WEST, pageFor } from "../tiny-site.ts";

const partIn = (spec: string, selection: Partial<Selection> = {}) => livePart(pageFor(selection), spec);
const wordsOf = (part: LivePart) => ("text" in part ? part.text : null);

describe("livePart", () => {
  test.each<[string, string, string | undefined]>([
    ["overview.heading", "2026 Q3, compared with 2026 Q2; 4 headline metrics: 2 improved, 2 not clear yet", undefined],
    ["topic.heading cost", "2026 Q3, compared with 2026 Q2; 1 improved", undefined],
    [
      "topic.verdict response",
      "Orders rose to 100, 40 more than the previous quarter; Sep 2026, at 60, is above the usual 20 a month.",
      undefined,
    ],
    ["topic.verdict market", "Returns: no data in this period.", undefined],
    ["topic.tally satisfaction", "1 not clear yet", undefined],
    [
      "metric.answer orders",
      "Orders rose to 100, 40 more than the previous quarter; Sep 2026, at 60, is above the usual 20 a month.",
      undefined,
    ],
    ["metric.answer absent", "No data yet: it needs an export of Returns.", undefined],
    ["metric.standing orders", "vs a year ago: +40; Target 90, target met", undefined],
    ["overview.change 7", "", undefined],
    ["topic.brief cost", "1 improved", undefined],
    ["topic.brief satisfaction", "not clear yet", undefined],
    ["metric.value orders", "100", undefined],
    ["metric.value absent", "–", undefined],
    ["metric.change orders", "+40", undefined],
    ["metric.change absent", "", undefined],
    ["metric.signal orders", "▲ Sep 2026, at 60, is above the usual 20 a month", "better"],
    ["metric.signal score", "… Not clear yet", undefined],
    ["metric.signal absent", "", undefined],
    ["metric.target wait", "Target 3.5\u00a0days, target missed", "missed"],
    ["metric.target orders", "Target 90, target met", undefined],
    ["metric.cases orders", "n = 100 (orders)", undefined],
    ["metric.cases absent", "", undefined],
  ])("%s says %j", (spec, text, tone) => {
    expect(partIn(spec)).toEqual({ text, tone });
  });

  test("overview.change leads to what changed", () => {
    expect(partIn("overview.change 0")).toEqual({
      text: expect.stringMatching(/^(Orders|Wait)/),
      href: expect.stringMatching(/^\/en\/metrics\/(orders|wait)\/$/),
    });
  });

  test.each(["value", "cases", "change", "signal"])("%s of a hidden group gives nothing away", (kind) => {
    expect(wordsOf(partIn(`metric.${kind} score`, { filters: { region: ["west"] } }))).toMatch(/^(hidden|)$/);
  });

  test("value of a slice without rows is missing, not 0", () => {
    expect(partIn("metric.value wait", { filters: { region: ["south"] } })).toMatchObject({ text: "–" });
  });

  test("follows what the reader compares", () => {
    expect(partIn("overview.heading", EAST_AND_WEST)).toMatchObject({ text: expect.stringMatching(/^East, compared with West; /) });
    expect(partIn("metric.change orders", EAST_AND_WEST)).toEqual({ text: "+44", tone: undefined });
  });

  test("sparkline is a drawing", () => {
    const part = partIn("metric.sparkline orders");
    expect("drawing" in part && part.drawing.getAttribute("class")).toContain("chart-sparkline");
  });

  test.each([
    ["overview.all", ["Metric", "Effect", "2026 Q3"]],
    ["series.quarters orders", ["Period", "Value"]],
    ["series.years orders", ["Period", "Value"]],
  ])("%s is a table", (spec, head) => {
    const part = partIn(spec);
    expect("table" in part && part.table.head.map(textOf).slice(0, head.length)).toEqual(head);
  });

  test("of an unknown kind fails with the choices", () => {
    expect(() => partIn("metric.gauge orders")).toThrow(/^unknown kind: metric.gauge; did you mean metric.value\? \(known: goals.table, /);
    expect(() => partIn("constructor orders")).toThrow("unknown kind: constructor");
  });
});
