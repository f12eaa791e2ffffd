import { profileOf } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { shareIn } from "./lookup.ts";
import { plainHeader } from "./plain-header.ts";
import { doubt } from "./remark.ts";
import { besideOf } from "./sheet-profile.ts";

/** Of 1, how many requests name a deal where they are made for deals, and how many of these have to be known. */
const [FOR_DEALS, KNOWN] = [0.5, 0.8];

/** The columns of requests and deals that this is about. */
const [ASKER, HANDLER, DEAL, TEAM] = ["requested_by", "department", "deal_id", "team"] as const;

/**
 * Says which department asked, where requests do not and are made for deals: the team of the deal or, where all deals are of one sales
 * department, that one; to be checked.
 */
export function nameAskers(draft: Draft, drafts: readonly Draft[], knowledge: Knowledge): void {
  const { table, columns, settings, remarks, sheet } = draft;
  const [named, deals] = [columns.get(DEAL), drafts.find((each) => each.table.id === "deals")];
  const [team, id] = [deals?.columns.get(TEAM), deals?.columns.get(DEAL)];
  if (!table.columns[ASKER] || columns.has(ASKER) || !named || !deals || !team || !id) return;
  if (named.profile.filled < sheet.rows * FOR_DEALS || shareIn(named.profile, id.profile) < KNOWN) return;
  const sales = (knowledge.words.values["survey"]?.["side"]?.["sales"] ?? []).map(plainHeader);
  const handlers = columns.get(HANDLER)?.profile.values ?? new Map<string, number>();
  const teams = [...team.profile.values.keys()];
  const isAsker = (word: string) => !handlers.has(word) && (sales.includes(plainHeader(word)) || /销售|业务部|sales/i.test(word));
  if (!teams.every(isAsker) || teams.length === 0) return;
  const [only = "", ...others] = teams;
  const isLooked = others.length > 0;
  if (isLooked && (deals.form.sheets.length > 1 || settings.lookup || id.profile.distinctness < 1)) return;
  if (isLooked)
    settings.lookup = { file: besideOf(deals.form.whole), key: { [named.header]: id.header }, columns: { [ASKER]: team.header } };
  else settings.constant = { [ASKER]: only };
  const values = isLooked ? team.profile.values : new Map([[only, sheet.rows]]);
  columns.set(ASKER, { header: ASKER, profile: profileOf(ASKER, values), certainty: KNOWN });
  remarks.push(
    isLooked
      ? doubt(
          ["lookup"],
          `没有写明提出部门:取“${named.header}”所指商机的“${team.header}”`,
          `no column says who asked: the ${team.header} of the deal in ${named.header} is taken`,
        )
      : doubt(
          ["constant"],
          `没有写明提出部门:请求多为商机而提,商机都属“${only}”,先当作它提出`,
          `no column says who asked: most requests are for deals, which are all of ${only}`,
        ),
  );
}
