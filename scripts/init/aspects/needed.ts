import { type Aspect, type Draft, setAside } from "../draft.ts";
import { doubt } from "../remark.ts";
import { standsOnce } from "./repeats.ts";

/** Of 1, how many records lack what each must have before that is more than a slip. */
const MANY = 0.01;

const DAYS = ["date", "timestamp", "quarter"];

/** Kinds of columns without which records of many exports are no records yet, such as a deal that nobody has begun to work on. */
const KINDS = [...DAYS, "number", "integer", "amount"];

/** What stands for a name that is not there. */
const UNNAMED = "未命名 · unnamed";

/** Of 1, how different the ids of records are that stand in one row each. */
const ONCE = 0.98;

/** Settles what becomes of records that lack what each must have, where many do: single ones are rejected, and so found. */
export const neededAspect: Aspect = (draft) => {
  const { table, sheet, columns, settings } = draft;
  if (settings.events || settings.fill_merged) return;
  const key = columns.get(table.key[0] ?? "")?.profile;
  const isOnce = (key?.distinctness ?? 1) >= ONCE;
  for (const [name, { header, profile }] of columns) {
    const { required, kind = "" } = table.columns[name] ?? {};
    const isOwn = sheet.layout.header.names.includes(header) && !sheet.fillDown.includes(header);
    const lacking = profile.rows - profile.filled;
    if (!required || !isOwn || profile.filled === 0 || lacking < profile.rows * MANY) continue;
    const blanks = ["", ...profile.blanks.keys()];
    // of several lines of an order, a blank day may mean the one above
    if (KINDS.includes(kind) && (isOnce || !DAYS.includes(kind)))
      leaveOut(draft, { name, header, blanks, lacking, isOfOrder: key !== undefined && !isOnce && standsOnce(profile, key) });
    else if (kind === "text") call(draft, { name, blanks, lacking });
  }
};

interface Lacking {
  name: string;
  blanks: readonly string[];
  lacking: number;
}

interface LackingValue extends Lacking {
  header: string;
  /** Whether one line of each order has it, and so is the order. */
  isOfOrder: boolean;
}

function leaveOut(draft: Draft, { name, header, blanks, lacking, isOfOrder }: LackingValue): void {
  const { settings, remarks } = draft;
  setAside(draft, header, blanks);
  const { [name]: own = {}, ...others } = settings.values ?? {};
  const rest = Object.entries(own).filter(([word]) => !blanks.includes(word));
  settings.values = { ...others, ...(rest.length > 0 ? { [name]: Object.fromEntries(rest) } : {}) };
  if (Object.keys(settings.values).length === 0) delete settings.values;
  remarks.push(
    isOfOrder
      ? doubt(
          ["where", header],
          `${name} 只在每单的一行，其余各行不算（${lacking} 行）`,
          `${name} stands in one line of each order; the others do not count (${lacking})`,
        )
      : doubt(["where", header], `没有 ${name} 的不算（${lacking} 行）`, `records without ${name} do not count (${lacking})`),
  );
}

/** Members without a name get one: the records that refer to them would be lost with them. */
function call({ settings, remarks }: Draft, { name, blanks, lacking }: Lacking): void {
  const named = Object.fromEntries(blanks.map((word) => [word, UNNAMED]));
  settings.values = { ...settings.values, [name]: { ...settings.values?.[name], ...named } };
  remarks.push(doubt(["values", name], `没有名称的（${lacking} 行）`, `those without a name (${lacking})`));
}
