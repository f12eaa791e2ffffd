import { describe, expect, test } from "vitest";
import type { Selection } from "../../../src/core/selection.ts";
import type { Metric } from "../../../src/cube/metric.ts";
import { count } from "../../../src/cube/parts.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import { type FigureData, remarkLine } from "../../../src/site/figures/figure.ts";
import { rawOf, type TableData, textOf } from "../../../src/site/say/table.ts";
import type { Site } from "../../../src/site/site.ts";
import { tinyMetric } from "../../cube/tiny.ts";
import { EAST_AND_WEST, pageFor, SITE, scope, text } from "../tiny-site.ts";

const figureIn = (spec: string, selection: Partial<Selection> = {}, locale: "zh" | "en" = "en") =>
  figureFor(pageFor(selection, locale), spec);

/** The figure, which must be there. */
function drawn(spec: string, selection: Partial<Selection> = {}): FigureData {
  const figure = figureIn(spec, selection);
  if (!figure) throw new Error(`no figure: ${spec}`);
  return figure;
}

const texts = ({ head, rows }: TableData) => [head, ...rows].map((row) => row.map(textOf));
const selectedOf = (figure: FigureData, selector: string) =>
  [...figure.draw({ id: "it" }).querySelectorAll(selector)].map((element) => element.getAttribute("class") ?? "");

/** Places of marks that a live drawing points at. */
const keysOf = (figure: FigureData, width = 600) =>
  [...figure.draw({ id: "it", isLive: true, width }).querySelectorAll("[data-key]")].map((hit) => Number(hit.getAttribute("data-key")));

describe("figureFor", () => {
  test("by a dimension that the metric does not offer is none", () => {
    expect(figureIn("breakdown orders height")).toBeNull();
  });

  test.each(["trend absent", "breakdown absent region", "carriers absent", "spread absent", "crossing absent region kind"])(
    "of a metric that waits for an export is none: %s",
    (spec) => {
      expect(figureIn(spec)).toBeNull();
    },
  );
});

describe("a remark", () => {
  const label = text("未计入的订单", "Orders left out");
  const remarked = (unit: "count" | "share", remark: number | null, locale: "zh" | "en") =>
    remarkLine(pageFor({}, locale), tinyMetric({ value: count(), remark: { label, unit, value: count() } }), { remark });

  test.each([
    ["count", 4, "zh", "未计入的订单：4"],
    ["count", 1200, "en", "orders left out: 1,200"],
    ["share", 0.081, "en", `orders left out: ${pageFor({}, "en").value(0.081, "share")}`],
    ["count", 0, "en", ""],
    ["count", null, "en", ""],
  ] as const)("of a %s of %j reads in %s: %s", (unit, remark, locale, line) => {
    expect(remarked(unit, remark, locale)).toBe(line);
  });
});

describe("a slice without rows", () => {
  const south: Partial<Selection> = { filters: { region: ["south"] } };

  test.each(["breakdown wait kind", "spread wait", "crossing wait kind kind"])("has no figure: %s", (spec) => {
    expect(figureIn(spec, { ...south, period: scope("2026Q1").period })).not.toBeNull();
    expect(figureIn(spec, south)).toBeNull();
  });

  test("is missing in the trend's table, never 0, and the sentence says that there are no data", () => {
    const figure = drawn("trend wait", south);
    const [, ...rows] = figure.table().rows.map((row) => row.map(rawOf));
    expect(figure.sentence).toBe("Wait: no data in this period.");
    expect(rows.filter(([, value]) => value !== null)).toEqual([["2026-02", 1, 1, 1, 3.5, 2, ""]]);
  });

  test("draws its words and nothing to point at", () => {
    const figure = drawn("trend wait", { filters: { region: ["south"], kind: ["b"] } });
    expect(figure.draw({ id: "it", isLive: true }).textContent).toContain("No data");
    expect(keysOf(figure)).toEqual([]);
  });
});

