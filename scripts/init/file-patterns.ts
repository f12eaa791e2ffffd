import { readdirSync } from "node:fs";
import { basename, dirname, extname, matchesGlob } from "node:path";
import { escapePath } from "tinyglobby";
import type { ExportFile } from "./find-exports.ts";

/** What `sources.yaml` says of files: one name, a pattern that fits them and what is exported next, or all their names. */
export function patternOf(files: readonly ExportFile[]): string | string[] {
  const names = [...new Set(files.map(({ name }) => name))];
  const [first = ""] = names;
  if (names.length === 1) return first;
  return globOf(files) ?? names;
}

/** Two letters at least say that it is no accident that names begin alike. */
const ALIKE = /[\p{L}]{2}/u;

function globOf(files: readonly ExportFile[]): string | null {
  const [first] = files as [ExportFile];
  const [folder, ending] = [dirname(first.path), extname(first.path)];
  if (files.some(({ path }) => dirname(path) !== folder || extname(path) !== ending)) return null;
  const start = commonStart(files.map(({ path }) => basename(path)))
    .replace(/\d[\d-]*$/, "")
    .replace(/[([（【]$/, "");
  if (!ALIKE.test(start)) return null;
  const pattern = `${escapePath(start)}*${ending}`;
  const own = new Set(files.map(({ path }) => basename(path)));
  const others = readdirSync(folder).filter((name) => !own.has(name) && matchesGlob(name, pattern));
  const place = first.name.slice(0, first.name.length - basename(first.path).length);
  return others.length > 0 ? null : `${escapePath(place)}${pattern}`;
}

/** With which letters all names begin. */
export function commonStart(names: readonly string[]): string {
  const [first = "", ...others] = names;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
