import { expect, test } from "vitest";
import { endMargin } from "../../src/charts/parts/end-labels.ts";
import { ENLARGED, textWidth } from "../../src/charts/parts/measure.ts";

const label = (name: string, number: string) => ({ value: 0, name, number, className: "muted" });

test("endMargin(labels, most) lets names wrap, but gives numbers, which are never cut, their room", () => {
  const number = "19.4 working hours";
  const margin = endMargin([label("from response to resolution", number)], 60);
  expect(margin).toBeGreaterThanOrEqual(textWidth(number));
  expect(margin).toBeLessThan(textWidth(number) * ENLARGED + 20);
});

test("endMargin(labels, most) takes no more than it needs, nor more than it may", () => {
  expect(endMargin([label("East", "3")], 160)).toBeLessThan(60);
  expect(endMargin([label("a name that is longer than there is room for beside a chart", "3")], 160)).toBe(160);
});
