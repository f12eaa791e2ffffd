import { DEPARTMENTS, nameIn } from "../company.ts";
import { csvExport } from "../export.ts";
import { ROLES, type Role } from "../goal-catalogue.ts";
import type { Goal } from "../tables/goals.ts";
import { percent, plain } from "../text.ts";

const LEVELS = { company: "公司", department: "部门", role: "岗位" } as const;
const DIRECTIONS = { higher: "越高越好", lower: "越低越好" } as const;

/** Shares are written in percent. */
const value = ({ target }: Goal, written: number | null) => (written !== null && target < 1 ? percent(written) : plain(written));

export default csvExport({
  table: "goals",
  file: "hr-goals.csv",
  form: { hasBom: true, newline: "\r\n" },
  rows: (sample) => sample.goals,
  columns: {
    目标编号: (row) => row.goal_id,
    时期: (row) => row.period,
    层级: (row) => LEVELS[row.level],
    部门: (row) => (row.department === null ? "" : nameIn(DEPARTMENTS, row.department)),
    岗位: (row) => (row.role === null ? "" : ROLES[row.role as Role]),
    上级目标: (row) => plain(row.parent_goal_id),
    关联目标: (row) => plain(row.linked_goal_ids),
    衡量标准: (row) => row.measure,
    衡量标准英文: (row) => plain(row.measure_en),
    目标值: (row) => value(row, row.target),
    实际值: (row) => value(row, row.actual),
    方向: (row) => (row.better === null ? "" : DIRECTIONS[row.better]),
  },
});
