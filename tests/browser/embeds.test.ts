import { expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION } from "../../src/core/selection.ts";
import { parseSelection } from "../../src/core/selection-query.ts";
import { BOUND_SIGN } from "../../src/i18n/format.ts";
import { pageIn } from "../../src/publish/pages.ts";
import { figureFor } from "../../src/site/all-kinds.ts";
import { pageOf } from "../../src/site/ask/page.ts";
import { vocabularyOf } from "../../src/site/ask/vocabulary.ts";
import { embedAddress, specOfKey } from "../../src/site/embed.ts";
import type { FigureData } from "../../src/site/figures/figure.ts";
import { figureCsv } from "../../src/site/figures/figure-csv.ts";
import { routesOf } from "../../src/site/routes.ts";
import { boundOfCell, rawOf, textOf } from "../../src/site/say/table.ts";
import { metricOf } from "../../src/site/site.ts";
import { parseSpec } from "../../src/site/spec.ts";
import { csvRecords } from "../core/csv-records.ts";
import { documentOf, pagePaths } from "./support/files.ts";

const SELECTED = { ...DEFAULT_SELECTION, period: parsePeriod("2026Q2") };

/** The spec that the address of an embedded figure leads to. */
function specAt(address: string): string | null {
  const { pathname, searchParams } = new URL(address, "https://site.example");
  const { site } = pageIn("zh");
  const metric = metricOf(site, pathname.split("/").at(-2) ?? "");
  return specOfKey(searchParams.get("figure") ?? "trend", metric, site);
}

/** The figure that an address embeds, made from what the address selects alone. */
function embeddedAt(address: string): FigureData | null {
  const spec = specAt(address);
  const { pathname, search } = new URL(address, "https://site.example");
  const built = pageIn("zh");
  const metric = metricOf(built.site, pathname.split("/").at(-2) ?? "");
  const { selection } = parseSelection(search, vocabularyOf(built.site, [metric]), ["figure"]);
  return spec === null ? null : figureFor(pageOf(built.site, { ...built, selection }), spec);
}

/** The rows of a figure's table as a CSV is to have them: numbers in full, other cells as they are shown, nothing where they are missing. */
const cellsOf = (figure: FigureData): string[][] =>
  figure.table().rows.map((row) =>
    row.flatMap((cell) => {
      const raw = rawOf(cell);
      if (typeof raw === "number") return [`${BOUND_SIGN[boundOfCell(cell)]}${raw}`];
      return textOf(cell) === figure.page.words.missing ? [""] : [textOf(cell)];
    }),
  );

/** The rows of a CSV below its empty line and its head. */
function rowsOfCsv(figure: FigureData): string[][] {
  const records = csvRecords(figureCsv(figure, "https://site.example/"));
  return records.slice(records.findIndex((record) => record.every((field) => field === "")) + 2);
}

test("a figure of each kind has the same rows on its page, in its file and where it is embedded", () => {
  const { site } = pageIn("zh");
  const kinds = new Set<string>();
  for (const path of [
    "market/",
    "cost/",
    "leads/",
    "goals/",
    "requirements/",
    "satisfaction/",
    "lost-deals/",
    "departments/rnd/",
    "metrics/time-to-approval/",
  ]) {
    const page = pageOf(site, { ...pageIn("zh"), within: routesOf(site)[path]?.within ?? {}, selection: SELECTED });
    for (const place of documentOf(path).querySelectorAll("metric-figure")) {
      const spec = place.getAttribute("spec") ?? "";
      const { kind } = parseSpec(spec);
      const figure = kinds.has(kind) ? null : figureFor(page, spec);
      if (!figure) continue;
      kinds.add(kind);
      const cells = cellsOf(figure);
      const embedded = embeddedAt(embedAddress(figure, spec));
      expect([spec, embedded?.id, embedded && cellsOf(embedded)]).toEqual([spec, figure.id, cells]);
      // ids have columns of their own beside their names
      const taken = rowsOfCsv(figure);
      expect(taken).toHaveLength(cells.length);
      expect(cells.map((row, i) => row.filter((cell) => !taken[i]?.includes(cell)))).toEqual(cells.map(() => []));
    }
  }
  expect(kinds.size).toBeGreaterThan(18);
});

test("every figure of every page has an address of its own to be embedded by", () => {
  const { site } = pageIn("zh");
  const kinds = new Set<string>();
  const lost: unknown[] = [];
  for (const path of pagePaths.filter((each) => !each.startsWith("en/"))) {
    const page = pageIn("zh", routesOf(site)[path]?.within);
    const specs = new Set([...documentOf(path).querySelectorAll("metric-figure")].map((place) => place.getAttribute("spec") ?? ""));
    for (const spec of specs) {
      const figure = figureFor(page, spec);
      // one that has nothing to show has no menu
      if (!figure) continue;
      kinds.add(parseSpec(spec).kind);
      const found = specAt(embedAddress(figure, spec));
      if (found !== spec) lost.push({ path, spec, found });
    }
  }
  expect(lost).toEqual([]);
  expect([...kinds]).toEqual(
    expect.arrayContaining(["trend", "ranking", "crossing", "promise", "limit", "kept", "clock", "goal-tree", "gap"]),
  );
});
