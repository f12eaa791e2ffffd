import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataError, describeIssue, type Issue } from "../../src/core/errors.ts";
import { type Draft, lackingIn } from "./draft.ts";
import type { InitResult } from "./init-folder.ts";
import { withoutEntries } from "./without-entries.ts";

/** An entry that does not fit, and why, in lines. */
interface LeftOut {
  draft: Draft;
  why: string;
}

interface Options<T> {
  /** Builds the data of the folder; gives the error where they cannot be built. */
  build: () => Promise<T | Error>;
  /** Is told of what was left out. */
  say: (text: string) => void;
}

/**
 * Builds what fits: new entries of `sources.yaml` that lack a required column, or that the build refuses, are commented out there, so that
 * they do not stop the others. Gives the error where nothing would be left, or where it is of no new entry.
 */
export async function buildWhatFits<T>(
  dataDir: string,
  { drafts, known, more }: InitResult,
  { build, say }: Options<T>,
): Promise<T | Error> {
  const isThere = known.length + more.length > 0;
  // what is left has to say when something happened, or there is nothing to show
  const leaves = (bad: readonly LeftOut[], all: readonly Draft[]) =>
    isThere || all.some((draft) => draft.table.time !== undefined && !bad.some((each) => each.draft === draft));
  let rest = drafts;
  let bad = drafts.map((draft) => ({ draft, why: lackingText(draft) })).filter(({ why }) => why !== "");
  for (;;) {
    if (bad.length > 0 && leaves(bad, rest)) {
      leaveOut(dataDir, bad, rest);
      say(bad.map(leftOutText).join("\n"));
      rest = rest.filter((draft) => !bad.some((each) => each.draft === draft));
    } else if (bad.length > 0) rest = [];
    const built = await build();
    if (!(built instanceof Error)) return built;
    bad = blamedBy(built, rest);
    if (bad.length === 0 || !leaves(bad, rest)) return built;
  }
}

const lackingText = (draft: Draft) => {
  const lacking = lackingIn(draft);
  return lacking.length > 0 ? `required columns are missing: ${lacking.join(", ")}` : "";
};

/** The entries that an error is of, by what it calls the table and the source or, else, by their place in `sources.yaml` or their files. */
function blamedBy(error: Error, drafts: readonly Draft[]): LeftOut[] {
  if (!(error instanceof DataError)) return [];
  const lines = error.message.split("\n");
  const named = drafts.flatMap((draft) => {
    const own = lines.filter((line) => line.startsWith(`${draft.table.id}: `) && isOf(line, draft, drafts));
    return own.length > 0 ? [{ draft, why: own.join("; ") }] : [];
  });
  if (named.length > 0) return named;
  return drafts.flatMap((draft) => {
    const isOwn = (issue: Issue) =>
      issue.column?.startsWith(`exports.${draft.table.id}.`) || draft.form.sheets.some(({ file }) => isIn(issue, file.name));
    const issue = error.issues.find(isOwn);
    return issue
      ? [
          {
            draft,
            why: describeIssue(issue)
              .trim()
              .replace(/\s*\n\s*/g, " · "),
          },
        ]
      : [];
  });
}

/** Whether a line is of a draft: it names no source of its table, or this one. */
function isOf(line: string, draft: Draft, drafts: readonly Draft[]): boolean {
  const names = new RegExp(`\\bexports\\.${draft.table.id}#(\\d+)\\b`).exec(line);
  return names === null || Number(names[1]) === placeAmong(draft, drafts) + 1;
}

const isIn = ({ file }: Issue, name: string) => file === name || file.startsWith(`${name} / `);

/** Which of the sources of its table a draft is, in the order in which they stand. */
const placeAmong = (draft: Draft, drafts: readonly Draft[]) =>
  draft.after + drafts.filter(({ table }) => table === draft.table).indexOf(draft);

function leaveOut(dataDir: string, left: readonly LeftOut[], rest: readonly Draft[]): void {
  const file = join(dataDir, "sources.yaml");
  const outs = left.map(({ draft, why }) => ({ id: draft.table.id, why, place: placeAmong(draft, rest) }));
  writeFileSync(file, withoutEntries(readFileSync(file, "utf8"), outs));
}

const leftOutText = ({ draft: { table }, why }: LeftOut) =>
  `\n${table.label.zh} ${table.id}：暂不采用，已在 sources.yaml 里注释掉；改好后去掉 # · left out, commented out in sources.yaml; mend it and take the # away\n  ${why}`;
