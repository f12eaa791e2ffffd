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
  [/^a time not after (.+)$/, "不晚于 $1 的时刻"],
  [/^a day on or after (\S+) and (\S+)$/, "不早于 $1 与 $2 的日期"],
  [/^a day on or after (\S+)$/, "不早于 $1 的日期"],
  [/^an outcome exactly when there is a (\S+)$/, "有 $1 时须有结果，没有时须为空"],
  [/^a reason only when the outcome is (\S+)$/, "仅当结果为 $1 时才有原因"],
  [/^a reason exactly when the outcome is (\S+)$/, "结果为 $1 时须有原因，否则须为空"],
  [/^a department exactly when the lost_reason is (\S+)$/, "丢单原因为 $1 时须有部门，否则须为空"],
  [/^a cause only when the lost_reason is (\S+)$/, "仅当丢单原因为 $1 时才有延误性质"],
  [/^a department, unless the level is company$/, "有部门（公司层级除外）"],
  [/^a role exactly when the level is role$/, "岗位层级须有岗位，其他层级须为空"],
  [/^no more than (\S+)$/, "不大于 $1"],
  [/^either (.+) or (.+), not both$/, "$1 与 $2 只能有一个"],
  [/^a flag such as (.+)$/, "是或否，例如 $1"],
  [/^a quarter such as (.+)$/, "季度，例如 $1"],
  [/^a key that no record before has$/, "与前面的记录不重复的编号"],
  [/^a key that no record before has, or another (\S+)$/, "与前面的记录不重复的编号，或不同的 $1"],
  [/^an exact identifier: a whole number up to (\d+), or text$/, "精确的编号：不大于 $1 的整数，或文字"],
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
