-- one row per deal lost to late collaboration in a quarter that is over, by what its review found
-- 每行一条：在已结束的季度内因协作延误丢失的商机，按复盘结论
-- time: last_day
-- over time: flow
-- covers: finished quarters
-- small groups: delay_causes: delay_cause
-- people: count(amount_cny)
-- known: * where deals.lost_reason = 'late_collaboration'
-- known: amount_cny where deals.amount_cny is not null
-- known: is_avoidable, is_resource, is_unreviewed where deals.delay_cause is not null
select last_day, delay_cause, amount_cny, is_avoidable, is_resource, is_unreviewed
from facts.delay_amounts
