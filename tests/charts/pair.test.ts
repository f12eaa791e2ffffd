import { expect, test } from "vitest";
import { barChart } from "../../src/charts/bars.ts";
import { chartPair } from "../../src/charts/pair.ts";
import { given } from "./drawing.ts";

test("chartPair(id, draw) holds a wide and a narrow drawing with ids of their own", () => {
  const row = { label: "储能", value: 3, n: 9, previous: null, isHidden: false };
  const html = chartPair("lead", (size) => barChart([row], { ...given(size), unit: "days" }));
  expect(html.match(/viewBox="0 0 \d+/g)).toEqual(['viewBox="0 0 600', 'viewBox="0 0 340']);
  expect(html.match(/ id="[^"]+"/g)).toEqual([' id="lead-w-desc"', ' id="lead-n-desc"']);
});
