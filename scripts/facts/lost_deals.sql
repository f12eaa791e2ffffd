-- one row per deal lost
-- 每行一条：丢失的商机
-- time: lost_on
-- over time: flow
-- known: * where deals.outcome = 'lost'
-- known: is_late where deals.lost_reason = 'late_collaboration'
-- column lost_on: day on which the deal was lost
-- column lost_reason: what mainly lost the deal; not_stated where no reason is recorded
-- column is_late: lost to late collaboration; false where no reason is recorded
select
  closed_on as lost_on,
  region, segment, product_line, team, own,
  coalesce(lost_reason, 'not_stated') as lost_reason,
  coalesce(lost_reason = 'late_collaboration', false) as is_late
from staging.deals
where outcome = 'lost'
