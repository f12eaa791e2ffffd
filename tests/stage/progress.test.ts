import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createProgress, fileTable } from "../../scripts/tools/progress.ts";

/** A stream that keeps what it is given; a terminal when it says so. */
function sink(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return {
    stream: Object.assign(stream, { isTTY, cursorTo: () => true, clearLine: () => true, moveCursor: () => true, columns: 120 }),
    written,
  };
}

describe("createProgress(stream)", () => {
  test("writes a plain line per task where there is no terminal", async () => {
    const { stream, written } = sink(false);
    const result = await createProgress(stream).task("orders a.csv", async (task) => {
      task.update(1, 12_345);
      return "done";
    });
    expect([result, written.join("")]).toEqual(["done", expect.stringMatching(/^orders a\.csv: 12,345 records, \d+\.\d s\n$/)]);
  });

  test("draws a bar on a terminal", async () => {
    const { stream, written } = sink(true);
    await createProgress(stream).task("orders a.csv", async (task) => task.update(0.5, 12_345));
    expect(written.join("")).toMatch(/orders a\.csv +█+ 100 % 12,345 \d+\.\d s/);
  });

  test("draws a bar for each of several tasks at once", async () => {
    const { stream, written } = sink(true);
    const progress = createProgress(stream);
    let end = () => {};
    const first = progress.task("orders a.csv", () => new Promise<void>((resolve) => (end = resolve)));
    await progress.task("survey b.csv", async (task) => task.update(0.5, 7));
    end();
    await first;
    const last = written.join("").slice(-400);
    expect(last).toMatch(/orders a\.csv +█+ 100 %/);
    expect(last).toMatch(/survey b\.csv +█+ 100 % 7/);
  });

  test("hands on what a step throws", async () => {
    const { stream } = sink(true);
    await expect(
      createProgress(stream).step("fact sales", () => {
        throw new Error("no table");
      }),
    ).rejects.toThrow("no table");
  });
});

test("fileTable(files) lines up names of any script and adds everything up", () => {
  const files = [
    { file: "exports/订单.csv", read: 1200, accepted: 1190, replaced: 7, repeated: 2, merged: 0, set_aside: 4, rejected: 1, seconds: 0.25 },
    {
      file: "exports/orders-2026.parquet",
      read: 3,
      accepted: 3,
      replaced: 0,
      repeated: 0,
      merged: 0,
      set_aside: 0,
      rejected: 0,
      seconds: 1,
    },
  ];
  expect(fileTable(files)).toBe(
    [
      "file                          read  accepted  replaced  repeated  set aside  rejected  seconds",
      "exports/订单.csv             1,200     1,190         7         2          4         1      0.3",
      "exports/orders-2026.parquet      3         3         0         0          0         0      1.0",
      "total                        1,203     1,193         7         2          4         1      1.3",
    ].join("\n"),
  );
});
