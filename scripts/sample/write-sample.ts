import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RECORD } from "../protect/record.ts";
import type { Progress } from "../tools/progress.ts";
import { loadTables } from "../tools/registry.ts";
import type { Day } from "./calendar.ts";
import { cutAt, setBack } from "./cut.ts";
import afterSales from "./exports/after-sales.ts";
import deals from "./exports/deals.ts";
import goals from "./exports/goals.ts";
import leads from "./exports/leads.ts";
import losses from "./exports/losses.ts";
import meetings from "./exports/meetings.ts";
import products from "./exports/products.ts";
import projects from "./exports/projects.ts";
import requirementChanges from "./exports/requirement-changes.ts";
import requirements from "./exports/requirements.ts";
import rework from "./exports/rework.ts";
import rotations from "./exports/rotations.ts";
import serviceRequests from "./exports/service-requests.ts";
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
  serviceRequests,
  deals,
  leads,
  goals,
  meetings,
  rotations,
];

/** site.yaml, sources.yaml and the reference tables of the sample company. */
const KEPT_BY_HAND = fileURLToPath(new URL("files", import.meta.url));

export interface SampleOptions {
  /** The data folder that is written; a folder with exports of somebody else is left alone. */
  out: string;
  /** How many orders there are; the other tables are in proportion. */
  orders: number;
  progress: Progress;
  /** The day on which its systems exported it; default the last of the sample. */
  asOf?: Day | undefined;
}

/** Writes the sample company into a data folder; nothing of it was published yet. Returns the number of records in each export. */
export async function writeSample({ out, orders, progress, asOf }: SampleOptions): Promise<Map<string, number>> {
  const exports = join(out, "exports");
  const whole = await progress.step("sample company", () => makeSample(orders));
  const sample = asOf === undefined ? whole : cutAt(whole, asOf, await loadTables());
  const files = CSV_EXPORTS.flatMap((filesOf) => filesOf(sample));
  refuseOthers(
    exports,
    files.map(({ file }) => file),
  );
  rmSync(join(out, dirname(RECORD)), { recursive: true, force: true });
  cpSync(KEPT_BY_HAND, out, { recursive: true });
  if (asOf !== undefined) setBack(out, asOf);
  mkdirSync(exports, { recursive: true });
  const counts = await progress.step("erp-orders-*.parquet", () => writeOrders(exports, sample.orders(), orders));
  for (const { file, form, records } of files)
    counts.set(file, await progress.step(file, () => writeCsv(join(exports, file), records, form)));
  return counts;
}

function refuseOthers(exports: string, files: readonly string[]): void {
  if (!existsSync(exports)) return;
  const isOurs = (name: string) => files.includes(name) || /^erp-orders-\d{4}\.parquet$/.test(name) || name.startsWith(".");
  const other = readdirSync(exports).find((name) => !isOurs(name));
  if (other) throw new Error(`the sample would mix with other exports: ${join(exports, other)}; name another folder with --out`);
}
