import { expect, test } from "vitest";
import { metricsDocumentOf } from "../../src/publish/api.ts";
import { dataPackage, tableSchema } from "../../src/publish/data-package.ts";
import { metricCsv } from "../../src/publish/metric-csv.ts";
import { csvRecords } from "../core/csv-records.ts";
import { pageFor } from "../site/tiny-site.ts";

const document = metricsDocumentOf(pageFor(), ({ label }) => label);
const names = { title: "Tandem", company: "Acme" };

const FORMS = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e[+-]\d+)?$/,
  boolean: /^[01]$/,
};

test("dataPackage(document) names the CSV file of each metric, by a path from its own folder", () => {
  const { resources } = dataPackage(document, names);
  expect(resources.map(({ name, path }) => `${name} ${path}`)).toEqual(document.metrics.map(({ id }) => `${id} metrics/${id}.csv`));
});

test("tableSchema() describes the columns of the files, and what stands in them is of the type that it says", () => {
  const { fields } = tableSchema();
  for (const { id } of document.metrics) {
    const [head, ...rows] = csvRecords(metricCsv(document, id));
    expect(head).toEqual(fields.map(({ name }) => name));
    const others = rows.flatMap((row) => fields.filter(({ type }, i) => row[i] && !FORMS[type].test(row[i])).map(({ name }) => name));
    expect(others).toEqual([]);
  }
});
