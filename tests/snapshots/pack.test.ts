import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { filesOf, firstFilesOf, packed, tarOf, unpacked } from "../../scripts/snapshots/pack.ts";

const LONG = "a/".repeat(90);
const files = new Map([
  ["index.html", Buffer.from("<p>one</p>")],
  ["部门/研发部/index.html", Buffer.from("二")],
  [`${LONG}index.html`, Buffer.alloc(0)],
]);

describe("tarOf(files)", () => {
  test("gives back what was put in, names of any script and length included", async () => {
    expect(new Map([...(await filesOf(await tarOf(files)))].sort())).toEqual(new Map([...files].sort()));
  });

  test("is the same bytes whatever the order", async () => {
    const other = new Map([...files].reverse());
    expect((await tarOf(other)).equals(await tarOf(files))).toBe(true);
  });
});

describe("packed(tar, base)", () => {
  const noise = (size: number) => randomBytes(size).toString("base64");
  const before = new Map([...Array(40).keys()].map((i) => [`${i}/index.html`, Buffer.from(noise(20_000))]));
  const after = new Map([...before].map(([path, page]) => [path, Buffer.concat([Buffer.from("v2"), page])]));

  test("stores what differs from its base alone, and gives all of it back", async () => {
    const [base, tar] = [await tarOf(before), await tarOf(after)];
    const beside = packed(tar, base);
    expect(beside.byteLength).toBeLessThan(packed(tar, null).byteLength / 50);
    expect(unpacked(beside, base).equals(tar)).toBe(true);
  });

  test("gives its first files alone", async () => {
    const [base, paths] = [await tarOf(before), [...after.keys()].sort()];
    const first = await firstFilesOf(packed(await tarOf(after), base), base, paths[2] ?? "");
    expect([...first]).toEqual(paths.slice(0, 3).map((path) => [path, after.get(path)]));
  });

  test("is not unpacked with another base", async () => {
    const beside = packed(await tarOf(after), await tarOf(before));
    expect(() => unpacked(beside, Buffer.from("another".repeat(1000)))).toThrow();
  });

  test("refuses what could not be unpacked again", () => {
    expect(() => packed(Buffer.alloc(2 ** 30 + 1), null)).toThrow("a snapshot holds 1 GiB at most");
  });

  test("says that bytes were changed", async () => {
    const bytes = packed(await tarOf(before), null);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    expect(() => unpacked(bytes, null)).toThrow();
  });
});
