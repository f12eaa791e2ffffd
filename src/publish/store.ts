import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Table } from "../core/contract.ts";
import { unknownName } from "../core/errors.ts";
import { openCubes } from "../cube/cubes.ts";
import type { Metric } from "../cube/metric.ts";
import { readDocument } from "../data/documents.ts";
import type { ExportReports } from "../data/export-reports.ts";
import type { Manifest } from "../data/manifest.ts";
import type { MatrixFinding } from "../data/matrix-findings.ts";
import type { SiteConfig } from "../data/site-config.ts";
import { metrics, topics } from "../site/registry.ts";
import { shownOf } from "../site/shown.ts";
import type { Site } from "../site/site.ts";
import { tables } from "./tables.ts";

/** All that the pages are made from, as the data build left it. */
export interface Store {
  config: SiteConfig;
  reports: ExportReports;
  /** What the matrix of responsibilities leaves open. */
  findings: readonly MatrixFinding[];
  site: Site;
  /** Metrics that are not on the site, since the company's data do not give them. */
  waiting: readonly Metric[];
  /** The bytes of a cube's file, by its path in the manifest; they are gzip. */
  packed(path: string): Uint8Array<ArrayBuffer>;
}

/** The names of the columns of a table in which no record has what a fact needs. */
const missingColumns = ({ id, columns }: Table, { facts }: Manifest) =>
  Object.fromEntries(
    facts
      .flatMap(({ unknown }) => unknown)
      .filter(({ table }) => table === id)
      .flatMap(({ column, open }) => (open === null ? [column] : [column, open]))
      .flatMap((column) => {
        const { label, values } = columns[column] ?? {};
        return label ? [[column, { label, values }]] : [];
      }),
  );

/** Reads what the data build left in a folder. Throws where a document is not there, or is not what its schema says. */
export function readStore(folder: string): Store {
  const [config, reports, manifest] = [
    readDocument(folder, "site-config"),
    readDocument(folder, "export-reports"),
    readDocument(folder, "manifest"),
  ];
  const systems = (table: string) => reports.exports.filter((report) => report.table === table).map(({ system }) => system);
  const packed = (path: string) => readFileSync(join(folder, path));
  const read = (file: string) => {
    const path = manifest.files[file];
    if (!path) throw unknownName("cube", file, Object.keys(manifest.files), "the manifest has");
    return gunzipSync(packed(path));
  };
  const cubes = openCubes(manifest, read);
  const { waiting, ...shown } = shownOf({ metrics, topics }, cubes);
  return {
    config,
    reports,
    waiting,
    findings: readDocument(folder, "matrix-findings"),
    site: {
      config,
      ...shown,
      cubes,
      reference: readDocument(folder, "reference"),
      tables: Object.fromEntries(
        tables.map((table) => [table.id, { label: table.label, systems: systems(table.id), columns: missingColumns(table, manifest) }]),
      ),
    },
    packed,
  };
}
