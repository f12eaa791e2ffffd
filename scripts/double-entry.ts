import { formatMonth, type Period } from "../src/core/periods.ts";
import type { Cubes } from "../src/cube/cubes.ts";
import { evaluate, isAvailable } from "../src/cube/evaluate.ts";
import type { Metric } from "../src/cube/metric.ts";
import { agree, evaluateDirectly } from "./direct.ts";
import type { Engine } from "./engine/engine.ts";

/** Computes every metric from its cubes and straight from its facts, over each period, and throws when the two differ anywhere. */
export async function checkDoubleEntry(engine: Engine, cubes: Cubes, metrics: readonly Metric[], periods: readonly Period[]): Promise<void> {
  const infos = new Map(cubes.manifest.facts.map((info) => [info.id, info]));
  const differences: string[] = [];
  for (const metric of metrics.filter((candidate) => isAvailable(cubes, candidate))) {
    for (const period of periods) {
      const [fromCube] = evaluate(cubes, metric, { periods: [period] });
      if (!fromCube || fromCube.isHidden) continue;
      const fromFact = await evaluateDirectly(engine, infos, metric, { period });
      if (agree(fromCube.value, fromFact)) continue;
      differences.push(`  ${metric.id} ${formatMonth(period.start)} to ${formatMonth(period.end)}: cube ${fromCube.value}, fact ${fromFact}`);
    }
  }
  if (differences.length > 0) throw new Error(["cube and fact differ:", ...differences].join("\n"));
}
