import { OWN } from "../../../src/core/own-dimension.ts";
import type { ColumnProfile } from "../column-profile.ts";
import type { Aspect } from "../draft.ts";
import { certaintyOf, variantsOf } from "../header-meaning.ts";
import { isAside, meaningOf } from "../knowledge.ts";
import { finding } from "../remark.ts";
import { usedHeaders } from "../used-headers.ts";

/** Members that a dimension of a company's own has, and of 1, in how many rows it is filled and how seldom values are different, at least. */
const [FEWEST, MOST, FILLED, REPEATED] = [2, 12, 0.8, 0.2];

/** Texts that are no names of members: numbers, days, addresses, flags. */
const NO_NAME = /^[\d\s.,:/%¥$€+\-年月日]*$|:\/\/|^(?:是|否|有|无|y|n|yes|no|true|false|√|×)$/i;

/** Columns that are named. */
const NAMED = 3;

/**
 * Names columns that could be the dimension of a company's own. None is taken, since a company has one for all of its tables, and what is
 * published is for it to say.
 */
export const ownAspect: Aspect = (draft, { knowledge }) => {
  const { table, columns, sheet, settings, isDerived, remarks } = draft;
  if (!Object.hasOwn(table.columns, OWN) || columns.has(OWN) || settings.events || isDerived) return;
  const used = usedHeaders(draft);
  const { state, event } = knowledge.words.log;
  const means = ({ header }: ColumnProfile) =>
    certaintyOf(variantsOf(header, knowledge.systems), [...state, ...event]) > 0 ||
    Object.keys(table.columns).some((name) => meaningOf(header, table, name, knowledge) > 0);
  const able = sheet.columns.filter(
    (column) => !used.has(column.header) && isDimension(column) && !means(column) && !isAside(column.header, knowledge.synonyms),
  );
  const names = able.slice(0, NAMED).map(({ header }) => header);
  if (names.length === 0) return;
  remarks.push(finding(["columns"], `可作自定义维度（${OWN}）：${names.join("、")}`, `could be the dimension of your own (${OWN})`));
};

const isDimension = ({ rows, filled, values, distinctness }: ColumnProfile) =>
  values.size >= FEWEST &&
  values.size <= MOST &&
  filled >= rows * FILLED &&
  distinctness <= REPEATED &&
  ![...values.keys()].some((value) => NO_NAME.test(value));
