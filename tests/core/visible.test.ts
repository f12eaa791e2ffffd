import { expect, test } from "vitest";
import { visible } from "../../src/core/visible.ts";

test.each([
  ["a zero-width blank", "ab\u200Bc", "ab⟨U+200B⟩c"],
  ["a byte order mark inside", "a\uFEFFb", "a⟨U+FEFF⟩b"],
  ["a blank that does not break", "12\u00A0345", "12⟨U+00A0⟩345"],
  ["an ideographic blank", "张\u3000三", "张⟨U+3000⟩三"],
  ["marks of direction", "\u202Eabc\u2069", "⟨U+202E⟩abc⟨U+2069⟩"],
  ["control characters", "a\tb\r\n\0\u0085", "a⟨U+0009⟩b⟨U+000D⟩⟨U+000A⟩⟨U+0000⟩⟨U+0085⟩"],
  ["a soft hyphen and a filler", "a\u00ADb\u3164", "a⟨U+00AD⟩b⟨U+3164⟩"],
  ["half a surrogate pair", "a\uD800", "a⟨U+D800⟩"],
  ["a tag beyond the first plane", "a\u{E0041}", "a⟨U+E0041⟩"],
])("visible(text) writes out %s", (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("visible(text) leaves what people see as it is", () => {
  const text = "D-1 “好”, 5 % – ￥80 𠮷 😀 é ①";
  expect(visible(text)).toBe(text);
});
