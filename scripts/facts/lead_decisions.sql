-- one row per MQL handed over and either accepted as SQL, returned, or lost before it was
-- 每行一条：移交后被认可为SQL、退回，或在此之前丢失的MQL
-- time: decided_on
-- over time: flow
-- known: * where leads.mql_on is not null
-- known: * where leads.assigned_at is not null
-- known: * where leads.sql_on is not null
-- known: rows where leads.closed_on is not null
-- known: is_returned where leads.outcome = 'returned'
-- column decided_on: day on which sales accepted the lead or, where it never did, the day on which the lead was closed
-- column is_accepted: sales accepted the lead, or won it
-- column is_returned: sales returned the lead without having accepted it
select
  coalesce(sql_on, closed_on) as decided_on,
  source, grade, region, own, return_reason,
  sql_on is not null or is_won as is_accepted,
  coalesce(sql_on is null and outcome = 'returned', false) as is_returned
from facts.lead_cohorts
where mql_on is not null and assigned_at is not null and coalesce(sql_on, closed_on) is not null
