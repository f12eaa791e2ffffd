-- one row per lead and stage of the hand-off that it has reached
-- 每行一条：线索到达的交接阶段
-- time: created_on
-- over time: flow
-- settled after: 90 days
-- known: * where leads.mql_on is not null
-- known: * where leads.assigned_at is not null
-- known: * where leads.followed_up_at is not null
-- known: * where leads.sql_on is not null
-- known: * where leads.outcome = 'won'
-- on working time: funnel_stage up to follow_up_due_on
-- dimension funnel_stage: 交接阶段 | Hand-off stage
-- member funnel_stage.created: 新建 | Created
-- member funnel_stage.mql: 市场认可（MQL） | MQL
-- member funnel_stage.assigned: 已分派 | Assigned
-- member funnel_stage.followed_up: 及时跟进 | Followed up in time
-- member funnel_stage.sql: 销售认可（SQL） | SQL
-- member funnel_stage.won: 赢单 | Won
-- member funnel_stage.returned: 退回 | Returned
-- column funnel_stage: created, mql, assigned, followed_up (in time), sql, won or returned
-- column follow_up_due_on: of the stage assigned, day on which the follow-up fell due where that is counted in working days; null otherwise
with stages as (
  select 'created' as funnel_stage
  union all select 'mql'
  union all select 'assigned'
  union all select 'followed_up'
  union all select 'sql'
  union all select 'won'
  union all select 'returned'
)
select
  leads.created_on,
  stages.funnel_stage,
  leads.source, leads.grade, leads.region, leads.own,
  case when stages.funnel_stage = 'assigned' and follow_ups.clock = 'working_days' then follow_ups.due_on end as follow_up_due_on
from facts.lead_cohorts as leads
cross join stages
-- followed up within the limit in force, which is known once it has fallen due
left join facts.lead_follow_ups as follow_ups on follow_ups.lead_id = leads.lead_id
where case stages.funnel_stage
  when 'created' then true
  when 'mql' then leads.mql_on is not null
  when 'assigned' then leads.assigned_at is not null
  when 'followed_up' then coalesce(follow_ups.is_in_time, false)
  when 'sql' then leads.sql_on is not null
  when 'won' then leads.is_won
  else coalesce(leads.outcome = 'returned', false)
end
