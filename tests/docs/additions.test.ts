import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, matchesGlob, relative } from "node:path";
import ts from "typescript";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSystems } from "../../scripts/init/systems.ts";
import { commandOf } from "../../scripts/tools/command.ts";
import { copyCheckout } from "../../scripts/tools/elsewhere.ts";
import { ROOT } from "../../scripts/tools/settings.ts";
import type { Door } from "../../src/site/navigation.ts";
import { runIn } from "../setup/checkout.ts";
import { ADDITIONS, type Addition, ASKED } from "./additions.ts";
import { firstCodes, readDoc, section } from "./markdown.ts";

interface Fault {
  file: string;
  message: string;
}

const CONTRIBUTING = readDoc(".github/CONTRIBUTING.md");
const listed = (heading: string) => firstCodes(section(CONTRIBUTING, heading));

let checkout: string;

function make({ names, files }: Addition): void {
  for (const [path, edit] of Object.entries(files)) {
    const file = join(
      checkout,
      path.replace(/<(\w+)>/g, (_, name: string) => names[name] ?? name),
    );
    mkdirSync(dirname(file), { recursive: true });
    if (edit) writeFileSync(file, edit(existsSync(file) ? readFileSync(file, "utf8") : ""));
    else rmSync(file);
  }
}

/** What the compiler finds wrong in the copy. */
function faults(): Fault[] {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => expect.fail(String(messageText)),
  };
  const config = ts.getParsedCommandLineOfConfigFile(join(checkout, "tsconfig.json"), { noErrorTruncation: true }, host);
  const all = config?.fileNames ?? [];
  const code = all.filter((file) => /^(src|scripts)\/|^tests\/facts\/workshop/.test(relative(checkout, file)));
  return ts.getPreEmitDiagnostics(ts.createProgram(code, config?.options ?? {})).map(({ file, messageText }) => ({
    file: relative(checkout, file?.fileName ?? checkout),
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}

beforeAll(() => {
  checkout = copyCheckout();
  cpSync(join(ROOT, "tests"), join(checkout, "tests"), { recursive: true });
  Object.values(ADDITIONS).forEach(make);
});
afterAll(() => rmSync(checkout, { recursive: true }));

test("CONTRIBUTING has the additions that are made here", () => {
  const headings = CONTRIBUTING.split("\n").filter((line) => line.startsWith("### "));
  expect(headings).toEqual([...Object.keys(ADDITIONS), ...Object.keys(ASKED)]);
});

test.each(Object.entries(ADDITIONS))("%s touches the files that CONTRIBUTING lists", (heading, { files }) => {
  expect(Object.keys(files)).toEqual(listed(heading));
});

describe("what is added", () => {
  let site: ViteDevServer;
  beforeAll(async () => {
    site = await createServer({
      ...{ root: checkout, cacheDir: join(checkout, ".vite"), configFile: false, appType: "custom", logLevel: "error" },
      optimizeDeps: { noDiscovery: true },
      server: { middlewareMode: true, ws: false, watch: null },
    });
  });
  afterAll(() => site.close());

  test("is in the registries of the site, and what is removed is not", async () => {
    const { metrics, topics } = await site.ssrLoadModule("/src/site/registry.ts");
    const { metricsOf } = await site.ssrLoadModule("/src/site/all-kinds.ts");
    const { tables } = await site.ssrLoadModule("/src/publish/tables.ts");
    const { languageOf } = await site.ssrLoadModule("/src/i18n/languages.ts");
    const { doorsOf } = await site.ssrLoadModule("/src/site/navigation.ts");
    const idsOf = (named: readonly { id: string }[]) => named.map(({ id }) => id);
    const shownBy = (spec: string) => idsOf(metricsOf({ metrics, topics }, spec));
    expect(idsOf(metrics)).toEqual(expect.arrayContaining(["key-account-share", "partner-share"]));
    expect(idsOf(metrics)).not.toContain("hours-to-response");
    expect(idsOf(topics)).toContain("partners");
    expect(idsOf(tables)).toContain("visits");
    expect(languageOf("fr").words).toMatchObject({ total: "Total général", change: "Change" });
    expect(["open-work", "open-work.count", "clock"].map(shownBy)).toEqual([["open-backlog"], ["open-backlog"], []]);
    const doors: Door[] = doorsOf({ site: { topics, metrics: [] }, words: { nav: {}, more: {} }, say: String }, []);
    const paths = doors.flatMap((door) => ("links" in door ? door.links : [door])).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["partners/", "visits/"]));
  });

  test("is among the systems whose exports are known", () => {
    expect(loadSystems(join(checkout, "scripts/init/systems")).map(({ id }) => id)).toContain("shop");
  });

  test("passes the tests of every metric and of every file's place: the README's examples hold in the engine", async () => {
    const { code, said } = await runIn(
      checkout,
      [
        ...[process.execPath, commandOf("vitest"), "run", "--config", "tests/vitest.config.ts", "--project", "unit"],
        ...["tests/metrics", "tests/layers.test.ts", "-t", "key-account-share|partner|every file|imports"],
      ],
      { NO_COLOR: "1" },
    );
    expect(code, said).toBe(0);
    expect(said).toMatch(/Tests .*\b\d{2,} passed/);
  });
});

describe("the compiler", () => {
  let found: readonly Fault[];
  beforeAll(() => {
    Object.values(ASKED).forEach(make);
    found = faults();
  });

  test("finds nothing wrong in what is added", () => {
    const asked = ({ message }: Fault) => Object.values(ASKED).some(({ asks }) => asks.test(message));
    expect(found.filter((fault) => !asked(fault))).toEqual([]);
  });

  test.each(Object.entries(ASKED))("asks, %s, for the files that CONTRIBUTING lists", (heading, { files, asks }) => {
    const touched = [...Object.keys(files), ...found.filter(({ message }) => asks.test(message)).map(({ file }) => file)];
    const patterns = listed(heading);
    expect(touched.filter((file) => !patterns.some((pattern) => matchesGlob(file, pattern)))).toEqual([]);
    expect(patterns.filter((pattern) => !touched.some((file) => matchesGlob(file, pattern)))).toEqual([]);
  });
});
