import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/settings.ts";

interface Package {
  version: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));

describe("package-lock.json", () => {
  test("leaves to npm where a package comes from", () => {
    const located = Object.entries(lock.packages).filter(([, { resolved }]) => resolved);
    expect(located.map(([folder]) => folder)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1);
  });

  test("holds the binaries for every kind of machine", () => {
    const names = new Set(Object.keys(lock.packages).map((folder) => folder.replace(/^.*node_modules\//, "")));
    const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    );
    expect(missing).toEqual([]);
  });
});
