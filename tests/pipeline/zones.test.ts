import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import { copyCheckout } from "../../scripts/tools/elsewhere.ts";
import { BUILT_DATA } from "../../src/data/documents.ts";
import { companyFolder } from "./company.ts";
import { REQUEST_HEADER, request, SUPPORT } from "./service.ts";
import { ZONES } from "./zones.ts";

/** Requests around a weekend, a make-up Saturday, the ends of days and of a month; each falls on another day in another zone. */
const SERVICE = {
  ...SUPPORT,
  "exports/service_requests": [
    REQUEST_HEADER,
    "S-1,sales,rnd,support,,sensors,east,smb,,2026-03-06 17:00,2026-03-07 00:10,,2026-03-09 09:30,,,5",
    "S-2,sales,rnd,support,,sensors,west,smb,,2026-02-13 23:50,,,2026-02-14 17:59,,,4",
    "S-3,sales,rnd,support,,sensors,west,smb,,2026-02-14 08:00,2026-02-24 09:00,,2026-02-24 12:00,,,",
    "S-4,sales,rnd,support,,sensors,east,smb,,2026-03-31 23:59,,2026-04-01 00:01,,,,",
  ],
};

/** A request of a year whose days off are not known; four of them are no slip. */
const unknownYear = (id: string) => request(id, "2003-12-31 23:30", "2004-01-02 09:00");

const UNKNOWN_YEAR = {
  ...SERVICE,
  "exports/service_requests": [...SERVICE["exports/service_requests"], ...["S-5", "S-6", "S-7", "S-8"].map(unknownYear)],
};

const checkout = copyCheckout();

/** Lines of progress say how long a step took. */
const isProgress = (line: string) => /\d\.\d s$/.test(line);

/** Builds in a copy of the checkout, since the built data have one place in each. */
function buildIn(zone: string, dataDir: string) {
  const data = join(checkout, BUILT_DATA);
  rmSync(data, { recursive: true, force: true });
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, TANDEM_DATA: dataDir, TZ: zone };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/data.ts"], { cwd: checkout, env, encoding: "utf8" });
  const files = globSync("**", { cwd: data }).sort();
  const bytes = files.map((file) => [file, readFileSync(join(data, file)).toString("base64")]);
  return { status, bytes, failure: status === 0 ? "" : stderr.split("\n").filter((line) => !isProgress(line)) };
}

function buildEverywhere(files: Readonly<Record<string, readonly string[]>>) {
  const folder = companyFolder({ files });
  const built = ZONES.map(([zone]) => buildIn(zone, folder));
  rmSync(folder, { recursive: true });
  return built;
}

let sound: ReturnType<typeof buildEverywhere>;
let failing: ReturnType<typeof buildEverywhere>;
beforeAll(() => {
  sound = buildEverywhere(SERVICE);
  failing = buildEverywhere(UNKNOWN_YEAR);
});

describe("a build of the data under three time zones", () => {
  test("gives the same bytes in every file", () => {
    const [first, ...others] = sound;
    expect(first).toMatchObject({ status: 0, bytes: expect.arrayContaining([["manifest.json", expect.any(String)]]) });
    expect(others).toEqual([first, first]);
  });

  test("fails with the same code and the same words, and writes nothing", () => {
    const [first, ...others] = failing;
    const said = expect.stringContaining("days off and the make-up weekends of 2003");
    expect(first).toMatchObject({ status: 1, bytes: [], failure: expect.arrayContaining([said]) });
    expect(others).toEqual([first, first]);
  });
});
