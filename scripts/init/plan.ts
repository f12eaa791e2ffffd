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
import { ownAspect } from "./aspects/own.ts";
import { questionsAspect } from "./aspects/questions.ts";
import { repeatsAspect } from "./aspects/repeats.ts";
import { rowsAspect } from "./aspects/rows.ts";
import { selectAspect } from "./aspects/select.ts";
import { withBlanks } from "./blanks.ts";
import { currencyAspect } from "./currency.ts";
import { findPeople } from "./customers.ts";
import { derivedFrom } from "./derived.ts";
import type { Aspect, Draft, Making } from "./draft.ts";
import { splitEndings } from "./endings.ts";
import type { ExportFile } from "./find-exports.ts";
import { type FileForm, formsOf } from "./forms-of-files.ts";
import { joinHistory } from "./history.ts";
import { insteadOf } from "./instead.ts";
import { joinLines } from "./joined-lines.ts";
import type { Knowledge } from "./knowledge.ts";
import { isOneMore, type KnownSource } from "./known-sources.ts";
import { lookUp } from "./lookup.ts";
import { settleLines } from "./order-lines.ts";
import { priceOut } from "./priced.ts";
import { type ReferenceCopy, referenceOf } from "./reference-copies.ts";
import { profileFile, type SheetProfile } from "./sheet-profile.ts";
import { dropStranded } from "./stranded.ts";
import { nameUnended } from "./unended.ts";
import { nameOf, whatIs } from "./what-is.ts";
import { nameElsewhere, whyNot } from "./why-not.ts";

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
  repeatsAspect,
  selectAspect,
];

/** A file, or a sheet of one, that feeds no table. */
export interface Unused {
  name: string;
  why: Text;
  /** What was found of it; null where it could not be read, or holds nothing. */
  sheet: SheetProfile | null;
}

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
  plan.drafts = settled(candidates, fed, plan);
  await complete(plan, fed, making.knowledge);
  const known = new Set([...fed.map(({ table }) => table.id), ...plan.drafts.map(({ table }) => table.id)]);
  plan.drafts.push(...(await derivedFrom(plan.drafts, known, making.knowledge)));
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
    const sheets = profiles.filter(({ rows }) => rows > 0).map((sheet) => withBlanks(sheet, words));
    if (sheets.length === 0) unused.push({ name: file.name, why: emptyText(profiles), sheet: null });
    return sheets;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    unused.push({ name: file.name, why: { zh: "读不了", en: error.message }, sheet: null });
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

/** Makes columns that entries lack, and puts another entry in the place of one that would show nothing. */
async function complete(plan: Plan, fed: readonly KnownSource[], knowledge: Knowledge): Promise<void> {
  for (const [at, draft] of plan.drafts.entries()) {
    await completeOne(draft, plan, knowledge);
    const taken = new Set([...fed, ...plan.drafts].map(({ table }) => table.id));
    const other = insteadOf(draft, taken, knowledge);
    if (!other) continue;
    await completeOne(other, plan, knowledge);
    plan.drafts[at] = other;
  }
}

/** Makes columns that an entry lacks: of others, or of files that feed no table by themselves, which are lists and histories. */
async function completeOne(draft: Draft, plan: Plan, knowledge: Knowledge): Promise<void> {
  priceOut(draft, knowledge);
  await settleLines(draft, knowledge);
  splitEndings(draft, knowledge);
  const idle = plan.unused.flatMap(({ sheet }) => sheet ?? []);
  const used = [joinLines(draft, idle, knowledge), ...lookUp(draft, idle, knowledge), joinHistory(draft, idle, knowledge)];
  const people = findPeople(draft, idle, knowledge);
  if (people) used.push(people);
  plan.unused = plan.unused.filter(({ sheet }) => sheet === null || !used.includes(sheet));
  dropStranded(draft);
  await nameUnended(draft, knowledge);
  nameElsewhere(draft, plan.unused, knowledge);
}

async function candidatesIn(form: FileForm, { copies, unused }: Plan, making: Making): Promise<Draft[]> {
  const { drafts, copy } = await whatIs(form, making);
  if (copy) copies.push(copy);
  else if (drafts.length === 0) unused.push({ name: nameOf(form), why: whyNot(form.whole, making.knowledge), sheet: form.whole });
  return drafts;
}

/** Columns that name departments: of two exports that fit alike, the one counts that says between whom. */
const departmentsIn = ({ table, columns }: Draft) =>
  [...columns.keys()].filter((name) => table.columns[name]?.references?.startsWith("departments.")).length;

/** One entry a table: of several the surest. */
function settled(candidates: readonly Draft[], fed: readonly KnownSource[], { unused }: Plan): Draft[] {
  const bySurety = candidates.toSorted((a, b) => b.score - a.score || departmentsIn(b) - departmentsIn(a));
  return candidates.filter((draft) => {
    const { table, form } = draft;
    const isBest = bySurety.find((each) => each.table.id === table.id) === draft;
    if (isBest && !fed.some((known) => known.table.id === table.id)) return true;
    const why = {
      zh: `也像“${table.label.zh}”的数据,而这张表已有来源`,
      en: `it looks like ${table.id} as well, which has a source already`,
    };
    unused.push({ name: nameOf(form), why, sheet: form.whole });
    return false;
  });
}
