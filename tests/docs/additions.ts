import { fenced, readDoc, section } from "./markdown.ts";

/** The text of a file from what it was; "" where it was not there. */
type Edit = (before: string) => string;

/** An addition that CONTRIBUTING describes. */
export interface Addition {
  /** What stands for the names in angle brackets. */
  names: Readonly<Record<string, string>>;
  /** By path as CONTRIBUTING lists it; null deletes the file. */
  files: Readonly<Record<string, Edit | null>>;
}

/** Puts text after some that has to be there once. */
const after =
  (place: string, added: string): Edit =>
  (before) => {
    if (before.split(place).length !== 2) throw new Error(`expected once: ${place}`);
    return before.replace(place, () => place + added);
  };

const README = section(readDoc("README.md"), "## Add a metric");
const [README_METRIC = ""] = fenced(README, "ts");
const [, README_FLAG = ""] = /`([^`]+ as is_key_account)`/.exec(README) ?? [];

const LEAD_METRIC = README_METRIC.replace('topic: "response"', 'topic: "partners"')
  .replace("rank: 11", "rank: 10,\n  isLead: true")
  .replace("大客户需求占比", "伙伴需求占比")
  .replace("Key-account share", "Partner share");

const TOPIC = `import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 110,
  name: { zh: "伙伴", en: "Partners" },
  title: { zh: "合作伙伴", en: "Partners" },
  question: { zh: "伙伴带来了多少需求？", en: "How much do partners ask for?" },
  accent: "market",
  figures: ["open-work"],
});
`;

const FIGURE = `import { defineFigure } from "../kind.ts";

export default defineFigure({ needs: ["open-backlog"], make: () => null });
`;

const PART = `import { definePart, textPart } from "../kind.ts";

export default { count: definePart({ needs: ["open-backlog"], make: () => textPart("1") }) };
`;

const LANGUAGE = `import { forms } from "../en/forms.ts";
import type { Language } from "../language.ts";
import { overEnglish } from "../over-english.ts";

export default { locale: "fr", tag: "fr", name: "Français", words: overEnglish({ total: "Total général" }), forms } satisfies Language;
`;

/** What is added by hand, in this order; of what follows the compiler asks for the rest. */
export const ADDITIONS: Readonly<Record<string, Addition>> = {
  "### To add a metric": {
    names: { metric: "key-account-share", fact: "submissions" },
    files: {
      "src/metrics/<metric>.ts": () => README_METRIC,
      "scripts/facts/<fact>.sql": (before) =>
        after(
          "value_class,\n",
          `  ${README_FLAG},\n`,
        )(after("-- over time: flow\n", "-- column is_key_account: from a key account\n")(before)),
    },
  },
  "### To remove a metric": { names: { metric: "hours-to-response" }, files: { "src/metrics/<metric>.ts": null } },
  "### To add a table": {
    names: { table: "visits" },
    files: { "src/tables/<table>.ts": () => readDoc("src/tables/calendar.ts").replace('id: "calendar"', 'id: "visits"') },
  },
  "### To add a figure": {
    names: { kind: "open-work", topic: "market" },
    files: {
      "src/site/figures/<kind>-figure.ts": () => FIGURE,
      "src/topics/<topic>.ts": after("figures: [", '"open-work", '),
    },
  },
  "### To add a live part": { names: { part: "open-work" }, files: { "src/site/parts/<part>.ts": () => PART } },
  "### To add a topic": {
    names: { topic: "partners", metric: "partner-share" },
    files: { "src/topics/<topic>.ts": () => TOPIC, "src/metrics/<metric>.ts": () => LEAD_METRIC },
  },
  "### To add a page": {
    names: { page: "visits" },
    files: {
      "src/pages/[...locale]/<page>.astro": () =>
        readDoc("src/pages/[...locale]/data/reasons.astro").replaceAll("../../../", "../../").replace("data/reasons/", "visits/"),
      "src/site/navigation.ts": after('{ path: "data/", text: nav.data },', ' { path: "visits/", text: nav.data },'),
    },
  },
  "### To add a dimension": {
    names: { metric: "key-account-share", fact: "submissions" },
    files: {
      "scripts/facts/<fact>.sql": (before) =>
        after(
          "value_class,\n",
          "  case when is_decided then 'decided' else 'open' end as stage,\n",
        )(
          after(
            "-- over time: flow\n",
            "-- dimension stage: 阶段 | Stage\n-- member stage.decided: 已决 | Decided\n-- member stage.open: 未决 | Open\n",
          )(before),
        ),
      "src/metrics/<metric>.ts": after('dimensions: ["region"', ', "stage"'),
    },
  },
  "### To add a language": {
    names: { locale: "fr" },
    files: {
      "src/core/text.ts": after('["zh", "en"', ', "fr"'),
      "src/i18n/<locale>/language.ts": () => LANGUAGE,
    },
  },
  "### To add a system": {
    names: { system: "shop" },
    files: { "scripts/init/systems/<system>.yaml": () => readDoc("scripts/init/systems/zammad.yaml").replaceAll("Zammad", "Shop") },
  },
};

/** What the compiler asks for, by a name that its messages have, once a few files are changed. */
export const ASKED: Readonly<Record<string, Addition & { asks: RegExp }>> = {
  "### To add a reject reason": {
    names: {},
    files: { "src/core/reason.ts": after('  | "value"\n', '  | "colour"\n') },
    asks: /\bcolour\b/,
  },
  "### To add a column kind": {
    names: {},
    files: { "src/core/columns.ts": after("  flag: boolean;\n", "  hue: number;\n") },
    asks: /\bhue\b/,
  },
};
