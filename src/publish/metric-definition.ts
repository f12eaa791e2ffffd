import type { Metric } from "../cube/metric.ts";
import type { Page } from "../site/ask/page.ts";
import { numeral, type TableData } from "../site/say/table.ts";
import { factInfosOf, tablesOf } from "../site/site.ts";
import { tableOf } from "./tables.ts";

/** Unit, which way is better, what n counts, how often it is measured, and whether cases that go on are missing. */
export function propertiesOf(page: Page, metric: Metric): string[] {
  const { unit, betterWhen, counts, finest, finishedOnly } = page.words.metricPage;
  const often = metric.finest === "quarter" ? [finest] : [];
  const lacking = factInfosOf(page.site, metric).some(({ isOfFinished }) => isOfFinished) ? [finishedOnly] : [];
  return [
    page.titled(unit, page.forms.units[metric.unit].label),
    betterWhen[metric.better],
    counts(page.say(metric.cases)),
    ...often,
    ...lacking,
  ];
}

/** Columns of staging that the facts of a metric name, with what they mean and whether they may be published. */
export function columnsTable(page: Page, metric: Metric): TableData {
  const sql = factInfosOf(page.site, metric).map((fact) => fact.sql.replace(/--.*$/gm, ""));
  const isNamed = (column: string) => sql.some((text) => new RegExp(`\\b${column}\\b`).test(text));
  const { metricPage, dataPage } = page.words;
  return {
    caption: metricPage.tables,
    head: [dataPage.table, metricPage.column, metricPage.meaning, dataPage.publishHead],
    rows: tablesOf(page.site, metric)
      .map(tableOf)
      .flatMap((table) =>
        Object.entries(table.columns)
          .filter(([name]) => isNamed(name))
          .map(([name, column]) => [
            page.say(table.label),
            `${page.say(column.label)} ${name}`,
            page.say(column.description),
            dataPage.publish[column.publish],
          ]),
      ),
  };
}

/** Industry averages and published cases of a metric, each with its source. */
export function benchmarksTable(page: Page, metric: Metric): TableData {
  const { benchmark, dataPage, metricPage, publishedCases, value } = page.words;
  return {
    caption: publishedCases,
    head: [metricPage.meaning, dataPage.kind, numeral(value), dataPage.system],
    rows: page.site.reference.benchmarks
      .filter((row) => row.metric === metric.id)
      .map((row) => [
        page.say(row.label),
        `${benchmark[row.kind]}${row.kind === "case" ? "†" : ""}`,
        numeral(page.value(row.value, metric.unit)),
        page.say(row.source),
      ]),
  };
}
