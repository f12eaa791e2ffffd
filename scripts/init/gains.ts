import type { Table } from "../../src/core/contract.ts";
import type { Text } from "../../src/core/text.ts";
import { type Cubes, openCubes } from "../../src/cube/cubes.ts";
import { isAvailable } from "../../src/cube/evaluate.ts";
import { unknownTo } from "../../src/cube/known.ts";
import { factsOf, type Metric } from "../../src/cube/metric.ts";
import type { Manifest } from "../../src/data/manifest.ts";

/** An export, or a column of one, that is not there, and the metrics that lack nothing else. */
export interface Gain {
  table: Table;
  /** Null where the whole table is not there. */
  column: string | null;
  /** Labels of the metrics. */
  metrics: Text[];
}

type Needed = Pick<Gain, "column"> & { table: string };

/** What can be seen, and what would be with one export or column more. */
export interface Seen {
  available: Metric[];
  /** Columns of what is there before whole exports; the most valuable first. */
  gains: Gain[];
}

/** Which metrics have what they need, and which lack a single export or column. */
export function seenIn(manifest: Manifest, metrics: readonly Metric[], tables: readonly Table[]): Seen {
  const cubes = openCubes(manifest, () => new Uint8Array());
  const lacking = metrics.filter((metric) => !isAvailable(cubes, metric));
  const gains = new Map<string, Gain>();
  for (const metric of lacking) {
    const [only, ...others] = neededBy(metric, cubes);
    const table = tables.find(({ id }) => id === only?.table);
    if (!only || !table || others.length > 0) continue;
    const id = `${only.table}.${only.column}`;
    const gain = gains.get(id) ?? { table, column: only.column, metrics: [] };
    gain.metrics.push(metric.label);
    gains.set(id, gain);
  }
  const available = metrics.filter((metric) => isAvailable(cubes, metric));
  const isColumn = ({ column }: Gain) => Number(column !== null);
  return { available, gains: [...gains.values()].sort((a, b) => isColumn(b) - isColumn(a) || b.metrics.length - a.metrics.length) };
}

/** The tables, and columns of others, that keep a metric from being computed. */
function neededBy(metric: Metric, cubes: Cubes): Needed[] {
  const facts = factsOf(metric);
  const absent = cubes.manifest.absent.filter(({ id }) => facts.includes(id)).flatMap(({ missing }) => missing);
  const all = [...absent.map((table) => ({ table, column: null })), ...unknownTo(cubes, metric)];
  return [...new Map(all.map((needed) => [`${needed.table}.${needed.column}`, needed])).values()];
}
