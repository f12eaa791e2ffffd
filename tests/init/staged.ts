import { type StagedTable, stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { sumOfOutcomes } from "../../src/core/outcomes.ts";
import { CLOCK } from "../stage/folder.ts";
import { folderOf, initOf } from "./folder.ts";

type Files = Parameters<typeof folderOf>[0];

/** The tables of a folder that `init` made. */
async function tablesOf(files: Files): Promise<StagedTable[]> {
  const dataDir = folderOf(files);
  await initOf(dataDir);
  return [...(await stageAll({ dataDir, clock: CLOCK, progress: silentProgress })).tables.values()];
}

/** What becomes of the records of a folder that `init` made: by table, those that were read and what they became. */
export async function stagedBy(files: Files) {
  return Object.fromEntries((await tablesOf(files)).map((staged) => [staged.table.id, outcomesOf(staged)]));
}

/** The same of its orders, with their revenue. */
export async function ordersBy(files: Files) {
  const orders = (await tablesOf(files)).find(({ table }) => table.id === "orders") as StagedTable;
  const amounts: unknown[] = [...(orders.data.getChild("amount_cny")?.toArray() ?? [])];
  return { ...outcomesOf(orders), revenue: amounts.reduce((sum: number, amount) => sum + Number(amount), 0) };
}

function outcomesOf({ files }: StagedTable) {
  const { accepted, rejected, set_aside, merged, replaced } = sumOfOutcomes(files);
  return { accepted, rejected, set_aside, merged, replaced };
}
