import { expect, test } from "vitest";
import { readSettings } from "../../scripts/tools/settings.ts";
import { allFiles, documentOf, pagePaths } from "./support/files.ts";

const { base } = readSettings();
const files = new Set(allFiles());

/** Ids of a page, read once. */
const idsOf = new Map(pagePaths.map((path) => [path, new Set([...documentOf(path).querySelectorAll("[id]")].map(({ id }) => id))]));

const isFile = (path: string) => files.has(path === "" || path.endsWith("/") ? `${path}index.html` : path);

test("every link leads to a page or file of the site, and to an id that is there", () => {
  const broken: string[] = [];
  for (const path of pagePaths) {
    for (const link of documentOf(path).querySelectorAll("[href]")) {
      const [address = "", id] = (link.getAttribute("href") ?? "").split("#");
      const [target = ""] = address.split("?");
      const file = target === "" ? path : target.slice(base.length);
      const isThere = (target === "" || target.startsWith(base)) && isFile(file) && (!id || idsOf.get(file)?.has(id));
      if (!isThere) broken.push(`${path}: ${link.getAttribute("href")}`);
    }
  }
  expect(broken).toEqual([]);
});
