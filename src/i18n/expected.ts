import type { Locale } from "../core/text.ts";

/** What a reject was expected to be, as the reader of exports says it, and the same in Chinese. */
const IN_CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^a value$/, "有值"],
  [/^a number$/, "数字"],
  [/^a whole number$/, "整数"],
  [/^a whole number up to (.+)$/, "不大于 $1 的整数"],
  [/^a number of at least (.+)$/, "不小于 $1 的数字"],
  [/^a number of at most (.+)$/, "不大于 $1 的数字"],
  [/^a date such as (.+)$/, "日期，例如 $1"],
  [/^a time such as (.+)$/, "时刻，例如 $1"],
  [/^a time on or after (.+)$/, "不早于 $1 的时刻"],
  [/^either (.+) or (.+), not both$/, "$1 与 $2 只能有一个"],
  [/^a flag such as (.+)$/, "是或否，例如 $1"],
  [/^a quarter such as (.+)$/, "季度，例如 $1"],
  [/^a key that no record before has$/, "与前面的记录不重复的编号"],
  [/^an identifier .*$/, "编号（此处已被表格软件改成数字）"],
  [/^one of (\S+) where (\S+) is (\S+)$/, "$1 中的一个（$2 为 $3）"],
  [/^one of (.+)$/, "其中之一：$1"],
  [/^(\d+) fields$/, "$1 个字段"],
  [/^quotes around a whole field only$/, "引号只能包住整个字段"],
  [/^a separator or a line break after a closing quote$/, "右引号之后应为分隔符或换行"],
  [/^a closing quote$/, "右引号"],
  [/^text without NUL bytes$/, "不含 NUL 字节的文字"],
  [/^text in (.+)$/, "$1 编码的文字"],
];

/** What a reject was expected to be, in a language; where no words are known, as it was said. */
export function expectedIn(locale: Locale, expected: string): string {
  const known = locale === "zh" ? IN_CHINESE.find(([pattern]) => pattern.test(expected)) : undefined;
  return known ? expected.replace(known[0], known[1]) : expected;
}
