import { describe, expect, test } from "vitest";
import type { Selection } from "../../../src/core/selection.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { FigureData } from "../../../src/site/figures/figure.ts";
import { figureCsv } from "../../../src/site/figures/figure-csv.ts";
import { textOf } from "../../../src/site/say/table.ts";
import { byTurns, historySite, inMonths } from "../history-site.ts";
import { pageFor, scope } from "../tiny-site.ts";

/** West kept less in the third quarter of 2026, south keeps more since March, east is as ever. */
const SITE = historySite(
  { kept: byTurns(90, 91) },
  { region: "west", kept: byTurns(90, 91, inMonths([0, 2], 60)) },
  { region: "south", kept: byTurns(60, 61, inMonths([0, 6], 85)) },
);

function drawn(spec: string, selection: Partial<Selection> = {}, locale: "zh" | "en" = "en"): FigureData {
  const figure = figureFor(pageFor(selection, locale, SITE), spec);
  if (!figure) throw new Error(`no figure: ${spec}`);
  return figure;
}

const plain = (words: string) => words.replaceAll("\u00a0", " ");
const lastLines = (figure: FigureData) => figure.marks().map(({ name, lines }) => [name, plain(lines.at(-1) ?? "")]);
const marksIn = (figure: FigureData) =>
  [...figure.draw({ id: "it" }).querySelectorAll("text")]
    .map(({ textContent }) => textContent)
    .filter((text) => /^[▲▼↗↘◆→↺○…]$/.test(text));

describe("a breakdown shows the verdicts of its members", () => {
  test.each([
    ["en", ["○ Usual", "▼ Special this period, worse", "↗ New level, better"]],
    ["zh", ["○ 如常", "▼ 本期异常，变差", "↗ 新水平，变好"]],
  ] as const)("in its table: %s", (locale, words) => {
    const { head, rows } = drawn("breakdown kept region", {}, locale).table();
    expect(textOf(head.at(-1) ?? "")).toBe(locale === "zh" ? "判断" : "Verdict");
    expect(rows.map((row) => textOf(row.at(-1) ?? ""))).toEqual(words);
  });

  test("in what a reader takes away", () => {
    const csv = figureCsv(drawn("breakdown kept region"), "https://example.org/");
    expect(csv).toContain("Verdict");
    expect(csv.split("\r\n").find((line) => line.startsWith("West"))).toMatch(/"▼ Special this period, worse"$/);
  });

  test("in its drawing, signals alone", () => {
    expect(marksIn(drawn("breakdown kept region"))).toEqual(["▼", "↗"]);
    expect(marksIn(drawn("breakdown wait region"))).toEqual([]);
  });

  test("in what is said of each when a reader points at it", () => {
    expect(lastLines(drawn("breakdown kept region"))).toEqual([
      ["East, 2026 Q3", "○ Usual"],
      ["West, 2026 Q3", "▼ below its usual 90.5%"],
      ["South, 2026 Q3", "↗ at 85.0% since Mar 2026, above the 60.5% before"],
    ]);
  });
});

describe("a trend split by a dimension", () => {
  const split = (selection: Partial<Selection> = {}) => drawn("trend kept", { split: "region", ...selection });

  test("says first which members stand out, and of each its verdict", () => {
    expect(split().sentence).toMatch(/^West worsened: .*; South improved: .*\. West is lowest/);
    const members = lastLines(split()).filter(([name]) => ["East", "West", "South"].includes(name ?? ""));
    expect(members).toEqual([
      ["East", "○ Usual"],
      ["West", "▼ Special this period, worse"],
      ["South", "↗ New level, better"],
    ]);
  });

  test("names only members that the reader keeps", () => {
    expect(split({ filters: { region: ["east", "south"] } }).sentence).toMatch(/^South improved/);
    expect(split({ filters: { region: ["east", "south"] } }).sentence).not.toContain("West");
  });

  test("has no points that stand out, since limits are drawn for none of its members", () => {
    const standOut = (figure: FigureData) => figure.draw({ id: "it" }).querySelectorAll(".signal, .band").length;
    expect(standOut(drawn("trend kept", { filters: { region: ["west"] } }))).toBeGreaterThan(0);
    expect(standOut(split())).toBe(0);
  });

  test("gives no verdict on what it does not draw: a comparison", () => {
    const compared = split({ ...scope("2026Q3"), against: scope("2025Q3") });
    expect(compared.sentence).not.toMatch(/Beyond chance|worsened/);
    expect(
      compared
        .marks()
        .flatMap(({ lines }) => lines)
        .join(),
    ).not.toMatch(/chance/);
  });
});
