import { describe, expect, test } from "vitest";
import { vocabularyOfRoute } from "../../src/site/ask/vocabulary.ts";
import { routesOf } from "../../src/site/routes.ts";
import { MATRIX_SITE } from "./matrix-site.ts";
import { SITE } from "./tiny-site.ts";

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
