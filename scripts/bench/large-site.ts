import { madeSample } from "../sample/made-sample.ts";
import { runNode } from "../tools/command.ts";
import { buildSiteOf } from "../tools/elsewhere.ts";
import { openScratch } from "../tools/scratch.ts";

/** Builds the site of a sample company with that many orders. Gives its folder, which the caller removes. */
export async function largeSite(orders: number): Promise<string> {
  const dataDir = await madeSample(orders);
  const { folder: cubesDir, remove } = openScratch("bench-cubes");
  try {
    const code = await runNode("scripts/bench/tandem-build.ts", dataDir, cubesDir);
    if (code !== 0) throw new Error(`the data build of ${orders} orders ended with ${code}; see its own words above`);
    return buildSiteOf(cubesDir);
  } finally {
    remove();
  }
}
