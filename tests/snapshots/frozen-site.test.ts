import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { copyCheckout } from "../../scripts/tools/elsewhere.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { metricsDocument } from "../../src/publish/metrics-document.ts";
import { writeCanaryCompany } from "../browser/support/canary-company.ts";
import { relationsOf } from "../deck/opened.ts";
import { type Ended, filesOf, runIn } from "../setup/checkout.ts";

const QUARTER = "2026Q2";

let checkout: string;
let dataDir: string;
let site: string;

const run = (script: string, ...args: string[]): Promise<Ended> =>
  runIn(checkout, [process.execPath, `scripts/${script}.ts`, ...args], { TANDEM_DATA: dataDir, TANDEM_OUT: site });
const freeze = (day: string, ...args: string[]) => run("freeze", QUARTER, "--day", day, ...args);

/** Of a company that exports its deals alone, and whose site lives below a path. */
beforeAll(async () => {
  const without = (await loadTables()).map(({ id }) => id).filter((id) => id !== "deals");
  dataDir = await writeCanaryCompany({ without, base: "/team/" });
  checkout = copyCheckout();
  site = join(checkout, "site");
  for (const day of ["2026-10-20", "2026-10-21"]) {
    const { code, said } = await freeze(day);
    expect(said).toContain(`${QUARTER}/v`);
    expect(code).toBe(0);
  }
  expect((await run("build")).code).toBe(0);
});

const frozenIn = (version: string) => join(site, "snapshots", QUARTER, version);
const pagesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));

