import { describe, expect, test } from "vitest";
import { distinctNames } from "../../scripts/cubes/distinct-names.ts";

const named = (...names: readonly string[]) => names.map((name) => ({ id: name, label: { zh: name, en: `${name}!` } }));
const namesIn = (members: ReturnType<typeof distinctNames>) => members.map(({ label }) => [label.zh, label.en]);

describe("distinctNames(members)", () => {
  test.each([
    ["a zero-width blank", "T1\u200b", "T1⟨U+200B⟩"],
    ["a blank that does not break", "T\u00a01", "T⟨U+00A0⟩1"],
    ["a mark of direction", "\u200eT1", "⟨U+200E⟩T1"],
  ])("writes out %s by which two names differ", (_, name, written) => {
    expect(namesIn(distinctNames(named("T1", name)))).toEqual([
      ["T1", "T1!"],
      [written, `${written}!`],
    ]);
  });

  test("leaves a name that looks like no other as it is", () => {
    const members = named("👩‍💻", "T\u200b1", "T 2");
    expect(distinctNames(members)).toEqual(members);
  });

  test("keeps ids and order", () => {
    expect(distinctNames(named("b", "a", "a\u200b")).map(({ id }) => id)).toEqual(["b", "a", "a\u200b"]);
  });
});
