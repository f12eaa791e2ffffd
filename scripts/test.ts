import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataStep, siteStep } from "./build.ts";
import { sampleFolder } from "./sample/made-sample.ts";
import { ensureChromium } from "./tools/browser.ts";
import { commandOf, runNode } from "./tools/command.ts";
import { buildElsewhere } from "./tools/elsewhere.ts";
import { readOptions } from "./tools/options.ts";
import { reportFailure } from "./tools/report-failure.ts";
import { runCommand } from "./tools/run-command.ts";
import { readSettings } from "./tools/settings.ts";
import { refresh } from "./tools/stamp.ts";
import { atWork } from "./tools/work-places.ts";

interface Outcome {
  passed: number;
  failed: number;
}

const command = (packageName: string, ...args: string[]) => runNode(commandOf(packageName), ...args);

/** What is checked besides the tests, in this order; each counts as one. */
const checks: Record<string, () => Promise<number>> = {
  // of pages and of all code that tsconfig.json includes, by the same compiler as tsc
  types: () => command("astro", "check"),
  "lint and format": () => command("@biomejs/biome", "check", "--error-on-warnings"),
  "format of pages": () => command("prettier", "--check", "src/**/*.astro"),
  "unused code": () => command("knip"),
  data: () => refresh(dataStep(readSettings())),
  site: () => refresh(siteStep(readSettings())),
  browser: async () => {
    process.env["TANDEM_CHROMIUM"] = await ensureChromium();
    return 0;
  },
};

async function check(name: string, work: () => Promise<number>): Promise<Outcome> {
  console.log(`\n── ${name}`);
  try {
    if ((await work()) === 0) return { passed: 1, failed: 0 };
  } catch (error) {
    reportFailure(error);
  }
  return { passed: 0, failed: 1 };
}

/** Tests know the sample by name. Where a company has put its own data in the place of the sample, they get one that is made, and its site. */
async function findSample(): Promise<void> {
  const { dataDir } = readSettings();
  const sample = await sampleFolder(dataDir);
  if (sample !== dataDir) Object.assign(process.env, { TANDEM_DATA: sample, TANDEM_OUT: buildElsewhere(sample) });
}

/** Runs the tests of `tests/`. Nothing counted, or a failure that no test owns up to, is one failure. */
async function runTests(): Promise<Outcome> {
  console.log("\n── tests");
  await findSample();
  const report = join(await mkdtemp(join(tmpdir(), "tandem-")), "tests.json");
  const code = await command(
    "vitest",
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  );
  const counts = await readFile(report, "utf8").then(JSON.parse, () => ({ numPassedTests: 0, numFailedTests: 0 }));
  const { numPassedTests: passed, numFailedTests: failed } = counts;
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isUnexplained ? 1 : failed };
}

/** All checks, then the tests; gives 1 when anything failed. */
async function checkAll(): Promise<number> {
  const outcomes: Outcome[] = [];
  const failures: string[] = [];
  for (const [name, work] of Object.entries(checks)) {
    const outcome = await check(name, work);
    if (outcome.failed) failures.push(name);
    outcomes.push(outcome);
  }
  outcomes.push(await runTests());
  const total = (key: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  if (failures.length) console.log(`\nFailed besides the tests: ${failures.join(", ")}`);
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  readOptions({});
  return atWork(readSettings(), checkAll);
}

if (import.meta.main) runCommand(main);