/** Attributes of a page that hold an address, with the file that each leads to. */
function addressesOf(file: string): { address: string; leadsTo: string }[] {
  const { document } = parseHTML(readFileSync(file, "utf8"));
  return [...document.querySelectorAll("[href], [src], [data-site], [data-index]")].flatMap((element) =>
    ["href", "src", "data-site", "data-index"].flatMap((name) => {
      const address = element.getAttribute(name);
      if (!address || address.startsWith("#")) return [];
      return [{ address, leadsTo: join(dirname(file), decodeURI(address.replace(/[?#].*$/s, ""))) }];
    }),
  );
}

describe("the pages of a snapshot", () => {
  test("lead to files that are there, by addresses relative to their own", () => {
    const found = pagesIn(frozenIn("v1")).flatMap((path) => addressesOf(join(frozenIn("v1"), path)).map((each) => ({ path, ...each })));
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ address }) => /^(\/|[a-z]+:)/.test(address))).toEqual([]);
    expect(found.filter(({ leadsTo }) => !existsSync(leadsTo))).toEqual([]);
  });

  test("reach frozen files only, but for the two ways to the live site in their bar", () => {
    const snapshots = join(site, "snapshots");
    for (const path of pagesIn(frozenIn("v1"))) {
      const out = addressesOf(join(frozenIn("v1"), path)).filter(({ leadsTo }) => {
        const place = relative(snapshots, leadsTo);
        return !place.startsWith("store/") && !place.startsWith(`${QUARTER}/v1/`);
      });
      expect(out.length, path).toBe(/embed\/|^review\./.test(path) ? 0 : 2);
    }
  });

  test("are about the frozen period, and say which version they are, and their seal", () => {
    const document = metricsDocument.parse(JSON.parse(readFileSync(join(frozenIn("v1"), "api/metrics.json"), "utf8")));
    expect(document.period).toBe(QUARTER);
    const seals = ["v1", "v2"].map((version) => {
      const { seal } = JSON.parse(readFileSync(join(dataDir, "snapshots", QUARTER, version, "manifest.json"), "utf8")) as { seal: string };
      const { document } = parseHTML(readFileSync(join(frozenIn(version), "en/index.html"), "utf8"));
      const { foot, snapshot } = document.documentElement.dataset;
      const [bar, colophon] = [".frozen-bar", ".colophon"].map((part) => document.querySelector(part)?.textContent);
      for (const named of [bar, snapshot]) expect(named).toContain(`version ${version.slice(1)}`);
      for (const sealed of [bar, colophon, foot, snapshot]) expect(sealed).toContain(seal);
      return seal;
    });
    expect(seals[0]).not.toBe(seals[1]);
  });

  test("have a deck in each language whose links lead to what is there", () => {
    for (const deck of ["review.zh.pptx", "review.en.pptx"]) {
      const links = relationsOf(readFileSync(join(frozenIn("v1"), deck))).filter(({ isOutside }) => isOutside);
      expect(links.length, deck).toBeGreaterThan(4);
      const missing = links.filter(({ target }) => {
        const [path = "", id] = target.split("#");
        const file = join(frozenIn("v1"), decodeURI(path));
        return !existsSync(file) || (id !== undefined && !readFileSync(file, "utf8").includes(`id="${id}"`));
      });
      expect(missing, deck).toEqual([]);
    }
  });

  test("have a review in one file, which needs no other", () => {
    const { document } = parseHTML(readFileSync(join(frozenIn("v1"), "review.zh.html"), "utf8"));
    expect(document.querySelectorAll("section.slide").length).toBeGreaterThan(4);
    expect(document.querySelectorAll("script, link, img, [src]").length).toBe(0);
  });

  test("are listed on the live site, the latest first", () => {
    const { document } = parseHTML(readFileSync(join(site, "snapshots/index.html"), "utf8"));
    const links = [...document.querySelectorAll("main tbody tr > :first-child a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual([`/team/snapshots/${QUARTER}/v2/`, `/team/snapshots/${QUARTER}/v1/`]);
  });
});

describe("short addresses", () => {
  test("of every figure of every version lead to it", () => {
    const codes = readdirSync(join(site, "c"));
    const targets = codes.map((code) => {
      const html = readFileSync(join(site, "c", code, "index.html"), "utf8");
      const [, path = "", figure = ""] = /url=([^"#]*)#([^"]*)/.exec(html) ?? [];
      return { file: join(site, "c", code, path, "index.html"), figure };
    });
    for (const version of ["v1", "v2"])
      expect(targets.filter(({ file }) => file.includes(`/${QUARTER}/${version}/`)).length).toBeGreaterThan(10);
    expect(targets.filter(({ file, figure }) => !readFileSync(file, "utf8").includes(`<figure id="${figure}"`))).toEqual([]);
  });

  test("are told by the figures themselves, as is their snapshot by live pages", () => {
    const { document } = parseHTML(readFileSync(join(frozenIn("v2"), "metrics/win-rate/index.html"), "utf8"));
    const code = [document.querySelector("figure"), document.documentElement].map((element) => element?.getAttribute("data-code")).join("");
    expect(existsSync(join(site, "c", code, "index.html"))).toBe(true);
    const live = parseHTML(readFileSync(join(site, "en/index.html"), "utf8")).document.documentElement.getAttribute("data-frozen");
    expect(JSON.parse(live ?? "")).toMatchObject({ [QUARTER]: { root: `/team/snapshots/${QUARTER}/v2/en/` } });
  });
});

test("the data package of a snapshot names its files", () => {
  const { resources } = JSON.parse(readFileSync(join(frozenIn("v1"), "datapackage.json"), "utf8")) as {
    resources: Record<string, string>[];
  };
  expect(resources.length).toBeGreaterThan(5);
  for (const { path = "", schema = "" } of resources)
    for (const file of [path, schema]) expect(existsSync(join(frozenIn("v1"), file)), file).toBe(true);
});

describe("freezing again", () => {
  test("costs what differs", () => {
    const bytes = (version: string) => readFileSync(join(dataDir, "snapshots", QUARTER, version, "data/pages.tar.zst")).byteLength;
    expect(bytes("v2")).toBeLessThan(bytes("v1") / 10);
  });

  test("writes nothing on trial, for a period that is not over, or for one that is none", async () => {
    const before = filesOf([join(dataDir, "snapshots")]);
    expect((await freeze("2026-10-22", "--dry-run")).said).toContain(`would freeze ${QUARTER}/v3`);
    const running = await run("freeze", "2026Q4");
    expect(running.said).toContain("it ends on 2026-12-31");
    expect(running.code).toBe(1);
    expect((await run("freeze", "2026Q9")).said).toContain("did you mean 2026Q");
    expect(filesOf([join(dataDir, "snapshots")])).toEqual(before);
  });
});

describe("after the code has changed", () => {
  test("every frozen address still has the same bytes", async () => {
    const before = filesOf([join(site, "snapshots", QUARTER), join(site, "snapshots/store")]);
    appendFileSync(join(checkout, "src/i18n/zh/words.ts"), "\nwords.skip = '换一种说法';\n");
    expect((await run("build")).code).toBe(0);
    expect(readFileSync(join(site, "index.html"), "utf8")).toContain("换一种说法");
    expect(filesOf([join(site, "snapshots", QUARTER), join(site, "snapshots/store")])).toEqual(before);
  });

  test("a byte that was changed stops the build by name", async () => {
    const file = join(dataDir, "snapshots", QUARTER, "v1/data/pages.tar.zst");
    appendFileSync(file, "x");
    const { code, said } = await run("build");
    expect(code).toBe(1);
    expect(said).toContain(`snapshots/${QUARTER}/v1/data/pages.tar.zst was changed`);
  });
});
