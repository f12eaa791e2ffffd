import { CSV_COLUMNS } from "./metric-csv.ts";
import type { MetricsDocument } from "./metrics-document.ts";

/** Where the columns of all files are described, from the root of the site. */
const TABLE_SCHEMA = "metrics/table-schema.json";

/** A Table Schema (https://datapackage.org/standard/table-schema/) of the CSV of any metric. */
export const tableSchema = () => ({
  $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
  fields: CSV_COLUMNS.map((column) => (column.type === "boolean" ? { ...column, trueValues: ["1"], falseValues: ["0"] } : column)),
  missingValues: [""],
});

/** What a package says of the whole. */
export interface PackageNames {
  /** Name of the site in English. */
  title: string;
  /** Of the company in English. */
  company: string;
}

/** `/datapackage.json`: the CSV files of all metrics as a Data Package (https://datapackage.org/standard/data-package/), for programs that read one. */
export const dataPackage = ({ as_of, period, metrics }: MetricsDocument, { title, company }: PackageNames) => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: "metrics",
  title: `${company}: ${title}`,
  description: `Metrics with data up to ${as_of}; breakdowns are of ${period}.`,
  resources: metrics.map(({ id, label, description }) => ({
    $schema: "https://datapackage.org/profiles/2.0/dataresource.json",
    ...{ name: id, path: `metrics/${id}.csv`, title: label.en, description: description.en },
    ...{ type: "table", format: "csv", mediatype: "text/csv", encoding: "utf-8", schema: TABLE_SCHEMA },
  })),
});
