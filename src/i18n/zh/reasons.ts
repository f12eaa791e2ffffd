import type { Reason, ReasonCode } from "../../core/reason.ts";
import { spaced, throughout } from "./spacing.ts";

/** What is said of a reason. */
interface ReasonWording<C extends ReasonCode> {
  /** What was expected, as the end of "expected …"; `nameOf` gives what a column is called. */
  expected: (reason: Reason & { code: C }, nameOf: (column: string) => string) => string;
  /** What is wrong. */
  meaning: string;
  /** What to do about it. */
  remedy: string;
}

export type ReasonWords = { readonly [C in ReasonCode]: ReasonWording<C> };

const MOMENTS = { day: "日期", time: "时刻" };
const RENAME = "或在 sources.yaml 的 values 中换成应有的值";
const AT_SOURCE = "在来源系统中更正";
const TIMES = "在来源系统中更正时间；若总是如此，请核对两列是否对应正确、是否同一时区。";
const SPOILT_FORM = "重新导出，文字一律加引号，字段内的引号写两遍。";

const written: ReasonWords = {
  value: {
    expected: () => "有值",
    meaning: "此列必填，导出中却没有值，或写着 sources.yaml 的 missing 所列的词。",
    remedy: "在来源系统中补上；若某个词不该算作缺失，请从 missing 中去掉。",
  },
  number: {
    expected: () => "数字",
    meaning: "这段文字不是数字；千分位、括号（负数）、%、万、亿、¥、元都可以带，其他文字不行。",
    remedy: `按普通数字（如 1234.5）导出，${RENAME}。`,
  },
  "whole-number": {
    expected: () => "整数",
    meaning: "此列只能是整数，这里却有小数。",
    remedy: `${AT_SOURCE}，或核对 sources.yaml 中对应的列是否正确。`,
  },
  "whole-up-to": {
    expected: ({ max }) => `不大于 ${max} 的整数`,
    meaning: "数字大得不像计数，多半是编号或金额放错了列。",
    remedy: "核对 sources.yaml 中对应的列是否正确。",
  },
  "at-least": {
    expected: ({ min }) => `不小于 ${min} 的数字`,
    meaning: "数字小于此列可能的最小值。",
    remedy: `${AT_SOURCE}，或核对单位与对应的列。`,
  },
  "at-most": {
    expected: ({ max }) => `不大于 ${max} 的数字`,
    meaning: "数字大于此列可能的最大值。",
    remedy: `${AT_SOURCE}，或核对单位：份额写作 0.2 或 20%，而不是 20。`,
  },
  date: {
    expected: ({ forms }) => `日期，例如 ${forms.join(" 或 ")}`,
    meaning: "不是 sources.yaml 为此列写明的日期格式，或没有这一天，如 2 月 30 日。",
    remedy: "在 sources.yaml 的 dates 中写明导出所用的格式，如 YYYY/M/D；日期本身有误的，在来源系统中更正。",
  },
  time: {
    expected: ({ forms }) => `时刻，例如 ${forms.join(" 或 ")}`,
    meaning: "不是 sources.yaml 为此列写明的时间格式，或没有这一时刻。",
    remedy: "在 sources.yaml 的 dates 中写明导出所用的格式，如 YYYY/M/D H:mm；时间本身有误的，在来源系统中更正。",
  },
  "no-error": {
    expected: () => "数值，而不是表格的错误值",
    meaning: "单元格是 #N/A、#REF! 之类的错误值：公式没有找到所引用的内容。",
    remedy: "在工作簿中改正公式，或从系统直接导出数值。",
  },
  calculated: {
    expected: () => "算好的数值",
    meaning: "单元格里的公式从未计算过：写出这个工作簿的程序不计算公式。",
    remedy: "用表格程序打开该文件，保存一次。",
  },
  flag: {
    expected: () => "是或否，例如 1 或 0、是 或 否",
    meaning: "这个词既不表示是，也不表示否。",
    remedy: "在 sources.yaml 的 values 中把它换成 1 或 0。",
  },
  quarter: {
    expected: () => "季度，例如 2026Q3",
    meaning: "不是财季的写法，或没有这一季度。",
    remedy: `写成 2026Q3 的样子，${RENAME}。`,
  },
  period: {
    expected: () => "月、季或年，例如 2026-09、2026Q3 或 2026",
    meaning: "不是月、季、年的写法，或没有这一时期。",
    remedy: "写成例中的样子。",
  },
  list: {
    expected: () => "用分号隔开的值，值内没有空格",
    meaning: "此列可有多个值，用分号隔开；这里有的值带空格，或一个值也没有。",
    remedy: "用分号隔开各值。",
  },
  identifier: {
    expected: () => "编号（此处已被表格软件改成数字）",
    meaning: "表格软件把长编号改写成 1.18E+11 之类，后面的数字已经丢失。",
    remedy: "从系统重新导出，不经表格软件打开；必须打开时，先把此列设为文本。",
  },
  "exact-identifier": {
    expected: ({ max }) => `精确的编号：不大于 ${max} 的整数，或文字`,
    meaning: "导出把编号存成二进制小数，这么大的数已分不清彼此。",
    remedy: "把此列按文字或整数导出。",
  },
  "one-of": {
    expected: ({ values }) => `其中之一：${values.join(", ")}`,
    meaning: "此列只能取约定的几个值。",
    remedy: "在 sources.yaml 的 values 中把导出的词换成其中之一。",
  },
  reference: {
    expected: ({ to, where }) => (where ? `${to} 中的一个（${where.column} 为 ${where.is}）` : `其中之一：${to}`),
    meaning: "它指向另一张表的一行，那里却没有这一行，或那一行未被采用。",
    remedy: `在那张表中补上，${RENAME}。`,
  },
  rate: {
    expected: ({ month }) => `本位币，或 ${month} 有汇率的币种`,
    meaning: "外币金额须有当月的汇率；这里没有，也不会假定一个。",
    remedy: "在 reference/rates.csv 中补上汇率，或在 sources.yaml 的 values 中更正币种的写法。",
  },
  zone: {
    expected: ({ name }) => `不带时区、或带 +08:00、UTC 之类时区的时刻；${name} 不止一种含义`,
    meaning: "同一个时区缩写在各国含义不同：CST 可以是中国、美国中部或古巴的时间，无从知道是哪一个。",
    remedy: "请让系统导出带 +08:00 之类时区的时间；若就是公司所在地的时间，可在 sources.yaml 的 sql 中去掉缩写。",
  },
  scale: {
    expected: ({ least, most }) => `${least} 至 ${most} 分（site.yaml 的 survey_scale）`,
    meaning: "问卷的回答都用同一分制，这个得分不在其中。",
    remedy: "在 site.yaml 的 survey_scale 中写明分制；表示未作答的分数，请在 sources.yaml 的 values 中换成空值。",
  },
  "looked-up": {
    expected: ({ file, column }) => `${file} 的 ${column} 列中有的值`,
    meaning: "此列的值要按记录中的另一项到别的文件里查，那个文件却没有这一项。",
    remedy: "在那个文件中补上（构建时会列出缺哪些），或在来源系统中更正。",
  },
  "unique-key": {
    expected: ({ by }) => `与前面的记录不重复的编号${by === undefined ? "" : `，或不同的 ${by}`}`,
    meaning: "编号相同的两条记录内容不同，无从知道该用哪一条。",
    remedy:
      "只留有效的一条；或在 sources.yaml 中写明以哪一条为准：keep: latest by（最新）或 first by（最早）加列名或表头，或 keep: first（最先读到的）。",
  },
  "not-before": {
    expected: ({ moment, columns }) => `不早于 ${columns.join(" 与 ")} 的${MOMENTS[moment]}`,
    meaning: "两个时间矛盾：后一步反而在前，或前一步没有时间。",
    remedy: TIMES,
  },
  "not-after": {
    expected: ({ moment, column }) => `不晚于 ${column} 的${MOMENTS[moment]}`,
    meaning: "两个时间矛盾：前一步反而在后。",
    remedy: TIMES,
  },
  "only-with": {
    expected: ({ column, on }, nameOf) => `有 ${on} 时才有${nameOf(column)}`,
    meaning: "此列有值，就须有另一列的值，而另一列为空。",
    remedy: `${AT_SOURCE}：补上缺的一列，或清空此列。`,
  },
  "exactly-when": {
    expected: ({ column, on, is }, nameOf) => `${nameOf(on)}为 ${is} 时须有${nameOf(column)}，否则须为空`,
    meaning: "另一列的值决定此列有值还是为空，这里却相反。",
    remedy: `${AT_SOURCE}：两列改成一致。`,
  },
  "only-when": {
    expected: ({ column, on, is }, nameOf) => `仅当${nameOf(on)}为 ${is} 时才有${nameOf(column)}`,
    meaning: "按另一列的值，此列应当为空，这里却有值。",
    remedy: `${AT_SOURCE}：两列改成一致。`,
  },
  unless: {
    expected: ({ column, on, is }, nameOf) => `有${nameOf(column)}（${nameOf(on)}为 ${is} 时除外）`,
    meaning: "按另一列的值，此列应当有值，这里却为空。",
    remedy: `${AT_SOURCE}：补上，或更正另一列。`,
  },
  "not-both": {
    expected: ({ columns: [one, other] }) => `${one} 与 ${other} 只能有一个`,
    meaning: "两件事只可能发生一件，这里两列都有值。",
    remedy: `${AT_SOURCE}：清空没有发生的一件。`,
  },
  "no-more-than": {
    expected: ({ column }) => `不大于 ${column}`,
    meaning: "部分大于整体。",
    remedy: `${AT_SOURCE}，或核对两列是否对应正确。`,
  },
  fields: {
    expected: ({ count }) => `${count} 个字段`,
    meaning: "字段数与表头不同，常因某个没有加引号的字段里含有分隔符。",
    remedy: "重新导出，含分隔符的文字加上引号，或核对 sources.yaml 中的分隔符。",
  },
  "whole-quotes": {
    expected: () => "引号只能包住整个字段",
    meaning: "字段中间有引号，开头却没有。",
    remedy: SPOILT_FORM,
  },
  "separator-after-quote": {
    expected: () => "右引号之后应为分隔符或换行",
    meaning: "字段的右引号后面还有文字。",
    remedy: SPOILT_FORM,
  },
  "closing-quote": {
    expected: () => "右引号",
    meaning: "引号开了没有关，再读下去会吞掉后面的记录。",
    remedy: SPOILT_FORM,
  },
  "no-nul": {
    expected: () => "不含 NUL 字节的文字",
    meaning: "记录里有 NUL 字节：文件已损坏，或编码不对。",
    remedy: "重新导出；若仍如此，请核对 sources.yaml 中的编码。",
  },
  "json-object": {
    expected: () => "JSON 对象",
    meaning: "sources.yaml 要从这一格的 JSON 对象中取列，但其中不是完整的 JSON 对象。",
    remedy: "在来源系统中改正该记录，或在 sources.yaml 中用 sql 取所需的内容。",
  },
  encoding: {
    expected: ({ encoding }) => `${encoding} 编码的文字`,
    meaning: "记录里有不属于该编码的字节。",
    remedy: "在 sources.yaml 中写明正确的编码，如 gb18030，或按 UTF-8 导出。",
  },
};

/** Words of the reasons why records, or single values of them, were not taken, in Chinese; no code lacks them. */
export const reasons: ReasonWords = throughout(written, spaced);