describe("a breakdown", () => {
  test("marks the members kept of its own dimension, compares all with before, and says a number of cases once", () => {
    const figure = drawn("breakdown orders region", { filters: { region: ["east"] } });
    expect(texts(figure.table())).toEqual([
      ["Region", "2026 Q3", "2026 Q2", "Change", "Verdict"],
      ["East", "72", "31", "+41", "▲ Special this period, better"],
      ["West", "28", "29", "−1", "○ Usual"],
    ]);
    expect(selectedOf(figure, ".unselected, .selected")).not.toEqual([]);
    expect(selectedOf(drawn("breakdown orders region"), ".unselected, .selected")).toEqual([]);
  });

  test("says what it compares with", () => {
    const figure = drawn("breakdown orders kind", EAST_AND_WEST);
    expect(figure.table().caption).toBe("Orders: by kind, East");
    expect(texts(figure.table())).toEqual([
      ["Kind", "East", "West", "Change", "Verdict"],
      ["A", "60", "15", "+45", "▲ a difference beyond chance, better"],
      ["B", "12", "13", "−1", "○ the difference may be chance"],
    ]);
    expect(figure.marks()[0]).toEqual({
      name: "A, East",
      lines: ["60", "West: 15", "Change: +45", "▲ a difference beyond chance"],
      choice: { members: { kind: "a" } },
    });
  });

  test("says the word for a hidden group instead of a number, and why", () => {
    const figure = drawn("breakdown score region");
    expect(texts(figure.table())).toEqual([
      ["Region", "2026 Q3", "2026 Q2", "Change", "n", "Verdict"],
      ["East", "4.00", "4.00", "0.00\u00a0points", "10", "… Not clear yet"],
      ["West", "hidden", "hidden", "–", "hidden", "–"],
    ]);
    expect(figure.table().rows[1]?.map(rawOf)).toEqual(["west", null, null, null, null, "–"]);
    expect(figure.marks()[1]).toMatchObject({ name: "West, 2026 Q3", lines: ["hidden"] });
    expect(figure.notes).toContainEqual(expect.stringContaining("fewer than 5 people"));
  });

  test.each(["breakdown score region", "trend score"])("stays hidden under a filter of the hidden group: %s", (spec) => {
    const figure = drawn(spec, { filters: { region: ["west"] } });
    expect([figure.n, figure.draw({ id: "it" }).textContent]).toEqual([null, expect.stringContaining("hidden")]);
  });

  test.each<Partial<Selection>>([{ filters: { region: ["west"] } }, { split: "region" }])(
    "shows no number of a hidden group over time, of %j",
    (selection) => {
      const { rows } = drawn("trend score", selection).table();
      const west = selection.split ? 2 : 1;
      expect(rows.map((row) => row.map(textOf)[west])).toEqual(["hidden", "hidden", "hidden"]);
    },
  );
});

describe("a figure of a metric that lacks a dimension", () => {
  test.each([
    ["zh", "未按“类型”筛选：“评分”的数据不分类型。"],
    ["en", "Not filtered by kind: Score is not recorded by kind."],
  ] as const)("says so in %s", (locale, note) => {
    expect(figureIn("trend score", { filters: { kind: ["a"] } }, locale)?.notes).toContain(note);
  });

  test("says that it is not split by it", () => {
    expect(drawn("trend score", { split: "kind" }).notes).toContain("Not split by kind: Score is not recorded by kind.");
  });

  test("says nothing of a filter that it has", () => {
    expect(drawn("trend orders", { filters: { kind: ["a"] } }).notes.filter((note) => note.startsWith("Not "))).toEqual([]);
  });
});

