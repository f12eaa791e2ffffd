import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const open = new Set<string>();

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

process.once("exit", () => open.forEach(remove));

/** A folder for what is not kept, gone at the latest when this process ends. */
export interface Scratch {
  folder: string;
  remove(): void;
}

export function openScratch(name: string): Scratch {
  const folder = mkdtempSync(join(tmpdir(), `tandem-${name}-`));
  open.add(folder);
  return {
    folder,
    remove() {
      open.delete(folder);
      remove(folder);
    },
  };
}
