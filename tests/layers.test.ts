import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, matchesGlob, normalize, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { USED_BY_DATA } from "../scripts/build.ts";
import { ROOT } from "../scripts/tools/settings.ts";
import { LAYERS } from "./layers.ts";

/** Rooms whose code also runs in a browser. */
const BROWSER_LAYERS = ["core", "i18n", "cube", "metrics", "topics", "analysis", "charts", "site", "islands"];

interface Import {
  from: string;
  /** As written for a package, from the repository's root for a file. */
  to: string;
}

const withSlashes = (path: string) => path.split(sep).join("/");
const files = globSync("{src,scripts}/**/*.{ts,mjs,astro}", { cwd: ROOT, exclude: ["**/node_modules/**"] }).map(withSlashes);
const houseOf = (file: string) => file.split("/")[0] ?? "";
const layerOf = (file: string) => file.split("/")[1] ?? "";
const heightOf = (file: string) => LAYERS[houseOf(file)]?.indexOf(layerOf(file)) ?? -1;

/** The script parts of an Astro component; all of a TypeScript file. */
function codeOf(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  if (!file.endsWith(".astro")) return text;
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  return [frontmatter, ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1])].join("\n");
}

/** All that a file imports, types included. */
function importsOf(file: string): Import[] {
  const code = codeOf(file);
  const globs = [...code.matchAll(/import\.meta\.glob[^(]*\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  const names = [...ts.preProcessFile(code, true, true).importedFiles.map((found) => found.fileName), ...globs];
  const place = (name: string) => (name.startsWith(".") ? withSlashes(normalize(join(dirname(file), name.replace(/\?.*$/, "")))) : name);
  return names.map((name) => ({ from: file, to: place(name) }));
}

const imports = files.flatMap(importsOf);
const byFile = Map.groupBy(imports, ({ from }) => from);
const importedBy = (file: string) => (byFile.get(file) ?? []).map(({ to }) => to);
const show = ({ from, to }: Import) => `${from} → ${to}`;

/** The first way round that leads from a file back to itself. */
function findCycle(): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    const found = importedBy(file)
      .map((to) => visit(to, [...path, file]))
      .find((cycle) => cycle.length > 0);
    done.add(file);
    return found ?? [];
  };
  return files.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
}

/** Files with all that they need. */
function withNeeded(roots: readonly string[]): Set<string> {
  const needed = new Set(roots);
  for (const file of needed) for (const to of importedBy(file)) needed.add(to);
  return needed;
}

describe.each(Object.entries(LAYERS))("%s/", (house, layers) => {
  const own = files.filter((file) => houseOf(file) === house);
  const ofOwn = imports.filter(({ from }) => houseOf(from) === house);

  test("every file is in a room that has its place in the order, and every room is there", () => {
    expect(own.filter((file) => !layers.includes(layerOf(file)))).toEqual([]);
    expect(layers.filter((layer) => !existsSync(join(ROOT, house, layer)))).toEqual([]);
  });

  test("imports point down", () => {
    const between = ofOwn.filter(({ to }) => houseOf(to) === house);
    expect(between.length).toBeGreaterThan(0);
    expect(between.filter(({ from, to }) => heightOf(to) > heightOf(from)).map(show)).toEqual([]);
  });

  test("imports lead to a file, and out of src/ nowhere", () => {
    const inside = house === "src" ? ["src"] : ["src", "scripts"];
    const relative = ofOwn.filter(({ to }) => /^(\.\.|src\/|scripts\/|tests\/|data\/|public\/)/.test(to));
    expect(relative.length).toBeGreaterThan(0);
    const isWrong = (to: string) => !inside.includes(houseOf(to)) || !(to.includes("*") || existsSync(join(ROOT, to)));
    expect(relative.filter(({ to }) => isWrong(to)).map(show)).toEqual([]);
  });
});

test("imports make no cycle, those of types included", () => {
  expect(findCycle()).toEqual([]);
});

test("the data are made again when anything changes that their build needs of src/", () => {
  const roots = files.filter((file) => houseOf(file) === "scripts" && !layerOf(file).startsWith("bench"));
  const needed = [...withNeeded(roots)].filter((file) => houseOf(file) === "src");
  expect(needed.length).toBeGreaterThan(0);
  expect(needed.filter((file) => !USED_BY_DATA.some((pattern) => matchesGlob(file, pattern)))).toEqual([]);
});

test.each(BROWSER_LAYERS)("src/%s runs in a browser: it imports nothing of Node", (layer) => {
  const ofLayer = imports.filter(({ from }) => houseOf(from) === "src" && layerOf(from) === layer);
  expect(ofLayer.filter(({ to }) => to.startsWith("node:")).map(show)).toEqual([]);
});
