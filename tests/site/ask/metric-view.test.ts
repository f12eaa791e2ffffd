import { describe, expect, test } from "vitest";
import { parsePeriod, periodId } from "../../../src/core/periods.ts";
import type { Filters, Scope, Selection } from "../../../src/core/selection.ts";
import { EAST_AND_WEST, pageFor, scope } from "../tiny-site.ts";

const viewOf = (id: string, selection: Partial<Selection> = {}) => pageFor(selection).view(id);

describe("a view", () => {
  test("keeps the filters that its metric has, and names those that it lacks", () => {
    const view = viewOf("score", { filters: { kind: ["a"], region: ["east"] } });
    expect([view.slice.filters, view.lacking]).toEqual([{ region: ["east"] }, ["kind"]]);
  });

  test("names what the slice compared with filters by, once", () => {
    const view = viewOf("score", { filters: { kind: ["a"] }, against: scope("2026Q2", { kind: ["b"] }) });
    expect(view.lacking).toEqual(["kind"]);
  });

  test("is the same for pages that ask the same, whatever their language", () => {
    expect(pageFor(EAST_AND_WEST, "zh").view("orders")).toBe(pageFor({ ...EAST_AND_WEST, split: "region" }).view("orders"));
  });

  test("of a metric that waits for an export has neither series nor standing", () => {
    const { isAvailable, standing, finest, carriers, trial } = viewOf("absent");
    expect({ isAvailable, standing, finest, carriers, trial }).toEqual({
      ...{ isAvailable: false, standing: null, finest: [], carriers: null, trial: null },
    });
  });

  test("has no series by month of a quarterly metric", () => {
    const view = viewOf("score");
    expect(view.series("month")).toEqual([]);
    expect(view.finest.map(({ period }) => period)).toEqual(["2026Q1", "2026Q2", "2026Q3"].map((id) => parsePeriod(id)));
  });
});

