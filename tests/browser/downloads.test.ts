import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { loadMetrics } from "../../scripts/tools/registry.ts";
import { words as en } from "../../src/i18n/en/words.ts";
import { metricsDocument } from "../../src/publish/metrics-document.ts";
import { NOT_EXPORTED } from "../sample/not-exported.ts";
import { documentOf, readSiteFile } from "./support/files.ts";

const document = metricsDocument.parse(JSON.parse(readSiteFile("api/metrics.json")));
const metrics = (await loadMetrics()).filter(({ fact }) => !NOT_EXPORTED.includes(fact));

test("api/metrics.json has every metric of src/metrics, in the order in which they are read", () => {
  expect(document.metrics.map(({ id }) => id)).toEqual(metrics.map(({ id }) => id));
});

test("api/metrics.json gives for each metric the value of its quarter in its series", () => {
  const differing = document.metrics.filter(
    ({ current, series }) => series.quarter.find(({ period }) => period === document.period)?.value !== current.value,
  );
  expect(differing.map(({ id }) => id)).toEqual([]);
});

test("api/metrics.json marks what is hidden, and gives it no value and no n", () => {
  const members = document.metrics.flatMap(({ breakdowns }) => breakdowns.flatMap(({ members: all }) => all));
  const hidden = members.filter(({ is_hidden }) => is_hidden);
  expect(hidden.length).toBeGreaterThan(0);
  expect(hidden.filter(({ value, n }) => value !== null || n !== 0)).toEqual([]);
});

test("api/metrics.json gives of each lead metric the verdict that the overview shows", () => {
  const overview = documentOf("en/");
  const shown = document.metrics.flatMap(({ id, verdict }) => {
    const tile = overview.querySelector(`[data-live="metric.signal ${id}"]`);
    return tile ? [{ id, mark: tile.textContent?.trim().charAt(0) ?? "", verdict }] : [];
  });
  const { marks } = en.verdicts;
  const differing = shown.filter(({ mark, verdict }) => {
    const known = verdict && marks[verdict.state];
    return mark !== (typeof known === "object" && known ? known[verdict?.direction ?? "same"] : (known ?? ""));
  });
  expect(shown.length).toBeGreaterThan(10);
  expect(differing).toEqual([]);
});

test("api/metrics.json gives of each member the verdict that the table of its breakdown shows", () => {
  const { marks } = en.verdicts;
  const markOf = (verdict: (typeof document.metrics)[number]["verdict"]) => {
    const known = verdict && marks[verdict.state];
    return typeof known === "object" && known ? known[verdict?.direction ?? "same"] : (known ?? "–");
  };
  const differing: string[] = [];
  let shown = 0;
  for (const { id, breakdowns } of document.metrics) {
    const page = documentOf(`en/metrics/${id}/`);
    for (const { dimensions, members } of breakdowns.filter((breakdown) => breakdown.dimensions.length === 1)) {
      const figure = `${id}-by-${dimensions[0]?.replaceAll("_", "-")}`;
      const cells = [...page.querySelectorAll(`figure#${figure} tbody tr td:last-child`)];
      shown += cells.length;
      if (
        cells.map((cell) => cell.textContent?.trim().charAt(0)).join() !==
        (cells.length ? members.map((each) => markOf(each.verdict)).join() : "")
      )
        differing.push(figure);
    }
  }
  expect(differing).toEqual([]);
  expect(shown).toBeGreaterThan(500);
});

describe.each(metrics.map(({ id }) => id))("metrics/%s.csv", (id) => {
  const rows: Record<string, string>[] = parse(readSiteFile(`metrics/${id}.csv`), { bom: true, columns: true });
  const entry = document.metrics.find((metric) => metric.id === id);

  test("reads back to the series and breakdowns of the API", () => {
    const points = entry ? Object.values(entry.series).flat() : [];
    const members = entry?.breakdowns.flatMap((breakdown) => breakdown.members) ?? [];
    expect(rows).toHaveLength(points.length + members.length);
    expect(rows.slice(0, points.length).map((row) => [row["period"], row["value"] === "" ? null : Number(row["value"])])).toEqual(
      points.map(({ period, value }) => [period, value]),
    );
  });

  test("is what its page shows, to the precision of the page", () => {
    const shown = documentOf(`en/metrics/${id}/`).querySelectorAll(`figure#${id}-trend tbody tr`);
    const finest = entry?.series.month.length ? entry.series.month : entry?.series.quarter;
    expect(shown).toHaveLength(finest?.length ?? 0);
  });
});
