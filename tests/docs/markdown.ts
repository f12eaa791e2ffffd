import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/tools/settings.ts";

export const readDoc = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** Every Markdown file of ours, from the repository's root. */
export const DOCS: readonly string[] = globSync(["*.md", "{.github,src,scripts,tests}/**/*.md"], {
  cwd: ROOT,
  exclude: ["**/node_modules/**"],
});

/** The lines below a heading, up to the next one that is not deeper. Throws when there is no such heading. */
export function section(markdown: string, heading: string): string {
  const lines = markdown.split("\n");
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`no heading "${heading}"`);
  const level = heading.indexOf(" ");
  const end = lines.findIndex((line, i) => i > start && /^#+ /.test(line) && line.indexOf(" ") <= level);
  return lines.slice(start + 1, end < 0 ? lines.length : end).join("\n");
}

/** The code that each row of the tables, or each item of the lists, begins with, in order. */
export const firstCodes = (markdown: string): string[] => [...markdown.matchAll(/^(?:\||-) `([^`]+)`/gm)].map(([, code = ""]) => code);

/** The fenced code of a language. */
export const fenced = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, code = ""]) => code);

/** Anchors of the headings, as GitHub writes them. */
export const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(" ", "-"),
  );
