import fc from "fast-check";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Built } from "../../scripts/pipeline.ts";
import { readReference } from "../../scripts/reference/read-reference.ts";
import { seriesByMember, seriesOf } from "../../src/analysis/series.ts";
import { parsePeriod } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Filters, type Selection } from "../../src/core/selection.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { figureFor, livePart, metricsOf } from "../../src/site/all-kinds.ts";
import { type Page, pageOf } from "../../src/site/ask/page.ts";
import { promisesOf, wordsOfPromise } from "../../src/site/ask/promises.ts";
import { DEPARTMENT_METRICS } from "../../src/site/matrix/department.ts";
import { metrics, topics } from "../../src/site/registry.ts";
import { rawOf, textOf } from "../../src/site/say/table.ts";
import type { Site } from "../../src/site/site.ts";
import { assertProperty } from "../core/property.ts";
import { MINIMUMS } from "../cube/tiny.ts";
import { buildSample, openBuilt } from "../pipeline/sample.ts";

const document = parseHTML("<!doctype html><html></html>").document as unknown as Document;

let built: Built;
let site: Site;
beforeAll(async () => {
  built = await buildSample();
  site = {
    config: { title: { zh: "", en: "" }, company: { zh: "", en: "" }, fiscal_year_starts: 1, ...MINIMUMS },
    ...{
      metrics: built.metrics,
      topics,
      cubes: openBuilt(built),
      tables: {},
      reference: await readReference(built.engine, { tables: { has: () => true }, hoursADay: 8 }),
    },
  };
});
afterAll(() => built.engine.close());

const pageFor = (selection: Selection): Page => pageOf(site, { language: languageOf("en"), document, selection });

/** Some members of a dimension, or of none. */
const filters: fc.Arbitrary<Filters> = fc.constant(null).chain(() => {
  const { dimensions } = site.cubes.manifest;
  const known = dimensions.filter(({ id }) => site.metrics.some((metric) => metric.dimensions.includes(id)));
  return fc.constantFrom(...known).chain(({ id, members }) =>
    fc
      .subarray(
        members.map((member) => member.id),
        { minLength: 1 },
      )
      .map((kept): Filters => ({ [id]: kept })),
  );
});
const scopes = fc.record({
  period: fc.oneof(
    fc.constantFrom("last-quarter", "last-month", "this-quarter", "last-12-months", "last-year" as const),
    fc.constantFrom("2024Q1", "2025", "2025-11..2026-03", "2022Q1").map((id) => parsePeriod(id)),
  ),
  filters: fc.option(filters, { nil: {} }),
});
const selections: fc.Arbitrary<Selection> = fc
  .record({
    scope: scopes,
    against: fc.option(scopes, { freq: 2 }),
    split: fc.option(fc.constantFrom("region", "product_line", "department")),
  })
  .map(({ scope, ...rest }) => ({ ...DEFAULT_SELECTION, ...scope, ...rest }));

/** The figures that belong to topics. */
const OF_TOPICS = [...new Set(topics.flatMap(({ figures }) => figures))];

/** Every figure that a page of a metric or of an effect may show. */
const SPECS = [
  ...OF_TOPICS,
  ...metrics.flatMap(({ id, dimensions, crossings = [] }) => [
    `trend ${id}`,
    `carriers ${id}`,
    `spread ${id}`,
    ...dimensions.map((dimension) => `breakdown ${id} ${dimension}`),
    ...crossings.map((pair) => `crossing ${id} ${pair.join(" ")}`),
  ]),
];

describe("of the sample as it is", () => {
  test.each(OF_TOPICS)("there is a figure: %s", (spec) => {
    expect(figureFor(pageFor(DEFAULT_SELECTION), spec)?.table().rows.length).toBeGreaterThan(0);
  });
});

test("the series of all members at once are those of each alone", () => {
  for (const metric of site.metrics) {
    const options = { grain: metric.finest ?? "month", fiscalStart: 1 } as const;
    for (const { id, members } of site.cubes.manifest.dimensions.filter((dimension) => metric.dimensions.includes(dimension.id))) {
      const series = seriesByMember(site.cubes, metric, id, options);
      for (const member of members.filter((each) => series.has(each.id))) {
        const alone = seriesOf(site.cubes, metric, { ...options, filters: { [id]: [member.id] } });
        expect(series.get(member.id), `${metric.id} of ${member.id}`).toEqual(alone);
      }
    }
  }
});

/** The page, which writes down the metrics that it is asked for. */
function listening(page: Page, asked: Set<string>): Page {
  return {
    ...page,
    view(id) {
      asked.add(id);
      return page.view(id);
    },
    narrowed: (filters) => listening(page.narrowed(filters), asked),
  };
}

