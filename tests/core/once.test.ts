import { expect, test } from "vitest";
import { once, onceEach } from "../../src/core/once.ts";

test("once(compute) computes at the first call only, null as well", () => {
  let calls = 0;
  const value = once(() => {
    calls++;
    return null;
  });
  expect([calls, value(), value(), calls]).toEqual([0, null, null, 1]);
});

test("onceEach(compute) computes once for each name", () => {
  const asked: string[] = [];
  const lengthOf = onceEach((name) => {
    asked.push(name);
    return name.length;
  });
  expect([lengthOf("west"), lengthOf("south"), lengthOf("west")]).toEqual([4, 5, 4]);
  expect(asked).toEqual(["west", "south"]);
});
