import { join } from "node:path";
import { z } from "zod";
import { checked } from "../tools/checked.ts";
import { ROOT } from "../tools/settings.ts";
import { readYaml } from "../tools/yaml.ts";

const words = z.array(z.string().min(1)).min(1);

const synonymsSchema = z.strictObject({
  /** Table → column → headers that mean it in any system, the surest first. A column that is left out has none but the label of its contract. */
  tables: z.record(z.string(), z.record(z.string(), words)),
  /** Words in a header that say that it holds people; to be asked of a header that means no column, since 发起人部门 is a department. */
  people: words,
  /** Words at the end of a header that say that it holds groups rather than people. */
  groups: words,
  /** Words in a header that say that it holds free text. */
  free_text: words,
  /** Words in a header that say that it holds what is planned. */
  planned: words,
  /** Words in a header that say that its amounts are in units of ten thousand. */
  ten_thousands: words,
});

/** What headers usually mean, whatever system wrote them. */
export type Synonyms = z.infer<typeof synonymsSchema>;

/** Reads `synonyms.yaml`. Throws where it cannot be used, with the place. */
export function loadSynonyms(file = join(ROOT, "scripts/init/synonyms.yaml")): Synonyms {
  return checked(synonymsSchema, readYaml(file));
}
