import { describe, expect, test } from "vitest";
import { relocate } from "../../scripts/snapshots/relocate.ts";

const FILES = [
  "index.html",
  "icon.svg",
  "response/index.html",
  "en/departments/研发部/index.html",
  "metrics/revenue.csv",
  "_astro/x.abc.js",
  "data/site.0123456789.json",
];
const site = (base: string) => ({ base, has: (path: string) => FILES.includes(path) });
const moved = (html: string, path: string, base = "/") => relocate(html, path, site(base));

describe("relocate(html, path, site)", () => {
  test.for([
    ['<a href="/">', "index.html", '<a href="index.html">'],
    ['<a href="/response/?region=east#x">', "index.html", '<a href="response/index.html?region=east#x">'],
    ['<a href="/">', "en/departments/研发部/index.html", '<a href="../../../index.html">'],
    [
      '<a href="/en/departments/%E7%A0%94%E5%8F%91%E9%83%A8/">',
      "response/index.html",
      '<a href="../en/departments/%E7%A0%94%E5%8F%91%E9%83%A8/index.html">',
    ],
    ['<a href="/metrics/revenue.csv" download>', "response/index.html", '<a href="../metrics/revenue.csv" download>'],
  ] as const)("leads from a page to a page, as a file: %s", ([html, path, expected]) => {
    expect(moved(html, path)).toBe(expected);
  });

  test("leads into the store, beside the folders of all periods, for what is named by its content", () => {
    const html = '<script type="module" src="/_astro/x.abc.js"></script><html data-site="/data/site.0123456789.json">';
    expect(moved(html, "response/index.html")).toBe(
      '<script type="module" src="../../../store/_astro/x.abc.js"></script><html data-site="../../../store/data/site.0123456789.json">',
    );
  });

  test("says where the snapshot begins", () => {
    expect(moved('<html data-root="/">', "index.html")).toBe('<html data-root="./">');
    expect(moved('<html data-root="/">', "en/departments/研发部/index.html")).toBe('<html data-root="../../../">');
  });

  test("leads out of the snapshot to the live site", () => {
    expect(moved('<a href="/../../../en/response/">', "response/index.html")).toBe('<a href="../../../../en/response/index.html">');
  });

  test("knows the site by the base for which it was built", () => {
    expect(moved('<a href="/team/response/">', "index.html", "/team/")).toBe('<a href="response/index.html">');
  });

  test("leaves text, and attributes that hold no address of the site, as they are", () => {
    const html = '<p title="/no/page/">href="/response"</p><a href="#x">';
    expect(moved(html, "index.html")).toBe(html);
  });

  test("refuses a link to what is not in the site", () => {
    expect(() => moved('<a href="/gone/">', "response/index.html")).toThrow(
      "response/index.html has a link to what is not in the site: /gone/",
    );
  });
});
