import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Asker } from "./asker.ts";
import { someOf } from "./column-profile.ts";
import { currencyOf } from "./currency.ts";
import type { Making } from "./draft.ts";
import { type ExportFile, findExports } from "./find-exports.ts";
import { loadKnowledge } from "./knowledge.ts";
import { isCommentedOut, knownSources } from "./known-sources.ts";
import { gatherNewcomers } from "./newcomers.ts";
import { fillIn, type Plan, planOf } from "./plan.ts";
import type { Remark } from "./remark.ts";
import { Rosters, readReferenceFiles } from "./rosters.ts";
import { surveyScaleIn } from "./survey-scale.ts";
import { zoneOf } from "./time-zone.ts";
import { type Added, copyReferences, writeMembers } from "./write-reference.ts";
import { writeSite } from "./write-site.ts";
import { sourcesText } from "./write-sources.ts";

/** What was found and written. */
export interface InitResult extends Plan {
  files: readonly ExportFile[];
  /** Names of files that `sources.yaml` knew already. */
  known: string[];
  added: Added[];
  /** What is to be looked at in a new `site.yaml`; null where it was there. */
  site: Remark[] | null;
}

/** Makes a data folder of exports, or adds exports to one; all questions are asked before anything is written. Throws where what a person wrote cannot be used. */
export async function initFolder(dataDir: string, given: readonly string[], asker: Asker): Promise<InitResult> {
  const knowledge = await loadKnowledge();
  const { tables } = knowledge;
  const files = await findExports(dataDir, given);
  const before = await knownSources(dataDir, tables);
  const paths = new Set(before.flatMap((known) => known.paths));
  const isKnown = ({ path, name }: ExportFile) => paths.has(path) || isCommentedOut(dataDir, name);
  const fresh = files.filter((file) => !isKnown(file));
  mkdirSync(dataDir, { recursive: true });
  const plan = await planOf(fresh, before, { knowledge, asker, rosters: new Rosters(tables, new Map()) });
  await copyReferences(dataDir, plan.copies);
  const references = await readReferenceFiles(dataDir, tables);
  const making: Making = { knowledge, asker, rosters: new Rosters(tables, references) };
  await fillIn(plan, making);
  const grown = plan.more.map(({ known, files: more }) => ({ ...known, paths: more.map(({ path }) => path) }));
  for (const known of [...before, ...grown]) await gatherNewcomers(known, making.rosters, dataDir);
  const { drafts } = plan;
  const inChinese = isChinese(plan);
  const zone = zoneOf(drafts, inChinese);
  const company = { currency: currencyOf(drafts), isChinese: inChinese, zone, scale: surveyScaleIn(drafts) };
  const site = await writeSite(dataDir, company, asker);
  const sources = join(dataDir, "sources.yaml");
  writeFileSync(sources, sourcesText(sources, plan));
  const added = await writeMembers(dataDir, making.rosters, tables, references);
  const known = files.filter(isKnown).map(({ name }) => name);
  return { ...plan, files, known, added, site };
}

/** Whether Chinese stands in the exports; taken for granted where none feeds a table. */
const isChinese = ({ drafts }: Plan) =>
  drafts.length === 0 ||
  drafts.some(({ form }) =>
    form.whole.columns.some((column) => [column.header, ...someOf(column, 500)].some((text) => /\p{Script=Han}/u.test(text))),
  );
