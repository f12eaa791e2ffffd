-- one row per lead created
-- 每行一条：新建的线索
-- time: created_on
-- over time: flow
-- cases last: staging.leads.created_on to case when outcome is not null then closed_on end
-- settled after: 90 days
-- known: is_mql where leads.mql_on is not null
-- known: is_sql where leads.sql_on is not null
-- known: is_won where leads.outcome = 'won'
-- known: is_settled where leads.outcome is not null
-- dimension grade: 线索等级 | Lead grade
-- member grade.A: A级（四项全） | A (4 criteria)
-- member grade.B: B级（三项） | B (3 criteria)
-- member grade.C: C级（两项） | C (2 criteria)
-- member grade.D: D级（一项及以下） | D (fewer)
-- column grade: A to D by how many of four criteria are met: a clear need, the intent to buy, a budget, a known chain of decision; not_stated where one is not recorded
-- column is_mql: marketing qualified the lead
-- column is_sql: sales accepted the lead
-- column is_won: the lead was won; false while its outcome is open
-- column is_settled: the lead was won, lost or returned
with counted as (
  select
    lead_id,
    case when has_need then 1 else 0 end
      + case when has_intent then 1 else 0 end
      + case when has_budget then 1 else 0 end
      + case when has_decision_chain then 1 else 0 end as criteria_met,
    has_need is not null and has_intent is not null and has_budget is not null and has_decision_chain is not null as is_graded
  from staging.leads
)
select
  leads.lead_id, leads.created_on,
  leads.source, leads.region, leads.own,
  case when not counted.is_graded then 'not_stated' when criteria_met = 4 then 'A' when criteria_met = 3 then 'B' when criteria_met = 2 then 'C' else 'D' end as grade,
  leads.mql_on, leads.assigned_at, leads.followed_up_at, leads.sql_on, leads.closed_on, leads.outcome,
  case when leads.outcome = 'returned' then coalesce(leads.return_reason, 'not_stated') end as return_reason,
  leads.mql_on is not null as is_mql,
  leads.sql_on is not null as is_sql,
  coalesce(leads.outcome = 'won', false) as is_won,
  leads.outcome is not null as is_settled
from staging.leads as leads
join counted on counted.lead_id = leads.lead_id
