import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Period, parsePeriod } from "../../src/core/periods.ts";
import { type Cubes, openCubes } from "../../src/cube/cubes.ts";
import { factsOf, type Metric } from "../../src/cube/metric.ts";
import type { ExportReports } from "../../src/data/export-reports.ts";
import type { Manifest } from "../../src/data/manifest.ts";
import type { Restated, Vintage } from "../../src/data/restatements.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import type { SnapshotContent } from "../../src/data/snapshot-manifest.ts";
import { type Fact, factsFrom, withRead } from "../facts/facts.ts";
import { currentInputs } from "../snapshots/inputs.ts";
import { readLog } from "../snapshots/log.ts";
import { snapshotsOf } from "../snapshots/places.ts";
import { type Archives, archivesIn, readInputs, readManifest } from "../snapshots/read-snapshot.ts";
import { ROOT } from "../tools/settings.ts";
import { causesOf, changedExports, type Now, othersOf } from "./causes.ts";
import { type Comparison, compare, type Difference, type Today } from "./compare.ts";
import { type Figures, figuresIn } from "./figures.ts";
import { type FrozenDocument, readFrozenDocument } from "./frozen-document.ts";
import { openFrozen } from "./open-frozen.ts";
import { partsOf, revisionOf } from "./parts.ts";
import { type FrozenInputs, type Staging, type Thing, thingsOf } from "./things.ts";
import type { Around } from "./world.ts";
import { askedWorlds, openWorlds, type Worlds } from "./worlds.ts";

/** What a build has computed of a data folder. */
export interface Built extends Around {
  dataDir: string;
  tables: Staging["tables"];
  site: SiteConfig;
  manifest: Manifest;
  /** Arrow bytes of the cubes, by name of the file. */
  files: ReadonlyMap<string, Uint8Array>;
  metrics: readonly Metric[];
  reports: ExportReports;
}

/** A snapshot beside today. */
interface Snapshot {
  name: string;
  content: SnapshotContent;
  document: FrozenDocument;
  period: Period;
  frozen: FrozenInputs;
  /** What has changed since and can be put back; nothing where no figure differs. */
  things: readonly Thing[];
  comparison: Comparison;
}

function nowOf({ dataDir, reports, tables, site, metrics }: Built): Now {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  return { ...currentInputs(dataDir, reports.records), tables, site, definitions: metrics, version };
}

/** Opens a snapshot, and compares what it published with today. */
async function openSnapshot(
  { name, content, period }: Pick<Snapshot, "name" | "content" | "period">,
  { today, now, archives }: { today: Today; now: Now; archives: Archives },
): Promise<Snapshot> {
  const { document: text, inputs } = await readInputs(archives, name);
  const [document, frozen] = [readFrozenDocument(text), await openFrozen(inputs, now)];
  const comparison = compare(document, { ...today, period });
  const things = comparison.differences.length > 0 ? thingsOf(frozen, now) : [];
  return { name, content, document, period, frozen, comparison, things };
}

/** What a figure is with some things put back; null where it cannot be computed, or is hidden. */
type Asked = (difference: Difference, things: readonly Thing[]) => number | null;

function askedOf(worlds: Worlds, metrics: readonly Metric[], period: Period): Asked {
  const opened = new Map<Cubes, Figures>();
  return ({ metric: id, members }, things) => {
    const [cubes, metric] = [worlds(things), metrics.find((each) => each.id === id)];
    if (!cubes || !metric) return null;
    const figures = opened.get(cubes) ?? figuresIn(cubes, [period]);
    opened.set(cubes, figures);
    return figures(metric, { period, members }).value;
  };
}

/** Why a figure differs: each thing behind it that could be put back has its part. */
function explained(
  difference: Difference,
  things: readonly Thing[],
  { ask, others }: { ask: Asked; others: (failed: readonly string[]) => string[] },
): Restated {
  const [frozen, now] = [difference.frozen.value, difference.now.value];
  if (frozen === null || now === null) return { ...difference, parts: [], revision: null };
  const values = things.map((thing) => ({ of: thing.id, value: ask(difference, [thing]) }));
  const alone = values.flatMap(({ of, value }) => (value === null ? [] : [{ of, value }]));
  const all = things.length > 1 ? ask(difference, things) : (alone[0]?.value ?? now);
  const isKnown = alone.length === things.length && all !== null;
  const parts = isKnown
    ? partsOf({ frozen, now, alone, together: all, others: others([]) })
    : partsOf({ frozen, now, alone: [], together: now, others: others(things.map(({ id }) => id)) });
  return { ...difference, parts, revision: revisionOf(parts) };
}

/** What was published with each snapshot of a data folder, what it is today, and why it differs. Without snapshots, nothing is computed. */
export async function vintagesOf(built: Built): Promise<Vintage[]> {
  const folder = snapshotsOf(built.dataDir);
  const named = readLog(folder).map(({ snapshot: name }) => {
    const { content } = readManifest(folder, name);
    return { name, content, period: parsePeriod(content.months, built.site.fiscal_year_starts) };
  });
  if (named.length === 0) return [];
  const now = nowOf(built);
  const cubes = openCubes(built.manifest, (file) => built.files.get(file) as Uint8Array);
  const periods = [...new Map(named.map(({ content, period }) => [content.months, period])).values()];
  const today = { cubes, figures: figuresIn(cubes, periods), metrics: built.metrics };
  const [snapshots, archives]: [Snapshot[], Archives] = [[], archivesIn(folder)];
  for (const each of named) snapshots.push(await openSnapshot(each, { today, now, archives }));
  const facts = factsFrom(now.facts);
  const behind = new Map(built.metrics.map((metric): [string, Fact[]] => [metric.id, withRead(facts, factsOf(metric))]));
  const thingsBehind = ({ things }: Snapshot, metric: string) => things.filter(({ isBehind }) => isBehind(behind.get(metric) ?? []));
  // what small groups would have been under other rules is nobody’s business: their differences stay whole
  const isPooled = (metric: string) => (behind.get(metric) ?? []).some(({ pooling }) => pooling !== null);
  const asked = snapshots.flatMap((each) =>
    [...new Set(each.comparison.differences.map(({ metric }) => metric))]
      .filter((metric) => !isPooled(metric))
      .map((metric) => ({ metric, things: thingsBehind(each, metric) })),
  );
  const worlds = await openWorlds(askedWorlds(asked), now, built);
  return snapshots.map((each): Vintage => {
    const { name, content, document, period, frozen, comparison } = each;
    const causes = causesOf(frozen, { content, metrics: document.metrics, period }, now);
    const exports = changedExports(content.exports, built.reports.exports);
    const ask = askedOf(worlds, built.metrics, period);
    const restated = comparison.differences.map((difference) => {
      const { metric } = difference;
      const others = (failed: readonly string[]) => othersOf(metric, behind.get(metric) ?? [], { causes, exports, failed });
      return explained(difference, thingsBehind(each, metric), { ask, others });
    });
    const { totals, compared } = comparison;
    return { name, totals, compared, restated, causes: restated.length > 0 ? causes : [] };
  });
}
