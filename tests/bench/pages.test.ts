import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { weighPages } from "../../scripts/bench/pages.ts";

const STYLE = "a { color: teal }".repeat(40);
const page = (body: string) =>
  `<!doctype html><html><head><link rel="stylesheet" href="/house/style.css"></head><body>${body}</body></html>`;

function site(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-pages-"));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const gzip = (...texts: string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

describe("weighPages", () => {
  test("counts a page with its style sheet, each loaded file once, and gives the heaviest first", async () => {
    const [light, heavy] = [page("short"), page(`<img src="/house/a.svg"><img src="/house/a.svg">`)];
    const folder = site({ "index.html": light, "more/index.html": heavy, "style.css": STYLE, "a.svg": "<svg/>" });
    expect(await weighPages(folder, "/house/")).toEqual([
      { page: "more/index.html", raw: heavy.length + STYLE.length + 6, gzip: gzip(heavy, STYLE, "<svg/>") },
      { page: "index.html", raw: light.length + STYLE.length, gzip: gzip(light, STYLE) },
    ]);
  });

  test("leaves out what a reader must click on", async () => {
    const linked = page(`<a href="/house/big.csv">all figures</a>`);
    const folder = site({ "index.html": linked, "style.css": STYLE, "big.csv": "1\n".repeat(10_000) });
    expect(await weighPages(folder, "/house/")).toEqual([
      { page: "index.html", raw: linked.length + STYLE.length, gzip: gzip(linked, STYLE) },
    ]);
  });

  test("fails when a page loads a file that is not there", async () => {
    await expect(weighPages(site({ "index.html": page("") }), "/house/")).rejects.toThrow("style.css");
  });
});
