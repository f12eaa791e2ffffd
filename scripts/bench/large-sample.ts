import { join, relative } from "node:path";
import { runNode } from "../tools/command.ts";
import { ROOT } from "../tools/settings.ts";
import { refresh, STAMPS } from "../tools/stamp.ts";

/** The folder of a sample company with that many orders, made again only when the code that makes it has changed. */
export async function largeSample(orders: number): Promise<string> {
  const name = `bench/orders-${orders}`;
  const folder = join(STAMPS, name);
  const made = await refresh({
    // its stamp lies in the folder, so that they go together
    name: `${name}/stamp`,
    reads: ["scripts/sample.ts", "scripts/sample/**", "package-lock.json"],
    writes: [],
    work: () => runNode("scripts/sample.ts", "--orders", String(orders), "--out", relative(ROOT, folder)),
  });
  if (made !== 0) throw new Error(`cannot make a sample of ${orders} orders; see its own words above`);
  return folder;
}