describe("what a page shows asks for no metric that its kind does not need, so that each may be removed: its file, and no other", () => {
  const specsOf = () => [
    ...SPECS,
    "clock",
    ...Object.values(DEPARTMENT_METRICS).flatMap((of) => of.map(({ metric }) => `trend ${metric}`)),
    ...promisesOf(site).flatMap((promised) => ["promise", "limit", "kept"].map((kind) => `${kind} ${wordsOfPromise(promised)}`)),
    ...["talk", "talk-link", "times", "limit", "lost", "delivered", "then-now", "open", "order", "wait"].map((part) => `matrix.${part}`),
    ...site.reference.departments.map(({ department }) => `matrix.flag ${department}`),
    ...topics.flatMap(({ id }) => ["verdict", "tally", "brief", "heading"].map((part) => `topic.${part} ${id}`)),
    ...["overview.heading", "overview.change 0", "overview.carried 0", "overview.all", "goals.table", "goals.hidden"],
    ...metrics.flatMap(({ id }) => ["answer", "standing", "value", "signal", "target", "sparkline"].map((part) => `metric.${part} ${id}`)),
  ];
  const within = { department: ["rnd"], request_type: ["technical_support"], promise: ["first_response"] };

  test.each([
    ["the company", {}],
    ["a promise", within],
  ])("within %s", (_, filters) => {
    const wrong = specsOf().flatMap((spec) => {
      const asked = new Set<string>();
      const page = listening(pageFor(DEFAULT_SELECTION).narrowed(filters), asked);
      if (spec.includes(".")) livePart(page, spec);
      else figureFor(page, spec)?.table();
      const needed = metricsOf(site, spec).map(({ id }) => id);
      return [...asked].filter((id) => !needed.includes(id)).map((id) => `${spec} asks for ${id}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe("of random selections of the sample", () => {
  test("a breakdown's table has the values and n of the cubes", () => {
    let shown = 0;
    const about = fc.constantFrom(...site.metrics.flatMap((metric) => metric.dimensions.map((dimension) => ({ metric, dimension }))));
    assertProperty(
      fc.property(selections, about, (selection, { metric, dimension }) => {
        const page = pageFor(selection);
        const { slice } = page.view(metric.id);
        const kept = Object.fromEntries(Object.entries(slice.filters).filter(([id]) => id !== dimension));
        const { head, rows } = figureFor(page, `breakdown ${metric.id} ${dimension}`)?.table() ?? { head: [], rows: [] };
        const hasCases = head.map(textOf).includes("n");
        for (const row of rows) {
          // where the values are numbers of cases, they stand there once
          const [member, value, , , n] = row.map(rawOf).toSpliced(4, 0, ...(hasCases ? [] : [rawOf(row[1] ?? "")]));
          const [result] = evaluate(site.cubes, metric, { periods: [slice.period], filters: { ...kept, [dimension]: [String(member)] } });
          expect([value, n]).toEqual([result?.value, result?.isHidden ? null : result?.n]);
          shown++;
        }
      }),
      60,
    );
    expect(shown).toBeGreaterThan(100);
  });

  test("every figure can be drawn, has a mark for all that it points at, and a table as wide as its head", () => {
    let drawn = 0;
    assertProperty(
      fc.property(selections, fc.constantFrom(...SPECS), (selection, spec) => {
        const figure = figureFor(pageFor(selection), spec);
        if (!figure) return;
        const marks = figure.marks();
        const svg = figure.draw({ id: "it", isLive: true });
        const keys = [...svg.querySelectorAll("[data-key]")].map((hit) => Number(hit.getAttribute("data-key")));
        const { head, rows } = figure.table();
        const words = [figure.title, figure.sentence, figure.n, ...figure.notes, ...marks.flatMap(({ name, lines }) => [name, ...lines])];
        expect(svg.outerHTML + words.join(" ") + rows.flat().map(textOf).join(" ")).not.toMatch(/NaN|undefined|Infinity/);
        expect(keys.filter((key) => !marks[key])).toEqual([]);
        expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
        drawn++;
      }),
      300,
    );
    expect(drawn).toBeGreaterThan(150);
  });

  test("every live part says something without a hole", () => {
    const specs = metrics.flatMap(({ id }) =>
      ["answer", "standing", "value", "change", "signal", "target", "cases"].map((kind) => `metric.${kind} ${id}`),
    );
    assertProperty(
      fc.property(
        selections,
        fc.constantFrom(
          "overview.heading",
          "overview.change 0",
          "overview.carried 0",
          "topic.verdict cost",
          "topic.tally market",
          ...specs,
        ),
        (selection, spec) => {
          const part = livePart(pageFor(selection), spec);
          expect("text" in part ? part.text : "").not.toMatch(/NaN|undefined|Infinity|null/);
        },
      ),
      150,
    );
  });
});
