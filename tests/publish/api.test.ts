import { expect, test } from "vitest";
import { metricsDocumentOf } from "../../src/publish/api.ts";
import { pageFor } from "../site/tiny-site.ts";

const document = metricsDocumentOf(pageFor(), ({ label }) => label);

const metric = (id: string) => {
  const found = document.metrics.find((each) => each.id === id);
  if (!found) throw new Error(`unknown metric: ${id}`);
  return found;
};

const membersBy = (id: string, dimension: string) =>
  metric(id).breakdowns.find(({ dimensions }) => dimensions.join() === dimension)?.members ?? [];

test("metricsDocumentOf(page) has every metric of the site, as of the last complete quarter", () => {
  expect([document.as_of, document.period]).toEqual(["2026-10-18", "2026Q3"]);
  expect(document.metrics.map(({ id }) => id)).toEqual(["orders", "wait", "score", "absent"]);
});

test("metricsDocumentOf(page) gives value, n and target of the quarter, and those of quarters before", () => {
  const { current, previous, year_ago, target } = metric("orders");
  expect([current, previous, year_ago].map(({ value, n }) => [value, n])).toEqual([
    [100, 100],
    [60, 60],
    [60, 60],
  ]);
  expect(target).toBe(90);
});

test("metricsDocumentOf(page) gives series by month, quarter and year, with their quantiles, and what of them is complete", () => {
  const { month, quarter, year } = metric("wait").series;
  expect([month.length, quarter.length, year.length]).toEqual([25, 9, 3]);
  expect(month.at(-2)).toMatchObject({ period: "2026-09", is_complete: true, quantiles: { "0.5": 3, "0.9": 5 } });
  expect(month.at(-1)).toMatchObject({ period: "2026-10", is_complete: false });
});

test("metricsDocumentOf(page) marks a hidden member, and gives it no value and no n", () => {
  expect(membersBy("score", "region").find(({ members }) => members[0] === "west")).toMatchObject({ value: null, n: 0, is_hidden: true });
});

test("metricsDocumentOf(page) gives the members of a breakdown in the order of their dimension", () => {
  expect(membersBy("orders", "region").map(({ members: [member], value }) => [member, value])).toEqual([
    ["east", 72],
    ["west", 28],
  ]);
});

test("metricsDocumentOf(page) gives the quantiles of each member, and the target of the whole where it holds for parts", () => {
  expect(membersBy("wait", "region").map(({ members, quantiles }) => [members[0], quantiles["0.5"]])).toEqual([
    ["east", 3],
    ["west", 5],
  ]);
  expect(membersBy("orders", "region").map(({ target }) => target)).toEqual([null, null]);
});

test("metricsDocumentOf(page) gives the definition: formula and facts", () => {
  expect(metric("orders")).toMatchObject({ formula: "count(*)", facts: ["things"] });
});

test("metricsDocumentOf(page) says what metrics without values wait for", () => {
  const { site } = pageFor();
  const absent = site.metrics.filter(({ id }) => id === "absent");
  expect(metricsDocumentOf(pageFor(), ({ label }) => label, absent).waiting).toEqual([
    { id: "absent", label: absent[0]?.label, waits_for: ["returns"] },
  ]);
});

test("metricsDocumentOf(page) is the same in every language", () => {
  expect(metricsDocumentOf(pageFor({}, "zh"), ({ label }) => label)).toEqual(document);
});
