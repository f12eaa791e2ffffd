import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/tools/settings.ts";

const ENTRIES = [
  "src",
  "data",
  "scripts",
  "public",
  "tests",
  "README.md",
  "astro.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** The text files that people wrote, as they are in this working tree. */
const written = tracked.filter(
  (file) => /\.(ts|mjs|astro|css|sql|md|json|yaml)$/.test(file) && file !== "package-lock.json" && !file.startsWith("data/"),
);

describe("the repository", () => {
  test("has these entries at its top, and files whose names begin with a dot", () => {
    const top = new Set(tracked.map((file) => file.split("/")[0] ?? ""));
    expect([...top].filter((entry) => !entry.startsWith(".") && !ENTRIES.includes(entry))).toEqual([]);
    expect(top).toContain("package.json");
  });

  test("names no folder of the machine on which it was written", () => {
    const homes = ["root", "home", "Users", "work"].map((folder) => new RegExp(`(?<![\\w.)}*/-])/${folder}/\\w`));
    const isNamed = (text: string) => text.includes(ROOT) || text.includes(homedir() + sep) || homes.some((home) => home.test(text));
    expect(written.filter((file) => isNamed(read(file)))).toEqual([]);
  });

  test("names no host of a package registry", () => {
    const hosts = ["npmjs", "npmmirror", "yarnpkg"].map((name) => new RegExp(`\\b${name}\\.(org|com)\\b`));
    expect([...written, "package-lock.json"].filter((file) => hosts.some((host) => host.test(read(file))))).toEqual([]);
  });
});

/** Signs between Chinese characters that Chinese writes at full width; `!` is that of a cell of a workbook. */
const HALF_WIDTH =
  /[,;:?](?=[\p{Script=Han}“])|(?<=[\p{Script=Han}”）])[,;:?](?=[^\s"'`/|)\]]|$)|(?<=[\p{Script=Han}”])\(|\((?=\p{Script=Han})/u;

/** Texts in quotes, but for forms that texts are compared with. */
const quotedIn = (text: string) => (text.match(/`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"/gs) ?? []).filter((each) => !each.includes("(?"));

/** Comments before their English. */
const commentsIn = (text: string) => (text.match(/(?<=^\s*#).*$/gm) ?? []).map((each) => each.split(" · ")[0] ?? "");

test("Chinese has signs of full width, in what is said and in the comments of settings", () => {
  const ours = written.filter((file) => /^(scripts|src)\//.test(file) && !/^scripts\/sample\/(?!files\/)/.test(file));
  const saying = ours.flatMap((file) => {
    const texts = /\.(ts|astro)$/.test(file) ? quotedIn(read(file)) : file.endsWith(".yaml") ? commentsIn(read(file)) : [];
    return texts.filter((text) => HALF_WIDTH.test(text)).map((text) => `${file}: ${text}`);
  });
  expect(saying).toEqual([]);
});

/** What reads the time zone, the locale or the clock of the machine, so that the same exports would give different bytes elsewhere. */
const MACHINE_BOUND: Record<string, RegExp> = {
  "parts of a date in the machine's zone": /\.[gs]et(Date|Day|Month|FullYear|Hours|Minutes|Seconds|TimezoneOffset)\(/,
  "a date written in the machine's zone": /\.to(Locale)?(Date|Time)String\(/,
  "a date made in the machine's zone": /new Date\((\d|[^()]*,|["'`][^"'`]*[ T]\d\d:\d\d[^"'`Z]*["'`]\))/,
  "the machine's clock": /new Date\(\)|new Date(?!\()\b|Date\.now\(/,
  "the machine's locale": /\.toLocale\w*\(\)|\.localeCompare\([^,()]*\)|new Intl\.\w+\(\)/,
  "a calendar in the machine's zone": /from "chinese-days"/,
};

/** Who waits for another process has to know the time; nothing of it reaches the site. */
const BOUND_TO_THE_MACHINE = ["scripts/tools/lock.ts", "scripts/tools/owner.ts"];

describe("code", () => {
  const code = written.filter((file) => /^(src|scripts)\/.*\.(ts|mjs|astro)$/.test(file) && !BOUND_TO_THE_MACHINE.includes(file));

  test.each(Object.entries(MACHINE_BOUND))("asks nowhere for %s", (_, pattern) => {
    expect(code.filter((file) => pattern.test(read(file)))).toEqual([]);
  });

  test.each([
    ["parts of a date in the machine's zone", "new Date(day).getDay()"],
    ["a date written in the machine's zone", "day.toLocaleDateString('en')"],
    ["a date made in the machine's zone", 'new Date("2026-03-05 14:05")'],
    ["a date made in the machine's zone", "new Date(2026, 2, 5)"],
    ["a date made in the machine's zone", "new Date(year, month)"],
    ["the machine's clock", "new Date()"],
    ["the machine's locale", "names.sort((a, b) => a.localeCompare(b))"],
    ["the machine's locale", "count.toLocaleString()"],
    ["a calendar in the machine's zone", 'import chineseDays from "chinese-days";'],
  ])("would be found to ask for %s: %s", (kind, line) => {
    expect(line).toMatch(MACHINE_BOUND[kind] as RegExp);
  });
});
