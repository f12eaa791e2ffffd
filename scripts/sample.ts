import { USUAL_ORDERS } from "./sample/make-sample.ts";
import { writeSample } from "./sample/write-sample.ts";
import { readOptions } from "./tools/options.ts";
import { createProgress } from "./tools/progress.ts";
import { runCommand } from "./tools/run-command.ts";

async function main(): Promise<number> {
  const values = readOptions({
    orders: { type: "string", default: String(USUAL_ORDERS) },
    out: { type: "string", default: "data" },
  });
  const orders = Number(values.orders);
  if (!Number.isInteger(orders) || orders < 100)
    throw new Error(`not a number of orders: ${values.orders}; expected a whole number from 100`);
  const counts = await writeSample({ out: values.out, orders, progress: createProgress() });
  const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${records.toLocaleString("en-US")} records in ${counts.size} files of ${values.out}/exports`);
  return 0;
}

if (import.meta.main) runCommand(main);
