import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runNode } from "../tools/command.ts";
import { ROOT } from "../tools/settings.ts";
import { refresh, STAMPS } from "../tools/stamp.ts";
import { USUAL_ORDERS } from "./make-sample.ts";

/** The folder of a sample company with that many orders, made again only when the code that makes it has changed. */
export async function madeSample(orders: number): Promise<string> {
  const name = `samples/orders-${orders}`;
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

const SITE = "site.yaml";

/** Whether a data folder holds the sample company, and not one that has put its own data there. */
export const isSample = (dataDir: string): boolean =>
  existsSync(join(dataDir, SITE)) &&
  readFileSync(join(dataDir, SITE), "utf8") === readFileSync(join(import.meta.dirname, "files", SITE), "utf8");

/** A data folder with the usual sample: the one given, as long as it holds the sample, else one that is made. */
export const sampleFolder = async (dataDir: string): Promise<string> => (isSample(dataDir) ? dataDir : madeSample(USUAL_ORDERS));
