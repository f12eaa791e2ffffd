import type { Engine } from "../engine/engine.ts";

interface ShownRolesOptions {
  /** Tables that the engine holds as staging. */
  tables: ReadonlySet<string>;
  /** People who have to hold a role for its goals to be shown. */
  minimum: number;
}

/** Creates `staging.shown_roles`: one row per role whose goals may be shown. A role is not among them where it is not known how many people hold it. */
export async function createShownRoles(engine: Engine, { tables, minimum }: ShownRolesOptions): Promise<void> {
  const roles = tables.has("members")
    ? `select member as role from staging.members where dimension = 'role' and holders >= ${minimum}`
    : "select '' as role where false";
  await engine.run(`create or replace table staging.shown_roles as ${roles}`);
}
