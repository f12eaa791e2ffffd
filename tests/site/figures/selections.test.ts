import { expect, test } from "vitest";
import { figureFor, livePart } from "../../../src/site/all-kinds.ts";
import { metricSentence } from "../../../src/site/say/sentences.ts";
import { textOf } from "../../../src/site/say/table.ts";
import { EAST_AND_WEST, pageFor, scope } from "../tiny-site.ts";

test("a breakdown by the dimension that the reader compares does not set a member beside itself under another's name", () => {
  const rows = figureFor(pageFor(EAST_AND_WEST), "breakdown orders region")
    ?.table()
    .rows.map((row) => row.map(textOf));
  expect(rows).not.toContainEqual(["West", "28", "28", "0", "28"]);
});

test("carriers are not of the dimension that the reader compares", () => {
  expect(pageFor(EAST_AND_WEST).view("orders").carriers?.dimension).toBe("kind");
});

test("a series without points has no columns of a comparison", () => {
  const part = livePart(pageFor(), "series.quarters absent");
  expect("table" in part && part.table.head.map(textOf)).toEqual(["Period", "Value", "n"]);
});

test("metricSentence does not compare a metric with itself where it lacks what the reader compares", () => {
  const page = pageFor({ ...scope("2026Q3", { kind: ["a"] }), against: scope("2026Q3", { kind: ["b"] }) });
  expect(metricSentence(page, page.view("score"))).not.toContain("the same as B");
});

test("metricSentence names what there is nothing to compare with, where the reader chose it", () => {
  const page = pageFor({ ...scope("2026Q3"), against: scope("2026Q3", { region: ["south"] }) });
  expect(metricSentence(page, page.view("wait"))).not.toContain("earlier period");
});

test("the sentence of a split trend names no member that is left out", () => {
  const figure = figureFor(pageFor({ split: "region", filters: { region: ["west"] } }), "trend orders");
  expect(figure?.sentence).not.toContain("East");
});

test("a crossing's marks write members as they are named", () => {
  expect(figureFor(pageFor(), "crossing orders region kind")?.marks()[0]?.name).toBe("East × A, 2026 Q3");
});

test("a trend split and compared says that the comparison is not drawn", () => {
  expect(figureFor(pageFor({ ...EAST_AND_WEST, split: "kind" }), "trend orders")?.notes).not.toEqual([]);
});
