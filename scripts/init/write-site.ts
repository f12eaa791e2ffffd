import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Document, isMap, isScalar, parseDocument } from "yaml";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { Text } from "../../src/core/text.ts";
import { ROOT } from "../tools/settings.ts";
import type { Asker } from "./asker.ts";
import { YUAN } from "./currency.ts";
import { doubt, type Remark, remarkText } from "./remark.ts";
import type { ZoneFound } from "./time-zone.ts";

/** What is Chinese unless somebody says otherwise, and is to be looked at where the exports are not. */
const CHINESE: Readonly<Record<string, Text>> = {
  working_hours: { zh: "工作时间对吗；节假日按中国的算", en: "are these the hours; days off are the public holidays of China" },
};

const NO_CURRENCY = { zh: "导出里没有写明币种", en: "no export says the currency" };

const SCALE = {
  zh: "问卷的分制，从几分起算满意",
  en: "the scale on which the survey is answered, and the score from which an answer is favourable",
};

/** What exports say of a company. */
interface Company {
  /** In which it counts, by its ISO code; null where nothing says it. */
  currency: string | null;
  isChinese: boolean;
  /** In which time zone its clocks are. */
  zone: ZoneFound;
  /** On which its survey is answered; null for the usual one. */
  scale: SurveyScale | null;
}

/** Writes `site.yaml` where there is none, with the name of the company and what its exports say; what is to be looked at in it, null where it was there. */
export async function writeSite(dataDir: string, { currency, isChinese, zone, scale }: Company, asker: Asker): Promise<Remark[] | null> {
  const file = join(dataDir, "site.yaml");
  if (existsSync(file)) return null;
  const name = await asker.write({ zh: "公司叫什么?", en: "What is the company called?" }, basename(dataDir));
  const document = parseDocument(readFileSync(join(ROOT, "scripts/init/site.yaml"), "utf8"));
  document.setIn(["company", "zh"], name);
  document.setIn(["company", "en"], name);
  document.set("time_zone", zone.zone);
  document.set("currency", currency ?? YUAN);
  if (scale) addScale(document, scale);
  const doubts = Object.entries({
    ...(isChinese ? {} : CHINESE),
    ...(isChinese || currency !== null ? {} : { currency: NO_CURRENCY }),
    ...(scale ? { survey_scale: SCALE } : {}),
  });
  const remarks = [...(zone.remark ? [zone.remark] : []), ...doubts.map(([key, { zh, en }]) => doubt([key], zh, en))];
  for (const remark of remarks) annotate(document, remark);
  writeFileSync(file, document.toString());
  return remarks;
}

/** Puts a remark below what is said of a setting. */
function annotate({ contents }: Document, remark: Remark): void {
  const key = isMap(contents) && contents.items.find((pair) => isScalar(pair.key) && pair.key.value === remark.at[0])?.key;
  if (isScalar(key)) key.commentBefore = [key.commentBefore, ` ${remarkText(remark)}`].filter(Boolean).join("\n");
}

function addScale(document: Document, scale: SurveyScale): void {
  const pair = document.createPair("survey_scale", document.createNode(scale, { flow: true }));
  if (isScalar(pair.key)) pair.key.spaceBefore = true;
  document.add(pair);
}
