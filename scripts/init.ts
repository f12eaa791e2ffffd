import { join, resolve } from "node:path";
import { BUILT_DATA, readDocument } from "../src/data/documents.ts";
import { buildData } from "./data.ts";
import { takeBest } from "./init/asker.ts";
import { builtText, nextText } from "./init/built-text.ts";
import { foundText } from "./init/found-text.ts";
import { type Seen, seenIn } from "./init/gains.ts";
import { type InitResult, initFolder } from "./init/init-folder.ts";
import { buildWhatFits } from "./init/leave-out.ts";
import { terminalAsker } from "./init/terminal-asker.ts";
import { failureText } from "./tools/failure-text.ts";
import { readOptionsAndWords } from "./tools/options.ts";
import { createProgress } from "./tools/progress.ts";
import { loadMetrics, loadTables } from "./tools/registry.ts";
import { runCommand } from "./tools/run-command.ts";
import { ROOT, readSettings } from "./tools/settings.ts";
import { atWork } from "./tools/work-places.ts";

/** Relative paths count from where the command was given, not from the repository. */
const placeOf = (path: string) => resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Builds the data of a folder, as `npm run data` does but without publishing anything, and says what they show; the error where the build stops. */
async function build(dataDir: string, { drafts }: InitResult): Promise<Seen | Error> {
  const [settings, outDir] = [readSettings({ ...process.env, TANDEM_DATA: dataDir }), join(ROOT, BUILT_DATA)];
  try {
    await atWork(settings, () => buildData({ dataDir, outDir, progress: createProgress(), isTrial: true }));
  } catch (error) {
    if (!(error instanceof Error) || process.env["TANDEM_DEBUG"]) throw error;
    return error;
  }
  const tables = await loadTables();
  const seen = seenIn(readDocument(outDir, "manifest"), await loadMetrics(), tables);
  console.log(`\n${builtText(readDocument(outDir, "export-reports").exports, seen, { tables, drafts })}`);
  return seen;
}

/** The same of what fits; null where nothing does, with the reason said. */
async function seenOf(folder: string, result: InitResult): Promise<Seen | null> {
  const built = await buildWhatFits(folder, result, { build: () => build(folder, result), say: console.log });
  if (!(built instanceof Error)) return built;
  console.log(`\n数据还不能生成 · the data cannot be built yet\n${failureText(built)}`);
  return null;
}

async function main(): Promise<number> {
  const { values, words } = readOptionsAndWords({ yes: { type: "boolean" } });
  const [folder, ...files] = words.map(placeOf);
  if (folder === undefined) throw new Error("没有写文件夹 · no folder was named; expected npm run init -- DIR [FILES…] [--yes]");
  const asker = values.yes || !process.stdin.isTTY || !process.stdout.isTTY ? takeBest : terminalAsker;
  const result = await initFolder(folder, files, asker);
  console.log(foundText(result));
  const seen = result.drafts.length + result.more.length + result.known.length > 0 ? await seenOf(folder, result) : null;
  console.log(`\n${nextText(result, folder, seen)}`);
  return seen ? 0 : 1;
}

if (import.meta.main) runCommand(main);
