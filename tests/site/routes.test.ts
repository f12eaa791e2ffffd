import { describe, expect, test } from "vitest";
import { vocabularyOfRoute } from "../../src/site/ask/vocabulary.ts";
import { navigationOf, routesOf } from "../../src/site/routes.ts";
import { MATRIX_SITE, matrixPage } from "./matrix-site.ts";
import { pageFor, SITE } from "./tiny-site.ts";

describe("routesOf(site)", () => {
  const routes = routesOf(MATRIX_SITE);

  test.each([
    ["departments/rnd/", { department: ["rnd"] }],
    ["matrix/", {}],
    ["", {}],
  ])("of %j is within %j", (path, within) => {
    expect(routes[path]?.within).toEqual(within);
  });

  test.each(["departments/", "departments/sales/", "data/", "metrics/"])("has no selection on %j", (path) => {
    expect(routes).not.toHaveProperty([path]);
  });

  test("lets the reader of a department select by all but the department", () => {
    const dimensionsOf = (path: string) => vocabularyOfRoute(MATRIX_SITE, routes[path]).dimensions.map(({ id }) => id);
    expect(dimensionsOf("departments/rnd/")).toEqual(["request_type", "promise", "region", "delay_cause", "output", "age_class"]);
    expect(dimensionsOf("matrix/")).toEqual(["department", "request_type", "promise", "region"]);
  });

  test.each([
    ["", ["orders", "absent", "wait", "score"]],
    ["response/", ["orders"]],
    ["cost/", ["wait"]],
    ["rhythm/", []],
    ["metrics/wait/", ["wait"]],
    ["embed/score/", ["score"]],
  ])("of a small site shows on %j the metrics %j", (path, metrics) => {
    expect(routesOf({ ...SITE })[path]?.metrics.toSorted()).toEqual(metrics.toSorted());
  });

  test("shows what the figures of a topic need besides its own metrics", () => {
    expect(routes["requirements/"]?.metrics).toContain("time-to-approval");
  });
});

test("navigationOf(page) has the topics between the overview and the data", () => {
  expect(navigationOf(matrixPage()).map(({ path }) => path)).toEqual([
    ...["", "response/", "market/", "cost/", "satisfaction/", "matrix/", "waiting/", "requirements/"],
    ...["leads/", "sales/", "deals/", "lost-deals/", "goals/", "rhythm/", "metrics/", "data/"],
  ]);
  expect(navigationOf(pageFor({}, "zh"))[1]?.text).toBe("需求响应");
});