describe("a trend", () => {
  test("names in its marks value, change, n and what happened", () => {
    const marks = drawn("trend wait").marks();
    expect(marks.at(-2)).toMatchObject({
      name: "Sep 2026",
      lines: expect.arrayContaining(["3.3\u00a0days", "Change: −0.7\u00a0days", "n = 60", "10 Sep 2026 Decision: More people"]),
    });
    expect(marks.at(-1)).toMatchObject({ name: "Oct 2026 (unfinished)", lines: ["4.0\u00a0days", "n = 20"] });
  });

  test("lays beside it what the reader compares with, in marks and table", () => {
    const figure = drawn("trend orders", EAST_AND_WEST);
    expect(figure.marks().at(-2)?.lines).toEqual(expect.arrayContaining(["51", "West: 9", "Change: +41", "n = 51"]));
    expect(texts(figure.table()).slice(0, 3)).toEqual([
      ["Period", "East", "West", "Difference", "n", "Events and decisions"],
      ["Oct 2026 (unfinished)", "10", "10", "0", "10", ""],
      ["Sep 2026", "51", "9", "+42", "51", ""],
    ]);
  });

  test("split by a dimension has a column per member that has cases", () => {
    const figure = drawn("trend orders", { split: "region" });
    expect(texts(figure.table()).slice(0, 3)).toEqual([
      ["Period", "East", "West", "South", "Events and decisions"],
      ["Oct 2026 (unfinished)", "10", "10", "0", ""],
      ["Sep 2026", "51", "9", "0", ""],
    ]);
  });

  test("split by a dimension says of each member what it is in the period of the page, not in the last month, and of which period", () => {
    const figure = drawn("trend orders", { split: "region" });
    const said = [...figure.draw({ id: "it" }).querySelectorAll("text")].map(({ textContent }) => textContent);
    expect(said).toEqual(expect.arrayContaining(["2026 Q3", "East 72", "West 28"]));
    expect(figure.marks().find(({ name }) => name === "East")?.lines).toEqual(expect.arrayContaining(["2026 Q3: 72", "n = 72"]));
  });

  test("split by a dimension says with a share of all or none of how many cases it is", () => {
    const { spread: _, ...wait } = SITE.metrics.find(({ id }) => id === "wait") as Metric;
    const site: Site = { ...SITE, metrics: [{ ...wait, unit: "share" }] };
    const figure = figureFor(pageFor({ split: "region", ...scope("2026-02") }, "en", site), "trend wait");
    const drawing = figure?.draw({ id: "it" });
    expect([...(drawing?.querySelectorAll("text") ?? [])].map(({ textContent }) => textContent)).toContain("South 100.0% (n = 2)");
  });

  test("split and filtered keeps the members that are left out in view", () => {
    const figure = drawn("trend orders", { split: "region", filters: { region: ["west"] } });
    expect(figure.table().head.map(textOf)).toEqual(expect.arrayContaining(["Period", "East", "West", "South"]));
    expect(figure.sentence).toContain("West");
  });
});

describe("carriers", () => {
  test("add up in the table to the change", () => {
    const rows = drawn("carriers orders")
      .table()
      .rows.map((row) => row.map(rawOf));
    expect(rows).toEqual([
      ["east", 41, 0, 41],
      ["west", -1, 0, -1],
      ["Total", 40, 0, 40],
    ]);
  });
});

test("a tip of carriers says first what a member added, then its parts", () => {
  expect(drawn("carriers orders").marks()[0]).toMatchObject({ name: "East", lines: ["+41", "own change: +41", "shift in mix: 0"] });
});

describe("a spread", () => {
  test("counts in its marks the cases up to each value", () => {
    expect(drawn("spread wait").marks()).toMatchObject([
      { name: "up to 3.0\u00a0days", lines: ["72.0%", "n = 72 / 100"] },
      { name: "up to 5.0\u00a0days", lines: ["100.0%", "n = 100 / 100"] },
    ]);
  });
});

test("the table of a spread has the bins of its drawing", () => {
  const { head, rows } = drawn("spread wait").table();
  expect(head.map(textOf)).toEqual(["Value", "n", "Share up to it"]);
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ["3.0\u00a0days", "72", "72.0%"],
    ["4.0\u00a0days", "0", "72.0%"],
    ["5.0\u00a0days", "28", "100.0%"],
  ]);
});

describe("a crossing", () => {
  test("lifts the filters of both dimensions and marks what is kept", () => {
    const figure = drawn("crossing orders region kind", { filters: { region: ["east"] } });
    expect(texts(figure.table())).toEqual([
      ["Region × kind", "A", "B"],
      ["East", "60", "12"],
      ["West", "15", "13"],
    ]);
    expect(figure.marks()[2]).toMatchObject({ lines: ["15", "n = 15"], choice: { members: { region: "west", kind: "a" } } });
  });
});

describe("marks are as many as the drawing points at", () => {
  const specs = ["trend orders", "trend score", "breakdown orders region", "carriers orders", "spread wait", "crossing orders region kind"];
  const selections: [string, Partial<Selection>][] = [
    ["by default", {}],
    ["filtered", { filters: { region: ["east"] } }],
    ["split", { split: "region" }],
    ["compared", EAST_AND_WEST],
  ];

  test.each(specs.flatMap((spec) => selections.map(([name, selection]) => [spec, name, selection] as const)))(
    "%s, %s",
    (spec, _, selection) => {
      const figure = figureIn(spec, selection);
      const marks = figure?.marks() ?? [];
      for (const width of [600, 340]) {
        const keys = figure ? keysOf(figure, width) : [];
        expect(keys.length > 0 && keys.every((key) => marks[key] !== undefined)).toBe(figure !== null);
        expect(new Set(keys).size).toBe(keys.length);
      }
    },
  );

  test("and none are drawn in a figure that nobody can act on", () => {
    expect(drawn("trend orders").draw({ id: "it" }).querySelector("[data-key]")).toBeNull();
  });
});
