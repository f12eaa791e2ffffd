import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Table } from "../core/contract.ts";
import { unknownName } from "../core/errors.ts";
import { openCubes } from "../cube/cubes.ts";
import type { Metric } from "../cube/metric.ts";
import { deckConfig } from "../data/deck-config.ts";
import { readDocument } from "../data/documents.ts";
import type { ExportReports } from "../data/export-reports.ts";
import { type Frozen, type FrozenListing, frozenListing, frozen as frozenSchema } from "../data/frozen.ts";
import type { Manifest } from "../data/manifest.ts";
import type { MatrixFinding } from "../data/matrix-findings.ts";
import type { Restatements } from "../data/restatements.ts";
import type { SlideName } from "../data/review.ts";
import type { SiteConfig } from "../data/site-config.ts";
import { metrics, topics } from "../site/registry.ts";
import { shownOf } from "../site/shown.ts";
import type { Site } from "../site/site.ts";
import { tables } from "./tables.ts";

/** All that the pages are made from, as the data build left it. */
export interface Store {
  config: SiteConfig;
  /** The snapshot that the pages belong to; none on the live site. */
  frozen: Frozen | undefined;
  /** What was frozen so far, in its order; nothing for pages that belong to a snapshot. */
  snapshots: readonly FrozenListing[];
  /** What had been frozen before the snapshot that the pages belong to, of which its review says what has changed; the same as `snapshots` on the live site. */
  earlier: readonly FrozenListing[];
  /** What was published with snapshots, and what has changed since. */
  restatements: Restatements;
  /** The slides of the review of a snapshot that are shown, in their order. */
  slides: readonly SlideName[];
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

/** What the command that freezes pages gives to their build; nothing in any other. */
const frozenAs = (): Frozen | undefined => (typeof FROZEN_AS === "undefined" ? undefined : frozenSchema.parse(FROZEN_AS));

/** What a build says of the snapshots that there are. */
const frozenBefore = (): FrozenListing[] => (typeof SNAPSHOTS === "undefined" ? [] : z.array(frozenListing).parse(SNAPSHOTS));

/** The slides that a company's `deck.yaml` chooses. */
const slidesChosen = (): readonly SlideName[] =>
  typeof REVIEW_SLIDES === "undefined" ? deckConfig.parse({}).slides : deckConfig.shape.slides.parse(REVIEW_SLIDES);

/** Reads what the data build left in a folder. Throws where a document is not there, or is not what its schema says. */
export function readStore(folder: string): Store {
  const [config, reports] = [readDocument(folder, "site-config"), readDocument(folder, "export-reports")];
  const [frozen, earlier] = [frozenAs(), frozenBefore()];
  // not more than the period, so that snapshots of it share what browsers load
  const manifest = { ...readDocument(folder, "manifest"), ...(frozen && { frozen: { period: frozen.period } }) };
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
    frozen,
    snapshots: frozen ? [] : earlier,
    earlier,
    restatements: readDocument(folder, "restatements"),
    slides: slidesChosen(),
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
