import { DataError } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import type { Asker } from "./asker.ts";
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
import { unusedAspect } from "./aspects/unused.ts";
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
import { isFuller, isFurther, latestDay, markFurther, type Relation, relationOf, sameText } from "./several-sources.ts";
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
  unusedAspect,
  selectAspect,
];

/** A file, or a sheet of one, that feeds no table. */
export interface Unused {
  name: string;
  why: Text;
  /** What was found of it; null where it could not be read, or holds nothing. */
  sheet: SheetProfile | null;
  /** Whether it is one file, or sheet, which records of others may be joined to. */
  isOne: boolean;
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
  plan.drafts = await settled(candidates, fed, plan, making);
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
  const idle = plan.unused.flatMap(({ sheet, isOne }) => (isOne && sheet ? sheet : []));
  priceOut(draft, knowledge);
  const lines = await joinLines(draft, idle, knowledge);
  await settleLines(draft, knowledge);
  splitEndings(draft, knowledge);
  const used = [lines, ...lookUp(draft, idle, knowledge), joinHistory(draft, idle, knowledge)];
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
  else if (drafts.length === 0) {
    const why = whyNot(form.whole, making.knowledge);
    unused.push({ name: nameOf(form), why, sheet: form.whole, isOne: form.sheets.length === 1 });
  }
  return drafts;
}

/** Columns that name departments: of two exports that fit alike, the one counts that says between whom. */
const departmentsIn = ({ table, columns }: Draft) =>
  [...columns.keys()].filter((name) => table.columns[name]?.references?.startsWith("departments.")).length;

/** The entries of each table: the surest, and others that hold other records of it, the newest last. */
async function settled(candidates: readonly Draft[], fed: readonly KnownSource[], plan: Plan, { asker }: Making): Promise<Draft[]> {
  const bySurety = candidates.toSorted((a, b) => b.score - a.score || departmentsIn(b) - departmentsIn(a));
  const chosen: Draft[] = [];
  for (const own of Map.groupBy(bySurety, ({ table }) => table.id).values()) {
    const isFed = fed.some(({ table }) => table.id === own[0]?.table.id);
    const sources: Draft[] = [];
    for (const draft of isFed ? [] : own) await settle(draft, sources, plan, asker);
    for (const draft of isFed ? own : []) plan.unused.push({ ...unusedOf(draft), why: fedText(draft) });
    chosen.push(...sources.toSorted((a, b) => latestDay(a) - latestDay(b)));
  }
  const place = (draft: Draft) => candidates.findIndex(({ table }) => table === draft.table);
  return chosen.toSorted((a, b) => place(a) - place(b));
}

const unusedOf = ({ form }: Draft) => ({ name: nameOf(form), sheet: form.whole, isOne: form.sheets.length === 1 });

const fedText = ({ table }: Draft) => ({
  zh: `也像“${table.label.zh}”的数据,而这张表已有来源`,
  en: `it looks like ${table.id} as well, which has a source already`,
});

/** Adds a draft to the sources of its table, takes it in the place of one that holds less of the same, or says why it is not used. */
async function settle(draft: Draft, sources: Draft[], { unused }: Plan, asker: Asker): Promise<void> {
  const [first] = sources;
  if (!first) {
    sources.push(draft);
    return;
  }
  const relations: { source: Draft; relation: Relation }[] = [];
  for (const source of sources) relations.push({ source, relation: await relationOf(source, draft) });
  const same = relations.find(({ relation: { kind } }) => kind === "same");
  if (same) {
    const isFirst = sources.length === 1 && isFuller(draft, same.source);
    const [kept, other] = isFirst ? [draft, same.source] : [same.source, draft];
    if (isFirst) sources.splice(0, 1, draft);
    unused.push({ ...unusedOf(other), why: sameText(other, kept, same.relation) });
    return;
  }
  const [nearest = { source: first, relation: { kind: "apart", shared: 0 } as Relation }] = relations.toSorted(
    (a, b) => b.relation.shared - a.relation.shared,
  );
  const question = {
    zh: `${nameOf(draft.form)} 和 ${nameOf(first.form)} 都是“${draft.table.label.zh}”吗?`,
    en: `Are ${nameOf(draft.form)} and ${nameOf(first.form)} both ${draft.table.id}?`,
  };
  const yes = { value: true, label: "是,两处都算 · yes, both count" };
  const isTaken = isFurther(first, draft) && (await asker.choose(question, [yes, { value: false, label: "不是 · no" }]));
  if (!isTaken) unused.push({ ...unusedOf(draft), why: fedText(draft) });
  else {
    sources.push(draft);
    markFurther(draft, nearest.source, nearest.relation);
  }
}
