import { NOT_STATED } from "../../src/core/not-stated.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";

/** Of some dimensions of a fact: those that any of its rows states, and those that any of its rows does not. */
export interface Stated {
  stated: string[];
  unstated: string[];
}

/** Reads off a fact which dimensions it states; one without rows states all. */
export async function statedIn(engine: Engine, fact: string, dimensions: readonly string[]): Promise<Stated> {
  const countOf = (condition: string, name: string) => `cast(count(*) filter (where ${condition}) as double) as ${name}`;
  const counts = dimensions.flatMap((dimension) => {
    const member = `cast(${dimension} as varchar)`;
    return [
      countOf(`${member} <> '${NOT_STATED}'`, `stated_${dimension}`),
      countOf(`${member} = '${NOT_STATED}'`, `unstated_${dimension}`),
    ];
  });
  const sql = `select ${[countOf("true", "all_rows"), ...counts].join(", ")} from facts.${fact}`;
  const [found = {}] = await rowsOf<Record<string, number>>(engine, sql);
  const has = (name: string) => (found[name] ?? 0) > 0;
  return {
    stated: dimensions.filter((dimension) => !has("all_rows") || has(`stated_${dimension}`)),
    unstated: dimensions.filter((dimension) => has(`unstated_${dimension}`)),
  };
}
