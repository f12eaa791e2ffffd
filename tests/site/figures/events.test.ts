import { describe, expect, test } from "vitest";
import type { Selection } from "../../../src/core/selection.ts";
import type { Reference } from "../../../src/data/reference.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import { textOf } from "../../../src/site/say/table.ts";
import { pageFor, SITE, text } from "../tiny-site.ts";

type Events = Pick<Reference, "annotations" | "decisions">;

/** The trend of a metric whose data reach from October 2024 to October 2026, in a company in which this happened. */
function trendWith(events: Events, selection: Partial<Selection> = {}, locale: "zh" | "en" = "en") {
  const figure = figureFor(pageFor(selection, locale, { ...SITE, reference: { ...SITE.reference, ...events } }), "trend wait");
  if (!figure) throw new Error("no figure");
  return figure;
}

const happened = (on: string, name: string, metric: string | null = null) => ({ on, metric, label: text(`${name}（中）`, name) });

const numbersOf = (figure: ReturnType<typeof trendWith>) =>
  [...figure.draw({ id: "it" }).querySelectorAll(".event text")].map(({ textContent }) => textContent);

describe("what happened", () => {
  const events: Events = {
    annotations: [
      happened("2026-10-31", "last day"),
      happened("2026-09-10", "same day"),
      happened("2024-09-30", "before the axis"),
      happened("2024-10-01", "first day"),
      happened("2026-11-01", "behind the axis"),
      happened("2026-09-01", "of another metric", "orders"),
    ],
    decisions: [{ ...happened("2026-09-10", "More people", "wait"), expected: null, department: null }],
  };

  test.each([
    ["en", "① Oct 2024 first day · ② Sep 2026 same day · ③ Sep 2026 Decision: More people · ④ Oct 2026 last day"],
    [
      "zh",
      "① 2024 年 10 月 first day（中） · ② 2026 年 9 月 same day（中） · ③ 2026 年 9 月 决定：More people（中） · ④ 2026 年 10 月 last day（中）",
    ],
  ] as const)("is one line below the drawing, oldest first, with the numbers of the drawing, in %s", (locale, line) => {
    const figure = trendWith(events, {}, locale);
    expect([figure.notes[0], numbersOf(figure)]).toEqual([line, ["1", "2", "3", "4"]]);
  });

  test("is said of lines of members too", () => {
    const figure = trendWith(events, { split: "region" });
    expect([figure.notes[0]?.startsWith("① Oct 2024 first day"), numbersOf(figure).length]).toEqual([true, 4]);
  });

  test("stands in the tip and in the table with its day", () => {
    const figure = trendWith(events);
    const said = "10 Sep 2026 same day; 10 Sep 2026 Decision: More people";
    expect(figure.marks().at(-2)?.lines).toContain(said);
    expect(figure.table().rows[1]?.map(textOf)).toContain(said);
  });

  test("is said of every event, however many there are", () => {
    const many = Array.from({ length: 23 }, (_, index) => happened(`2026-09-${String(index + 1).padStart(2, "0")}`, `event ${index + 1}`));
    const figure = trendWith({ annotations: many, decisions: [] });
    const [line = ""] = figure.notes;
    expect([line.split(" · ").length, line.includes("⑳ Sep 2026 event 20"), line.includes("(23) Sep 2026 event 23")]).toEqual([
      23,
      true,
      true,
    ]);
    expect(numbersOf(figure)).toHaveLength(23);
  });

  test("is no line where nothing did", () => {
    const figure = trendWith({ annotations: [happened("2020-01-01", "long ago")], decisions: [] });
    expect([figure.notes.filter((note) => note.includes("long ago")), numbersOf(figure)]).toEqual([[], []]);
  });
});

describe("a Spring Festival", () => {
  const { manifest } = SITE.cubes;
  const site = {
    ...SITE,
    cubes: { ...SITE.cubes, manifest: { ...manifest, springFestivals: [{ from: "2026-01-28", to: "2026-02-01" }] } },
  };
  const trendOf = (spec: string) => figureFor(pageFor({}, "en", site), spec);

  test("is a band in a drawing by month, and in the tips of its months with the days off of each, not in the table", () => {
    const figure = trendOf("trend wait");
    const tips = figure
      ?.marks()
      .flatMap(({ name, lines }) => lines.filter((line) => line.startsWith("Spring Festival")).map((line) => [name, line]));
    expect(tips).toEqual([
      ["Jan 2026", "Spring Festival: 4 days off"],
      ["Feb 2026", "Spring Festival: 1 day off"],
    ]);
    expect(figure?.draw({ id: "it" }).querySelectorAll(".festival path")).toHaveLength(1);
    expect(figure?.table().head.map(textOf)).not.toContain("Spring Festival");
  });

  test("is none in a drawing by quarter, each of which has one or none every year", () => {
    const figure = trendOf("trend score");
    expect([figure?.draw({ id: "it" }).querySelectorAll(".festival").length, JSON.stringify(figure?.marks()).includes("Festival")]).toEqual(
      [0, false],
    );
  });
});
