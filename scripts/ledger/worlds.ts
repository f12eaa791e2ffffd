import type { Cubes } from "../../src/cube/cubes.ts";
import type { Metric } from "../../src/cube/metric.ts";
import type { Staging, Thing } from "./things.ts";
import { type Around, cubesOf } from "./world.ts";

/** Things that are to be put back together, and the metrics that are asked of it. */
interface Asked {
  things: readonly Thing[];
  metrics: ReadonlySet<string>;
}

const keyOf = (things: readonly Thing[]) => things.map(({ key }) => key).join("\n");

/** For each metric that differs in a snapshot: each of the things behind it alone, and all of them; what several ask is computed once. */
export function askedWorlds(asked: readonly { metric: string; things: readonly Thing[] }[]): Asked[] {
  const each = asked.flatMap(({ metric, things }) => [...things.map((thing) => [thing]), things].map((own) => ({ metric, things: own })));
  const sets = Map.groupBy(
    each.filter(({ things }) => things.length > 0),
    ({ things }) => keyOf(things),
  );
  return [...sets.values()].map((same) => ({ things: same[0]?.things ?? [], metrics: new Set(same.map(({ metric }) => metric)) }));
}

/** The cubes with some things put back; null where a fact cannot be computed so. */
export type Worlds = (things: readonly Thing[]) => Cubes | null;

/** Computes what is asked with things put back into what there is today. */
export async function openWorlds(asked: readonly Asked[], now: Staging, built: Around & { metrics: readonly Metric[] }): Promise<Worlds> {
  const worlds = new Map<string, Cubes | null>();
  for (const { things, metrics } of asked) {
    const own = built.metrics.filter(({ id }) => metrics.has(id));
    const compute = async () =>
      cubesOf(
        things.reduce<Staging>((all, thing) => thing.putBack(all), now),
        built,
        own,
      );
    // a frozen table or SELECT need not fit the program of today: then its part stays with the rest, which says so
    worlds.set(keyOf(things), await compute().catch(() => null));
  }
  return (things) => worlds.get(keyOf(things)) ?? null;
}
