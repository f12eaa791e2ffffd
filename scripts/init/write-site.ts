import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Document, type Pair, parseDocument, type Scalar } from "yaml";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import { ROOT } from "../tools/settings.ts";
import type { Asker } from "./asker.ts";

/** What exports say of the company. */
interface Found {
  /** In which it counts, by its ISO code. */
  currency: string;
  /** On which its survey is answered; null for the usual one. */
  scale: SurveyScale | null;
}

/** Writes `site.yaml` where there is none, with the name of the company and what its exports say; whether it did. */
export async function writeSite(dataDir: string, { currency, scale }: Found, asker: Asker): Promise<boolean> {
  const file = join(dataDir, "site.yaml");
  if (existsSync(file)) return false;
  const name = await asker.write({ zh: "公司叫什么?", en: "What is the company called?" }, basename(dataDir));
  const document = parseDocument(readFileSync(join(ROOT, "scripts/init/site.yaml"), "utf8"));
  document.setIn(["company", "zh"], name);
  document.setIn(["company", "en"], name);
  document.set("currency", currency);
  if (scale) document.add(scalePair(document, scale));
  writeFileSync(file, document.toString());
  return true;
}

const SCALE = ` 请核对:问卷的分制,从几分起算满意 · check: the scale on which the survey is answered, and the score from which an answer is favourable.`;

function scalePair(document: Document, scale: SurveyScale): Pair {
  const pair = document.createPair("survey_scale", document.createNode(scale, { flow: true })) as Pair<Scalar>;
  pair.key.commentBefore = SCALE;
  pair.key.spaceBefore = true;
  return pair;
}
