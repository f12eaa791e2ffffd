import { z } from "zod";
import { dayOf, isoOf } from "../src/core/days.ts";
import { type Day, FIRST_DAY, LAST_DAY } from "./sample/calendar.ts";
import { USUAL_ORDERS } from "./sample/make-sample.ts";
import { writeSample } from "./sample/write-sample.ts";
import { readOptions } from "./tools/options.ts";
import { createProgress } from "./tools/progress.ts";
import { runCommand } from "./tools/run-command.ts";

/** The day on which the sample is to have been exported. */
function readAsOf(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const isDay = z.iso.date().safeParse(text).success;
  if (!isDay || dayOf(text) <= FIRST_DAY || dayOf(text) >= LAST_DAY)
    throw new Error(`--as-of must be a day after ${isoOf(FIRST_DAY)} and before ${isoOf(LAST_DAY)}: ${text}`);
  return dayOf(text);
}

async function main(): Promise<number> {
  const values = readOptions({
    orders: { type: "string", default: String(USUAL_ORDERS) },
    out: { type: "string", default: "data" },
    "as-of": { type: "string" },
  });
  const orders = Number(values.orders);
  if (!Number.isInteger(orders) || orders < 100)
    throw new Error(`not a number of orders: ${values.orders}; expected a whole number from 100`);
  const counts = await writeSample({ out: values.out, orders, progress: createProgress(), asOf: readAsOf(values["as-of"]) });
  const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${records.toLocaleString("en-US")} records in ${counts.size} files of ${values.out}/exports`);
  return 0;
}

if (import.meta.main) runCommand(main);
