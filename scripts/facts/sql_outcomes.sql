-- one row per SQL won or lost
-- 每行一条：赢单或丢单的SQL
-- time: closed_on
-- over time: flow
-- known: * where leads.sql_on is not null
-- known: * where leads.outcome = 'won'
-- known: * where leads.outcome = 'lost'
select closed_on, source, grade, region, own, is_won
from facts.lead_cohorts
where sql_on is not null and outcome in ('won', 'lost')
