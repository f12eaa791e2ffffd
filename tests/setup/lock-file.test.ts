import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";

interface Package {
  version: string;
  /** Where it was downloaded from. */
  resolved?: string;
  engines?: { node?: string };
  optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));

/** The folders in which Node looks for what a package imports, nearest first. */
function placesOf(name: string, folder: string): string[] {
  const place = `${folder && `${folder}/`}node_modules/${name}`;
  return folder ? [place, ...placesOf(name, folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ""))] : [place];
}

/** The optional packages, such as binaries for one kind of machine, that are asked for and have no entry: npm leaves those of other machines out. */
function missingBinaries(packages: Readonly<Record<string, Package>>): string[] {
  const isThere = (name: string, version: string, folder: string) => {
    const found = placesOf(name, folder).find((place) => place in packages);
    return found !== undefined && (!/^\d/.test(version) || packages[found]?.version === version);
  };
  return Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => !isThere(name, version, folder))
      .map(([name, version]) => `${name}@${version} of ${folder}`),
  );
}

const asksForB: Package = { version: "1.0.0", optionalDependencies: { b: "1.0.0" } };

describe("package-lock.json", () => {
  test("leaves to npm where a package comes from", () => {
    const located = Object.entries(lock.packages).filter(([, { resolved }]) => resolved);
    expect(located.map(([folder]) => folder)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1);
  });

  test("asks for the Node for which npm installs the bundler's binary", () => {
    expect(lock.packages[""]?.engines).toEqual(lock.packages["node_modules/rolldown"]?.engines);
  });

  test("holds the binaries for every kind of machine", () => {
    expect(missingBinaries(lock.packages)).toEqual([]);
  });

  test.each<[string, Record<string, Package>]>([
    ["is not there", { "node_modules/a": asksForB }],
    ["is there in another version", { "node_modules/a": asksForB, "node_modules/b": { version: "1.0.1" } }],
    ["is there for another package", { "node_modules/a": asksForB, "node_modules/c/node_modules/b": { version: "1.0.0" } }],
  ])("would be found to lack one that %s", (_, packages) => {
    expect(missingBinaries(packages)).toEqual(["b@1.0.0 of node_modules/a"]);
  });

  test("may hold one beside a package, or above it", () => {
    const a = "node_modules/c/node_modules/a";
    for (const b of ["node_modules/c/node_modules/a/node_modules/b", "node_modules/c/node_modules/b", "node_modules/b"])
      expect(missingBinaries({ [a]: asksForB, [b]: { version: "1.0.0" } })).toEqual([]);
  });
});
