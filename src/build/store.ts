import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { z } from "zod";
import type { Table } from "../core/contract.ts";
import { unknownName } from "../core/errors.ts";
import { openCubes } from "../cube/cubes.ts";
import { type ExportReports, exportReports } from "../data/export-reports.ts";
import { type Manifest, manifest } from "../data/manifest.ts";
import { type MatrixFinding, matrixFindings } from "../data/matrix-findings.ts";
import { reference } from "../data/reference.ts";
import { siteConfig } from "../data/site-config.ts";
import { metrics } from "../site/registry.ts";
import type { Site } from "../site/site.ts";
import { tables } from "./tables.ts";

const DATA = join(process.cwd(), "public/data");

function read<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(readFileSync(join(DATA, `${name}.json`), "utf8")));
}

/** All that the pages are made from, as `npm run data` left it in public/data/. */
export interface Store {
  config: z.infer<typeof siteConfig>;
  reports: ExportReports;
  /** What the matrix of responsibilities leaves open. */
  findings: readonly MatrixFinding[];
  site: Site;
}

function readCube(files: Readonly<Record<string, string>>, file: string): Uint8Array {
  const path = files[file];
  if (!path) throw unknownName("cube", file, Object.keys(files), "the manifest has");
  return gunzipSync(readFileSync(join(DATA, path)));
}

/** The names of the columns of a table in which no record has what a fact needs. */
const missingColumns = ({ id, columns }: Table, { facts }: Manifest) =>
  Object.fromEntries(
    facts
      .flatMap(({ unknown }) => unknown)
      .filter(({ table }) => table === id)
      .flatMap(({ column }) => {
        const { label, values } = columns[column] ?? {};
        return label ? [[column, { label, values }]] : [];
      }),
  );

function readStore(): Store {
  const config = read("site", siteConfig);
  const reports = read("exports", exportReports);
  const built = read("manifest", manifest);
  const systems = (table: string) => reports.exports.filter((report) => report.table === table).map(({ system }) => system);
  return {
    config,
    reports,
    findings: read("matrix-lint", matrixFindings),
    site: {
      config,
      metrics,
      cubes: openCubes(built, (file) => readCube(built.files, file)),
      reference: read("reference", reference),
      tables: Object.fromEntries(
        tables.map((table) => [table.id, { label: table.label, systems: systems(table.id), columns: missingColumns(table, built) }]),
      ),
    },
  };
}

/** Read once for each build; the development server reads again when data change. */
export const store: Store = readStore();
