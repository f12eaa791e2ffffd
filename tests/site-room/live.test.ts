import { describe, expect, test } from "vitest";
import type { Selection } from "../../src/core/selection.ts";
import { livePart } from "../../src/site/live.ts";
import type { LivePart } from "../../src/site/live-part.ts";
import { textOf } from "../../src/site/table.ts";
import { EAST_AND_WEST, pageFor } from "./tiny-site.ts";

const partIn = (spec: string, selection: Partial<Selection> = {}) => livePart(pageFor(selection), spec);
const wordsOf = (part: LivePart) => ("text" in part ? part.text : null);

describe("livePart", () => {
  test.each<[string, string, string | undefined]>([
    ["heading", "2026 Q3, compared with 2026 Q2; 2 headline metrics: 2 improved", undefined],
    ["heading cost", "2026 Q3, compared with 2026 Q2; 1 improved", undefined],
    [
      "verdict response",
      "Orders rose to 100, 40 more than the previous quarter; Sep 2026, at 60, is above the usual 20 a month.",
      undefined,
    ],
    ["verdict market", "", undefined],
    ["tally satisfaction", "1 not clear yet", undefined],
    ["answer orders", "Orders rose to 100, 40 more than the previous quarter; Sep 2026, at 60, is above the usual 20 a month.", undefined],
    ["answer absent", "No data yet: it needs an export of Returns.", undefined],
    ["standing orders", "vs a year ago: +40; Target 90, target met", undefined],
    ["changed 7", "", undefined],
    ["value orders", "100", undefined],
    ["value absent", "–", undefined],
    ["change orders", "+40", undefined],
    ["change absent", "", undefined],
    ["signal orders", "▲ Sep 2026, at 60, is above the usual 20 a month", "better"],
    ["signal score", "… Not clear yet", undefined],
    ["signal absent", "", undefined],
    ["target wait", "Target 3.5\u00a0days, target missed", "missed"],
    ["target orders", "Target 90, target met", undefined],
    ["cases orders", "n = 100 (orders)", undefined],
    ["cases absent", "", undefined],
  ])("%s tells %j", (spec, text, tone) => {
    expect(partIn(spec)).toEqual({ text, tone });
  });

  test("changed tells the largest change first, in the colour of its effect", () => {
    expect(partIn("changed 0")).toEqual({ text: expect.stringMatching(/^(Orders|Wait)/), tone: expect.stringMatching(/^accent-/) });
  });

  test.each(["value", "cases", "change", "signal"])("%s of a hidden group gives nothing away", (kind) => {
    expect(wordsOf(partIn(`${kind} score`, { filters: { region: ["west"] } }))).toMatch(/^(hidden|)$/);
  });

  test("value of a slice without rows is missing, not 0", () => {
    expect(partIn("value wait", { filters: { region: ["south"] } })).toMatchObject({ text: "–" });
  });

  test("follows what the reader compares", () => {
    expect(partIn("heading", EAST_AND_WEST)).toMatchObject({ text: expect.stringMatching(/^East, compared with West; /) });
    expect(partIn("change orders", EAST_AND_WEST)).toEqual({ text: "+44", tone: undefined });
  });

  test("sparkline is a drawing", () => {
    const part = partIn("sparkline orders");
    expect("drawing" in part && part.drawing.getAttribute("class")).toContain("chart-sparkline");
  });

  test.each([
    ["all", ["Metric", "Effect", "2026 Q3"]],
    ["quarters orders", ["Period", "Value"]],
    ["years orders", ["Period", "Value"]],
  ])("%s is a table", (spec, head) => {
    const part = partIn(spec);
    expect("table" in part && part.table.head.map(textOf).slice(0, head.length)).toEqual(head);
  });

  test("of an unknown kind fails with the choices", () => {
    expect(() => partIn("gauge orders")).toThrow(/^unknown live part: gauge; there are heading, verdict, /);
    expect(() => partIn("constructor orders")).toThrow("unknown live part: constructor");
  });
});
