import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { type Asker, takeBest } from "../../scripts/init/asker.ts";
import { initFolder } from "../../scripts/init/init-folder.ts";

/** Files by their names. */
type Files = Readonly<Record<string, string | Buffer>>;

/** A folder with these files below it, which ends with the test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-init-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  addFiles(folder, files);
  return folder;
}

export function addFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Lines of a CSV file. */
export const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

/** As many records as a file has when somebody exports it. */
export const rows = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at));

/** What `init` makes of a folder: its result, what `sources.yaml` says, and the texts of all that it wrote. */
export async function initOf(folder: string, { asker = takeBest, given = [] }: { asker?: Asker; given?: string[] } = {}) {
  const result = await initFolder(folder, given, asker);
  const sources = readFileSync(join(folder, "sources.yaml"), "utf8");
  const { exports } = parse(sources) as { exports: Record<string, Record<string, unknown>> };
  return { ...result, sources, exports, reference: (name: string) => readFileSync(join(folder, "reference", name), "utf8") };
}

/** The content of every file that `init` writes. */
export function writtenIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /sources\.yaml$|site\.yaml$|^reference.*\.csv$/.test(name),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
