import type { Text } from "../../src/core/text.ts";

const sign = (zh: string, en: string): Text => ({ zh, en });

const COLON = sign("半角冒号加空格（: ）", "an ordinary colon and a blank (: )");
const COMMA = sign("半角逗号加空格（, ）", "an ordinary comma and a blank (, )");
const QUOTE = sign("半角引号（\" 或 '）", "an ordinary quote (\" or ')");
const BLANKS = sign("普通空格", "ordinary blanks");
const bracket = (plain: string) => sign(`半角括号 ${plain}`, plain);

/** Characters that look like a sign of YAML, as a Chinese keyboard, a word processor or a web page gives them, and what YAML has instead. */
const SIGNS: Readonly<Record<string, { name?: Text; meant: Text }>> = {
  "：": { meant: COLON },
  "，": { meant: COMMA },
  "、": { meant: COMMA },
  "“": { meant: QUOTE },
  "”": { meant: QUOTE },
  "‘": { meant: QUOTE },
  "’": { meant: QUOTE },
  "｛": { meant: bracket("{") },
  "｝": { meant: bracket("}") },
  "［": { meant: bracket("[") },
  "］": { meant: bracket("]") },
  "【": { meant: bracket("[") },
  "】": { meant: bracket("]") },
  "\t": { name: sign("制表符", "a tab"), meant: BLANKS },
  "\u00A0": { name: sign("不换行空格", "a no-break space"), meant: BLANKS },
  "\u3000": { name: sign("全角空格", "a full-width blank"), meant: BLANKS },
};

/** What is within ordinary quotes, or a comment, may have any sign. */
const FREE = /"[^"]*"|'[^']*'|(?:^|\s)#.*$/g;

const codeOf = (character: string) => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

/** The first character of a line of YAML that only looks like one of its signs, and what was expected; undefined without any. */
export function wrongSignIn(line: string): { found: Text; expected: Text } | undefined {
  const character = [...line.replace(FREE, "")].find((each) => Object.hasOwn(SIGNS, each));
  if (character === undefined) return undefined;
  const { name = sign(character, character), meant } = SIGNS[character] as { name?: Text; meant: Text };
  const shown = line.trim();
  return {
    found: { zh: `${name.zh}（${codeOf(character)}）：${shown}`, en: `${name.en} (${codeOf(character)}) in ${shown}` },
    expected: meant,
  };
}
