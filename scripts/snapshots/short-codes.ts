import type { Files } from "./pack.ts";

/** Among the pages of a snapshot: where the code of each figure leads, from the snapshot's root. */
export const CODES = "codes.json";

/** A figure of a page, with its code. */
const FIGURE = /<figure id="([^"]+)" data-code="([^"]+)"/g;

/** How well a page is the place of a figure: that of a metric is about little else. */
const isOwnPage = (path: string): boolean => path.startsWith("metrics/");

/** Where the code of each figure leads: to the figure on the page of a metric, else on the first page that has it, in the first language. Throws where two figures have one code. */
export function codesIn(pages: Files, locales: readonly string[]): Record<string, string> {
  const [, ...others] = locales;
  const isFirstLanguage = (path: string) => path.endsWith(".html") && !others.some((locale) => path.startsWith(`${locale}/`));
  const paths = [...pages.keys()].filter(isFirstLanguage).sort((a, b) => Number(isOwnPage(b)) - Number(isOwnPage(a)) || (a < b ? -1 : 1));
  const places = new Map<string, { figure: string; place: string }>();
  for (const path of paths) {
    for (const [, figure = "", code = ""] of Buffer.from(pages.get(path) ?? [])
      .toString("utf8")
      .matchAll(FIGURE)) {
      const known = places.get(code);
      if (known && known.figure !== figure) throw new Error(`${known.figure} and ${figure} have the same code: ${code}`);
      if (!known) places.set(code, { figure, place: `${path.replace(/index\.html$/, "")}#${figure}` });
    }
  }
  return Object.fromEntries([...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { place }]) => [code, place]));
}

const LINKS = { zh: "打开冻结的图表", en: "Open the frozen figure" };

/** The page at `/c/<code>/`: leads a browser on, without script, to a figure of a snapshot. */
export function codePage(snapshot: string, place: string): string {
  const address = (language: string) => `../../snapshots/${snapshot}/${language}${place}`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=${address("")}"><title>${snapshot}</title><p><a href="${address("")}">${LINKS.zh}</a> · <a href="${address("en/")}" lang="en">${LINKS.en}</a></p></html>\n`;
}
