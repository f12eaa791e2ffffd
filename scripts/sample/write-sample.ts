import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import afterSales from "./exports/after-sales.ts";
import losses from "./exports/losses.ts";
import products from "./exports/products.ts";
import projects from "./exports/projects.ts";
import requirementChanges from "./exports/requirement-changes.ts";
import requirements from "./exports/requirements.ts";
import rework from "./exports/rework.ts";
import survey from "./exports/survey.ts";
import surveyInvitations from "./exports/survey-invitations.ts";
import timesheets from "./exports/timesheets.ts";
import { makeSample } from "./make-sample.ts";
import { writeCsv } from "./write-csv.ts";
import { writeOrders } from "./write-orders.ts";

const CSV_EXPORTS = [
  requirements,
  requirementChanges,
  products,
  afterSales,
  rework,
  timesheets,
  projects,
  losses,
  survey,
  surveyInvitations,
];

/** site.yaml, sources.yaml and the reference tables of the sample company. */
const KEPT_BY_HAND = fileURLToPath(new URL("files", import.meta.url));

/** Writes the sample company into a data folder. Returns the number of records in each export. */
export function writeSample(out: string, orderCount: number): Map<string, number> {
  const exports = join(out, "exports");
  const sample = makeSample(orderCount);
  const files = CSV_EXPORTS.flatMap((files) => files(sample));
  refuseOthers(exports, [...files.map(({ file }) => file)]);
  cpSync(KEPT_BY_HAND, out, { recursive: true });
  mkdirSync(exports, { recursive: true });
  const counts = writeOrders(exports, sample.orders(), orderCount);
  for (const { file, form, records } of files) counts.set(file, writeCsv(join(exports, file), records, form));
  return counts;
}

/** A folder with exports of somebody else is left alone. */
function refuseOthers(exports: string, files: readonly string[]): void {
  if (!existsSync(exports)) return;
  const others = readdirSync(exports).filter(
    (name) => !files.includes(name) && !/^erp-orders-\d{4}\.parquet$/.test(name) && !name.startsWith("."),
  );
  if (others.length > 0)
    throw new Error(`the sample would mix with other exports: ${join(exports, others[0] as string)}; name another folder with --out`);
}
