import { nameAskers } from "./askers.ts";
import { findPeople } from "./customers.ts";
import type { Draft } from "./draft.ts";
import { splitEndings } from "./endings.ts";
import { joinHistory } from "./history.ts";
import { insteadOf } from "./instead.ts";
import { joinLines } from "./joined-lines.ts";
import type { Knowledge } from "./knowledge.ts";
import type { KnownSource } from "./known-sources.ts";
import { kindByLabel } from "./labels.ts";
import { settleLocal } from "./local-amounts.ts";
import { lookUp } from "./lookup.ts";
import { settleLines } from "./order-lines.ts";
import { priceOut, takeTaxOff } from "./priced.ts";
import { findReleases, takeReleases } from "./releases.ts";
import { nameBySheet } from "./sheet-names.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import { dropStranded } from "./stranded.ts";
import { nameUnended } from "./unended.ts";
import type { Unused } from "./unused.ts";
import { nameElsewhere } from "./why-not.ts";

/** What is completed, and what is left for it to use. */
interface Completed {
  drafts: Draft[];
  unused: Unused[];
}

/** The history of changes from which columns of an entry were made. */
export interface History {
  draft: Draft;
  history: SheetProfile;
}

/** Makes columns that entries lack, and puts another entry in the place of one that would show nothing; gives the histories. */
export async function complete(plan: Completed, fed: readonly KnownSource[], knowledge: Knowledge): Promise<History[]> {
  const histories: History[] = [];
  for (const [at, draft] of plan.drafts.entries()) {
    histories.push(...(await completeOne(draft, plan, knowledge)));
    const taken = new Set([...fed, ...plan.drafts].map(({ table }) => table.id));
    const other = insteadOf(draft, taken, knowledge);
    if (!other) continue;
    histories.push(...(await completeOne(other, plan, knowledge)));
    plan.drafts[at] = other;
  }
  return histories;
}

/** Makes columns that an entry lacks: of others, or of files that feed no table by themselves, which are lists and histories; gives the history. */
async function completeOne(draft: Draft, plan: Completed, knowledge: Knowledge): Promise<History[]> {
  const idle = plan.unused.flatMap(({ sheet, isOne }) => (isOne && sheet ? sheet : []));
  nameBySheet(draft, knowledge);
  kindByLabel(draft, knowledge);
  settleLocal(draft, knowledge);
  priceOut(draft, knowledge);
  takeTaxOff(draft, knowledge);
  const lines = await joinLines(draft, idle, knowledge);
  await settleLines(draft, knowledge);
  splitEndings(draft, knowledge);
  const releases = await findReleases(draft, idle, knowledge);
  const history = joinHistory(draft, idle, knowledge, releases?.column);
  const released = releases && takeReleases(draft, releases);
  const used = [lines, ...lookUp(draft, idle, knowledge), findPeople(draft, idle, knowledge), released, history];
  plan.unused = plan.unused.filter(({ sheet }) => sheet === null || !used.includes(sheet));
  nameAskers(draft, plan.drafts, knowledge);
  dropStranded(draft);
  await nameUnended(draft, knowledge);
  nameElsewhere(draft, plan.unused, knowledge);
  return history ? [{ draft, history }] : [];
}
