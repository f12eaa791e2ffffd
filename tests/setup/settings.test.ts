import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readSettings } from "../../scripts/tools/settings.ts";

const emptyFolder = () => mkdtempSync(join(tmpdir(), "tandem-"));

function dataWith(siteYaml: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, "site.yaml"), siteYaml);
  return folder;
}

describe("readSettings(env)", () => {
  test("keeps data and site inside the repository when nothing is set", () => {
    expect(readSettings({})).toMatchObject({ dataDir: join(ROOT, "data"), outDir: join(ROOT, "dist"), port: 4321 });
  });

  test("takes folders outside the repository", () => {
    const [dataDir, outDir] = [emptyFolder(), emptyFolder()];
    expect(readSettings({ TANDEM_DATA: dataDir, TANDEM_OUT: outDir })).toMatchObject({ dataDir, outDir });
  });

  test.each([
    ["base: /tandem/", "/tandem/"],
    ["title: a site without a base", "/"],
    ["", "/"],
  ])("reads from site.yaml with %j the base %s", (yaml, base) => {
    expect(readSettings({ TANDEM_DATA: dataWith(yaml) }).base).toBe(base);
  });

  test("gives a base as addresses write it", () => {
    expect(readSettings({ TANDEM_DATA: dataWith("base: /看板/") }).base).toBe("/%E7%9C%8B%E6%9D%BF/");
  });

  test("names a site.yaml that is not YAML, with its line", () => {
    expect(() => readSettings({ TANDEM_DATA: dataWith("title: [") }).base).toThrow(
      /site\.yaml:1: .*\n.*expected .* brackets that are closed above it/,
    );
  });

  test("names the folder that TANDEM_DATA may mean", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "company"));
    const wrong = join(folder, "compayn");
    expect(() => readSettings({ TANDEM_DATA: wrong })).toThrow(
      `TANDEM_DATA names no folder: ${wrong}; did you mean ${join(folder, "company")}?`,
    );
  });

  test("names the folder of a file that TANDEM_DATA names", () => {
    const folder = dataWith("");
    expect(() => readSettings({ TANDEM_DATA: join(folder, "site.yaml") })).toThrow(
      `a file, no folder: ${join(folder, "site.yaml")}; did you mean ${folder}?`,
    );
  });

  test.each(["tandem", "/tandem", "/my board/", "/a/../b/", "[1]"])("refuses the base %s, naming the file", (base) => {
    expect(() => readSettings({ TANDEM_DATA: dataWith(`base: ${base}`) }).base).toThrow(/site\.yaml:1 base: /);
  });

  test.each(["abc", "0", "65536", "1.5"])("refuses PORT=%s", (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(`PORT must be a number from 1 to 65535: ${port}`);
  });

  test.each([".", "..", "src", "data", "public"])("refuses to build into %s, which every build would replace", (folder) => {
    expect(() => readSettings({ TANDEM_OUT: folder })).toThrow("TANDEM_OUT is replaced by every build and must not hold");
  });
});
