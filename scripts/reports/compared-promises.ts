import type { Manifest } from "../../src/data/manifest.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";

/** Of the promises that an export judges itself and that can be worked out besides: how many there are, and how many of them come out otherwise. */
export async function comparedPromises(engine: Engine, isThere: boolean): Promise<Manifest["promises"]> {
  if (!isThere) return { compared: 0, different: 0 };
  const countOf = (flag: string) => `cast(count(*) filter (where ${flag}) as double) as ${flag.slice("is_".length)}`;
  const sql = `select ${countOf("is_compared")}, ${countOf("is_different")} from facts.promises`;
  const [found] = await rowsOf<Manifest["promises"]>(engine, sql);
  return found ?? { compared: 0, different: 0 };
}

/** What the build says of them; nothing where all come out alike. */
export const remarkOnPromises = ({ compared, different }: Manifest["promises"]): string[] =>
  different > 0
    ? [`promises whose sla_met or due_at says other than due_at or the rule gives: ${different} of ${compared}; what is exported counts`]
    : [];
