import { HtmlValidate } from "html-validate";
import { readSiteFile, siteFiles } from "./files.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  // a `details` is no section of a page, so that the head of a row may have one (HTML, 4.9.10)
  elements: ["html5", { details: { inherit: "details", sectioning: false } }],
  rules: {
    // what Astro and Plot write is valid HTML5, in a style of their own
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "long-title": "off",
  },
});

/** What is wrong with the pages of a built site, by default of this checkout's, each with its place. */
export async function htmlProblems(dir?: string): Promise<string[]> {
  const problems: string[] = [];
  for (const file of siteFiles("**/*.html", dir)) {
    const { results } = await validator.validateString(readSiteFile(file, dir));
    problems.push(
      ...results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
      ),
    );
  }
  return problems;
}
