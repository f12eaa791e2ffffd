import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readOptions } from "../../scripts/tools/options.ts";

const KNOWN = { orders: { type: "string", default: "100" }, peers: { type: "boolean", default: false } } as const;

describe("readOptions(options)", () => {
  const given = process.argv;
  const read = (...args: string[]) => {
    process.argv = ["node", "script.ts", ...args];
    return readOptions(KNOWN);
  };
  beforeEach(() => {
    process.argv = [];
  });
  afterEach(() => {
    process.argv = given;
  });

  test("gives what is said, and the defaults of the rest", () => {
    expect({ ...read("--orders", "7") }).toEqual({ orders: "7", peers: false });
    expect({ ...read("--peers", "--orders=8") }).toEqual({ orders: "8", peers: true });
  });

  test.each([
    [["--order", "7"], "unknown option: --order; did you mean --orders? (known: --orders, --peers)"],
    [["-x"], "unknown option: -x"],
    [["peers"], "unknown word on the command line: peers; expected options only"],
    [["--orders"], "--orders"],
  ])("refuses %j", (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});
