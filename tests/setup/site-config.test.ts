import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readSiteConfig } from "../../scripts/tools/site-config.ts";

const NEEDED = {
  ...{ title: { zh: "站", en: "Site" }, company: { zh: "司", en: "Company" } },
  ...{ fiscal_year_starts: 1, base: "/", minimum_group: 5, stale_after: 2 },
};

function readWith(given: object) {
  const folder = mkdtempSync(join(tmpdir(), "tandem-site-"));
  writeFileSync(join(folder, "site.yaml"), stringify({ ...NEEDED, ...given }));
  return readSiteConfig(folder);
}

describe("a minimum in site.yaml", () => {
  test("is 5 ratings, 3 lost deals and 2 holders of a role when nothing is said", () => {
    expect(readWith({})).toMatchObject({ minimum_ratings: 5, minimum_lost_deals: 3, minimum_role_holders: 2 });
  });

  test.each(["minimum_ratings", "minimum_lost_deals", "minimum_role_holders"] as const)("is 2 at least: %s", (name) => {
    expect(readWith({ [name]: 2 })[name]).toBe(2);
    expect(() => readWith({ [name]: 1 })).toThrow(`${name}: `);
  });
});

describe("survey_scale in site.yaml", () => {
  test("is 1 to 5, favourable from 4, when nothing is said", () => {
    expect(readWith({}).survey_scale).toEqual({ least: 1, most: 5, favourable: 4 });
  });

  test.each([[{ least: 1, most: 4, favourable: 3 }], [{ least: 0, most: 10, favourable: 9 }], [{ least: 0, most: 1, favourable: 1 }]])(
    "takes %j",
    (survey_scale) => {
      expect(readWith({ survey_scale }).survey_scale).toEqual(survey_scale);
    },
  );

  test.each([
    [{ least: 5, most: 1, favourable: 4 }, "survey_scale.most: expected more than least, which is 5"],
    [{ least: 1, most: 4, favourable: 5 }, "survey_scale.favourable: expected a score above 1, up to 4"],
    [{ least: 1, most: 4, favourable: 1 }, "survey_scale.favourable: expected a score above 1, up to 4"],
    [{ least: 1, most: 4 }, "survey_scale.favourable: "],
    [{ least: 0, most: 4.5, favourable: 3 }, "survey_scale.most: "],
    [{ least: 0, most: 4, favorable: 3 }, "favorable"],
  ])("%j is not one", (survey_scale, message) => {
    expect(() => readWith({ survey_scale })).toThrow(message);
  });
});

describe("time_zone in site.yaml", () => {
  test("is Asia/Shanghai when nothing is said", () => {
    expect(readWith({}).time_zone).toBe("Asia/Shanghai");
  });

  test.each(["Europe/Berlin", "Pacific/Kiritimati", "UTC", "PRC"])("takes %s", (time_zone) => {
    expect(readWith({ time_zone }).time_zone).toBe(time_zone);
  });

  test.each([
    ["Asia/Shangai", "such as Asia/Shanghai; did you mean Asia/Shanghai?, found Asia/Shangai"],
    ["+08:00", "found +08:00"],
    ["", 'found ""'],
    [8, "found 8"],
  ])("refuses %j, naming the place", (time_zone, found) => {
    expect(() => readWith({ time_zone })).toThrow(/site\.yaml:\d+ time_zone: /);
    expect(() => readWith({ time_zone })).toThrow(found);
  });

  test("says what a zone looks like", () => {
    expect(() => readWith({ time_zone: "Beijing" })).toThrow("time_zone: expected an IANA time zone such as Asia/Shanghai, found");
  });
});
