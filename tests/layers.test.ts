import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/tools/settings.ts";

/** The rooms of `src/` from the ground up: a file imports from its own room and from those before it. */
const LAYERS = [
  "styles",
  "core",
  "i18n",
  "tables",
  "cube",
  "metrics",
  "analysis",
  "charts",
  "site",
  "islands",
  "build",
  "components",
  "layouts",
  "pages",
];
/** Rooms whose code also runs in a browser. */
const BROWSER_LAYERS = ["core", "i18n", "cube", "metrics", "analysis", "charts", "site", "islands"];

interface Import {
  from: string;
  /** As written for a package, from the repository's root for a file. */
  to: string;
}

const files = globSync("src/**/*.{ts,astro}", { cwd: ROOT }).map((file) => file.split(sep).join("/"));
const layerOf = (file: string) => file.split("/")[1] ?? "";

/** The script parts of an Astro component; all of a TypeScript file. */
function codeOf(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  if (!file.endsWith(".astro")) return text;
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  return [frontmatter, ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1])].join("\n");
}

function importsOf(file: string): Import[] {
  const code = codeOf(file);
  const globs = [...code.matchAll(/import\.meta\.glob[^(]*\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  const names = [...ts.preProcessFile(code, true, true).importedFiles.map((found) => found.fileName), ...globs];
  const place = (name: string) =>
    name.startsWith(".")
      ? normalize(join(dirname(file), name.replace(/\?.*$/, "")))
          .split(sep)
          .join("/")
      : name;
  return names.map((name) => ({ from: file, to: place(name) }));
}

const imports = files.flatMap(importsOf);
const show = ({ from, to }: Import) => `${from} → ${to}`;

/** The first way round that leads from a file back to itself. */
function findCycle(): string[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    const found = (next.get(file) ?? []).map(({ to }) => visit(to, [...path, file])).find((cycle) => cycle.length > 0);
    done.add(file);
    return found ?? [];
  };
  return files.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
}

describe("src/", () => {
  test("every file is in a room that has its place in the order", () => {
    const inRooms = files.filter((file) => file.split("/").length > 2);
    expect(inRooms.length).toBeGreaterThan(0);
    expect(inRooms.filter((file) => !LAYERS.includes(layerOf(file)))).toEqual([]);
  });

  test("imports point down", () => {
    const between = imports.filter(({ to }) => to.startsWith("src/"));
    expect(between.length).toBeGreaterThan(0);
    expect(between.filter(({ from, to }) => LAYERS.indexOf(layerOf(to)) > LAYERS.indexOf(layerOf(from))).map(show)).toEqual([]);
  });

  test("imports stay inside, and lead to a file", () => {
    const relative = imports.filter(({ to }) => /^(\.\.|src\/|scripts\/|tests\/|data\/|public\/)/.test(to));
    expect(relative.filter(({ to }) => !to.startsWith("src/") || !(to.includes("*") || existsSync(join(ROOT, to)))).map(show)).toEqual([]);
  });

  test("imports make no cycle", () => {
    expect(findCycle()).toEqual([]);
  });

  test.each(BROWSER_LAYERS)("%s runs in a browser: it imports nothing of Node", (layer) => {
    expect(imports.filter(({ from, to }) => layerOf(from) === layer && to.startsWith("node:")).map(show)).toEqual([]);
  });
});