describe("a view beside what the reader chose", () => {
  const besideOf = (own: Scope, against: Selection["against"]) =>
    viewOf("orders", { ...own, against }).beside.map(({ place, point }) => [periodId(place), periodId(point.period), point.value]);

  test("lays the months of another time below its own, each with its own value", () => {
    expect(besideOf(scope("2026Q3"), scope("2026Q2"))).toEqual([
      ["2026-07", "2026-04", 20],
      ["2026-08", "2026-05", 20],
      ["2026-09", "2026-06", 20],
    ]);
  });

  test("lays members of the same time beside it, over all of it", () => {
    const months = besideOf(scope("2026Q3", { region: ["east"] }), scope("2026Q3", { region: ["west"] }));
    expect([months.length, months.every(([place, own]) => place === own)]).toEqual([25, true]);
  });

  test.each<[string, string, readonly string[]]>([
    ["2026Q3", "2025Q4", ["2025-10", "2025-11", "2025-12"]],
    ["2026Q3", "2026-06..2026-08", ["2026-06", "2026-07", "2026-08"]],
    ["2026", "2025", ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10"]],
    ["2026Q3", "2024Q3", []],
    ["2025Q3", "2024Q4", ["2024-10", "2024-11", "2024-12"]],
    ["2026Q3", "2025", []],
    ["2026", "2026Q2", []],
  ])("lays beside %s, of %s, only the months %j", (own, other, months) => {
    expect(besideOf(scope(own), scope(other)).map(([, id]) => id)).toEqual(months);
  });

  test("lays the months of other members where they happened when the two periods differ in length", () => {
    const months = besideOf(scope("2026Q3", { region: ["east"] }), scope("2026-01..2026-02", { region: ["west"] }));
    expect(months).toEqual([
      ["2026-01", "2026-01", 9],
      ["2026-02", "2026-02", 10],
    ]);
  });

  test("has none by default", () => {
    expect(viewOf("orders").beside).toEqual([]);
  });
});

describe("breakdown", () => {
  const broken = (filters: Filters, dimension = "region") =>
    viewOf("orders", { filters })
      .breakdown(dimension)
      .rows.map(({ member, now, before }) => [member, now.value, before?.value ?? null]);

  test("lifts the filter of its own dimension, so that what is left out stays in view", () => {
    expect(broken({ region: ["east"] })).toEqual([
      ["east", 72, 31],
      ["west", 28, 29],
    ]);
  });

  test("keeps the filters of other dimensions", () => {
    expect(broken({ region: ["west"] }, "kind")).toEqual([
      ["a", 15, 15],
      ["b", 13, 14],
    ]);
  });

  test("has nothing before it where the period before is not covered", () => {
    const { rows } = viewOf("orders", scope("2024Q4")).breakdown("region");
    expect(rows.map(({ before }) => before)).toEqual([null, null]);
  });
});

describe("carriers", () => {
  test("are of the dimension that explains most, and add up to the change", () => {
    const { carriers, standing } = viewOf("orders");
    // east had 31 of 60 and carried +41 of +40; kind A had 34 of 60 and carried +41 too, which is less beyond its weight
    expect(carriers?.dimension).toBe("region");
    expect(carriers?.contributions.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBe(standing?.change?.absolute);
  });

  test("stay by the same dimension while a reader filters, with all of its members", () => {
    const { carriers } = viewOf("orders", { filters: { region: ["east"] } });
    expect([carriers?.dimension, carriers?.contributions.map(({ member }) => member)]).toEqual(["region", ["east", "west"]]);
  });

  test("are of the members kept of other dimensions", () => {
    const { carriers } = viewOf("orders", { filters: { kind: ["b"] } });
    expect(carriers?.contributions.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBe(
      viewOf("orders", { filters: { kind: ["b"] } }).standing?.change?.absolute,
    );
  });

  test.each<[string, string, Partial<Selection>]>([
    ["a group is hidden", "score", {}],
    ["there is no change", "orders", scope("2024Q4")],
  ])("are none where %s", (_, id, selection) => {
    expect(viewOf(id, selection).carriers).toBeNull();
  });
});

describe("target", () => {
  const targets = (id: string, selection: Partial<Selection> = {}) => {
    const { target } = viewOf(id, selection);
    return ["2026Q3", "2026Q2", "2026-08", "2026", "2025Q3"].map((period) => target(parsePeriod(period)));
  };

  test("of a sum holds for its own period only", () => {
    expect(targets("orders")).toEqual([90, null, null, 400, null]);
  });

  test("of a rate holds within its year", () => {
    expect(targets("wait")).toEqual([3.5, 3.5, 3.5, 3.5, null]);
  });

  test("of a sum is none under a filter, of a rate it stays", () => {
    const filters = { region: ["east"] };
    expect(targets("orders", { filters })).toEqual([null, null, null, null, null]);
    expect(targets("wait", { filters })).toEqual([3.5, 3.5, 3.5, 3.5, null]);
  });

  test("of a range of months is that around it, and none of a sum", () => {
    const range = parsePeriod("2026-05..2026-08");
    expect([viewOf("orders").target(range), viewOf("wait").target(range)]).toEqual([null, 3.5]);
  });
});

describe("a page", () => {
  test("keeps the views of the last selections only", () => {
    const first = pageFor(scope("2025-01")).view("orders");
    expect(pageFor(scope("2025-01")).view("orders")).toBe(first);
    for (let month = 2; month <= 7; month++) pageFor(scope(`2025-0${month}`)).view("orders");
    expect(pageFor(scope("2025-01")).view("orders")).not.toBe(first);
  });

  test("keeps the views of all parts of a selection, however many a verdict asks for", () => {
    const views = () =>
      Array.from({ length: 200 }, (_, part) =>
        pageFor()
          .narrowed({ region: [`part ${part}`] })
          .view("orders"),
      );
    const first = views();
    expect(views().filter((view, part) => view !== first[part])).toEqual([]);
  });
});
