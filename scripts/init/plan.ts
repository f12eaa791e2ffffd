import { DataError } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { blanksAspect } from "./aspects/blanks.ts";
import { choicesAspect } from "./aspects/choices.ts";
import { columnsAspect } from "./aspects/columns.ts";
import { datesAspect } from "./aspects/dates.ts";
import { daysAspect } from "./aspects/days.ts";
import { logAspect } from "./aspects/log.ts";
import { gatherMembers, membersAspect } from "./aspects/members.ts";
import { neededAspect } from "./aspects/needed.ts";
import { numberedAspect } from "./aspects/numbered.ts";
import { overlapAspect } from "./aspects/overlap.ts";
import { ownAspect } from "./aspects/own.ts";
import { questionsAspect } from "./aspects/questions.ts";
import { repeatsAspect } from "./aspects/repeats.ts";
import { rowsAspect } from "./aspects/rows.ts";
import { selectAspect } from "./aspects/select.ts";
import { unusedAspect } from "./aspects/unused.ts";
import { withBlanks } from "./blanks.ts";
import { changesFrom } from "./changes.ts";
import { complete } from "./complete.ts";
import { currencyAspect } from "./currency.ts";
import { derivedFrom } from "./derived.ts";
import type { Aspect, Draft, Making } from "./draft.ts";
import type { ExportFile } from "./find-exports.ts";
import { type FileForm, formsOf } from "./forms-of-files.ts";
import type { Knowledge } from "./knowledge.ts";
import { isOneMore, type KnownSource } from "./known-sources.ts";
import { withMonth } from "./month-columns.ts";
import { orderStatesOf } from "./order-states.ts";
import { type ReferenceCopy, referenceOf } from "./reference-copies.ts";
import { settled } from "./settle-sources.ts";
import { profileFile, type SheetProfile } from "./sheet-profile.ts";
import { type Unused, unusedForm } from "./unused.ts";
import { whatIs } from "./what-is.ts";
import { whyNot } from "./why-not.ts";

/** In the order in which they add to an entry. */
const ASPECTS: readonly Aspect[] = [
  rowsAspect,
  columnsAspect,
  datesAspect,
  questionsAspect,
  daysAspect,
  choicesAspect,
  membersAspect,
  currencyAspect,
  blanksAspect,
  logAspect,
  neededAspect,
  ownAspect,
  numberedAspect,
  repeatsAspect,
  overlapAspect,
  unusedAspect,
  selectAspect,
];

/** What is to be written. */
export interface Plan {
  drafts: Draft[];
  /** Files that are more of a source that is there already. */
  more: { known: KnownSource; files: ExportFile[] }[];
  copies: ReferenceCopy[];
  unused: Unused[];
}

/** Looks at files and says what each feeds; `fed` has the tables that have a source already. */
export async function planOf(files: readonly ExportFile[], fed: readonly KnownSource[], making: Making): Promise<Plan> {
  const plan: Plan = { drafts: [], more: [], copies: [], unused: [] };
  const sheets = (await Promise.all(files.map((file) => sheetsOf(file, plan, making.knowledge)))).flat();
  const rest = sheets.filter((sheet) => {
    const copy = referenceOf(sheet, making.knowledge);
    if (copy) plan.copies.push(copy);
    return !copy;
  });
  const candidates: Draft[] = [];
  for (const form of formsOf(rest).filter((each) => !isMore(each, fed, plan))) candidates.push(...(await candidatesIn(form, plan, making)));
  plan.drafts = await settled(candidates, fed, plan.unused, making);
  const histories = await complete(plan, fed, making.knowledge);
  const known = new Set([...fed.map(({ table }) => table.id), ...plan.drafts.map(({ table }) => table.id)]);
  for (const { draft, history } of histories) {
    const changes = await changesFrom(draft, history, making.knowledge);
    if (changes && !known.has(changes.table.id)) plan.drafts.push(changes);
  }
  const derived = await derivedFrom(plan.drafts, known, making.knowledge);
  const states = await orderStatesOf(plan.drafts, known, making.knowledge);
  plan.drafts.push(...derived, ...states);
  return plan;
}

/** Whether files are more of a source that is there; then they are put to it. */
function isMore({ sheets, whole }: FileForm, fed: readonly KnownSource[], { more }: Plan): boolean {
  const fitting = fed.filter((known) => isOneMore(known, whole.layout.header.names));
  // of several sources of one table, the one that takes most of the header
  const found = [...Map.groupBy(fitting, ({ table }) => table.id).values()].flatMap((own) =>
    own.toSorted((a, b) => b.header.length - a.header.length).slice(0, 1),
  );
  const files = sheets.map(({ file }) => file);
  more.push(...found.map((known) => ({ known, files })));
  return found.length > 0;
}

/** Fills the entries of a plan in; once all rosters know what the files hold. */
export async function fillIn({ drafts }: Plan, making: Making): Promise<void> {
  for (const draft of drafts) gatherMembers(draft, making);
  for (const draft of drafts) for (const aspect of ASPECTS) await aspect(draft, making);
}

async function sheetsOf(file: ExportFile, { unused }: Plan, { words }: Knowledge): Promise<SheetProfile[]> {
  try {
    const profiles = await profileFile(file);
    const sheets = profiles.filter(({ rows }) => rows > 0).map((sheet) => withMonth(withBlanks(sheet, words)));
    if (sheets.length === 0) unused.push({ name: file.name, why: emptyText(profiles), sheet: null, isOne: true });
    return sheets;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    unused.push({ name: file.name, why: { zh: "读不了", en: error.message }, sheet: null, isOne: true });
    return [];
  }
}

/** Why a file holds nothing that can be looked at. */
function emptyText(profiles: readonly SheetProfile[]): Text {
  const broken = profiles.reduce((sum, each) => sum + each.broken, 0);
  if (broken === 0) return { zh: "里面没有记录", en: "it holds no records" };
  const [{ layout } = {}] = profiles;
  const as = layout?.format === "csv" ? layout.encoding : (layout?.format ?? "");
  return { zh: `${broken} 行记录按 ${as} 都读不了`, en: `none of its ${broken} records can be read as ${as}` };
}

async function candidatesIn(form: FileForm, { copies, unused }: Plan, making: Making): Promise<Draft[]> {
  const { drafts, copy } = await whatIs(form, making);
  if (copy) copies.push(copy);
  else if (drafts.length === 0) {
    unused.push(unusedForm(form, whyNot(form.whole, making.knowledge)));
  }
  return drafts;
}
