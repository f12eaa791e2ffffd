import { describe, expect, test } from "vitest";
import { DEFAULT_SELECTION } from "../../src/core/selection.ts";
import { pathOf, queryFor } from "../../src/islands/links.ts";
import { vocabularyOfRoute } from "../../src/site/ask/vocabulary.ts";
import { routesOf } from "../../src/site/routes.ts";
import { SITE, scope } from "../site/tiny-site.ts";

describe("pathOf", () => {
  const site = { origin: "https://tandem.example", base: "/report/" };

  test.each([
    ["https://tandem.example/report/", ""],
    ["https://tandem.example/report/en/", ""],
    ["https://tandem.example/report/cost/?region=east", "cost/"],
    ["https://tandem.example/report/en/metrics/wait/", "metrics/wait/"],
    ["https://tandem.example/report/metrics/#how", "metrics/"],
    ["https://tandem.example/report/en/departments/研发部/", "departments/研发部/"],
    ["https://tandem.example/report/metrics/wait.csv", null],
    ["https://tandem.example/other/", null],
    ["https://elsewhere.example/report/", null],
  ])("of %s is %j", (address, path) => {
    expect(pathOf(new URL(address), site)).toBe(path);
  });
});

describe("queryFor", () => {
  const routes = routesOf(SITE);
  const vocabulary = vocabularyOfRoute(SITE, routes[""]);
  const selection = { ...DEFAULT_SELECTION, ...scope("2026Q2", { region: ["east"], kind: ["a"] }) };

  test.each([
    ["", "period=2026Q2&region=east&kind=a"],
    ["cost/", "period=2026Q2&region=east&kind=a"],
    ["satisfaction/", "period=2026Q2&region=east"],
    ["metrics/", "period=2026Q2&region=east&kind=a"],
    ["data/", "period=2026Q2&region=east&kind=a"],
  ])("of /%s is %s", (path, query) => {
    expect(queryFor(SITE, routes[path], { selection, vocabulary })).toBe(query);
  });
});
