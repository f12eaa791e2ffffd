import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { draftText, writeDraft } from "../../scripts/calendar/draft.ts";
import { computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { parseMonth } from "../../src/core/periods.ts";
import { companyFolder } from "./company.ts";
import { REQUEST_HEADER, request, SUPPORT } from "./service.ts";

/** A request that is opened on a Friday evening and resolved on the Monday after, within a working day. */
const REQUESTS = [REQUEST_HEADER, request("R-1", "2047-03-01 17:00", "2047-03-04 15:00"), request("R-2", "2047-03-29 10:00")];

/** One that is opened before the year begins and resolved in it, and one that is open. */
const ACROSS = [REQUEST_HEADER, request("R-1", "2046-12-20 10:00", "2047-01-08 15:00"), request("R-2", "2047-03-28 10:00")];

const lines = (text: string) => text.replace("\uFEFF", "").trim().split(/\r?\n/);
const draft = lines(draftText(2047));
/** Without the column that says that days are provisional. */
const finishedOf = (year: number) => lines(draftText(year)).map((line) => line.replace(/,[^,]*$/, ""));
const finished = finishedOf(2047);

async function build(year: readonly string[], { name = "reference/calendar-2047", files = {} } = {}) {
  const folder = companyFolder({
    files: { ...SUPPORT, "exports/service_requests": REQUESTS, ...(year.length > 0 ? { [name]: year } : {}), ...files },
    site: { as_of: "2047-03-29" },
  });
  try {
    const { engine, manifest, remarks } = await computeCubes(folder, silentProgress);
    const { numRows } = await engine.read("select 1 from facts.promises where is_met");
    await engine.close();
    return { manifest, remarks, kept: numRows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a company whose data reach into a year without a notice", () => {
  test("is built with the days off by statute, and the build says so", async () => {
    const { remarks, manifest } = await build([]);
    expect(manifest.provisionalYears).toEqual(["2047"]);
    expect(remarks.join("\n")).toContain("npm run data -- --calendar 2047");
  });

  test("has figures that rest on its working days, in the months whose rows do", async () => {
    const { manifest } = await build([], { files: { "exports/service_requests": ACROSS, "reference/calendar-2046": finishedOf(2046) } });
    const provisionalIn = (id: string) => manifest.facts.find((fact) => fact.id === id)?.provisional;
    const [december, january, march] = ["2046-12", "2047-01", "2047-03"].map(parseMonth);
    expect(manifest.provisionalYears).toEqual(["2047"]);
    expect(provisionalIn("requests")).toEqual([]);
    expect(provisionalIn("resolutions")).toMatchObject([{ months: [january] }]);
    // one waited from December into January, and one still waits
    expect(provisionalIn("request_waits")).toMatchObject([{ months: [december, march] }, { months: [december, march] }]);
    expect(provisionalIn("open_requests")).toEqual([{ figures: ["is_overdue", "age_class"], months: [march] }]);
    // one fell due in December, was missed whatever the days off of January are, and took some of its working days
    expect(provisionalIn("promises")).toEqual([
      { figures: ["*"], months: [march] },
      { figures: ["clock_hours"], months: [december] },
    ]);
  });

  test("is provisional with a draft as it was written, and the build asks to finish it", async () => {
    const { remarks, manifest } = await build(draft);
    expect(manifest.provisionalYears).toEqual(["2047"]);
    expect(remarks.join("\n")).toContain("reference/calendar-2047.csv is a draft");
  });

  test("is not provisional with a finished file, whose days count", async () => {
    const saturday = "2047-03-02,1,周六补班,Made up for";
    expect(await build(finished)).toMatchObject({ manifest: { provisionalYears: [] }, remarks: [], kept: 1 });
    expect(await build([...finished, saturday])).toMatchObject({ manifest: { provisionalYears: [] }, kept: 0 });
  });

  test("has its own days over those of the file", async () => {
    const files = { "reference/calendar": ["day,is_working,zh,en", "2047-03-02,0,周六不补班,Off"] };
    expect(await build([...finished, "2047-03-02,1,周六补班,Made up for"], { files })).toMatchObject({ kept: 1 });
  });

  test.each([
    [
      "a day of another year",
      [...finished, "2048-01-01,0,,"],
      "reference/calendar-2047.csv:15 day: expected a day of 2047, found 2048-01-01",
    ],
    ["a day twice", [...finished, "2047-10-01,1,,"], "reference/calendar-2047.csv:15"],
    ["no day off that statute gives", finished.filter((line) => !line.startsWith("2047-05-01")), "2047-05-01, 劳动节 (Labour Day)"],
    ["a word that is neither yes nor no", [...finished, "2047-03-02,maybe,,"], "reference/calendar-2047.csv:15 is_working"],
  ])("is refused with %s in its file", async (_, file, message) => {
    await expect(build(file)).rejects.toThrow(message);
  });

  test("is refused with a file whose name has no year", async () => {
    await expect(build(finished, { name: "reference/calendar-next" })).rejects.toThrow(
      /reference\/calendar-next\.csv: [\s\S]*expected one of reference\/annotations\.csv, /,
    );
  });
});

describe("writeDraft(folder, year)", () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-draft-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("writes the days off by statute, each marked as provisional, and never over a file", () => {
    const path = writeDraft(folder, "2047");
    expect(lines(readFileSync(path, "utf8")).slice(0, 3)).toEqual([
      "day,is_working,zh,en,is_provisional",
      `2047-01-01,0,元旦,"New Year's Day",1`,
      "2047-01-25,0,春节,Spring Festival,1",
    ]);
    writeFileSync(path, "mine");
    expect(() => writeDraft(folder, "2047")).toThrow(`--calendar 2047: there is a file already, which is kept: ${path}`);
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  test.each([
    ["27", "--calendar expects a year from 2025 on, found 27"],
    ["2003", "--calendar expects a year from 2025 on, found 2003"],
    ["2026", "--calendar 2026: the State Council's notice of 2026 is known, so no file is needed"],
  ])("refuses %s", (year, message) => {
    expect(() => writeDraft(folder, year)).toThrow(message);
  });
});
