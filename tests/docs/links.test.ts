import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";
import { anchorsOf, DOCS, readDoc } from "./markdown.ts";

/** The links and pictures of a file that lead to one of ours. */
const linksOf = (doc: string) =>
  [...readDoc(doc).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to).filter((to) => !/^[a-z]+:/.test(to));

function isThere(doc: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path ? join(dirname(doc), path) : doc;
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || anchorsOf(readDoc(file)).includes(decodeURIComponent(anchor));
}

test.each(DOCS.filter((doc) => linksOf(doc).length > 0))("every link of %s leads to a file, and to a heading of it", (doc) => {
  expect(linksOf(doc).filter((link) => !isThere(doc, link))).toEqual([]);
});

test("a link to a file or a heading that is not there is found", () => {
  expect(["src/nowhere.ts", "#no-such-heading", "#licence", "src/README.md#glossary"].map((link) => isThere("README.md", link))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
