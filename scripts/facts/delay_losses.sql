-- one row per deal lost to late collaboration
-- 每行一条：因协作延误丢失的商机
-- time: lost_on
-- over time: flow
-- known: * where deals.lost_reason = 'late_collaboration'
-- dimension department: deals.delay_department
-- dimension delay_cause: 延误性质 | Cause of the delay
-- member delay_cause.avoidable: 主观拖延 | Avoidable delay
-- member delay_cause.resource: 客观资源限制 | Resource limit
-- member delay_cause.unreviewed: 待复盘 | Not reviewed yet
-- column lost_on: day on which the deal was lost
-- column delay_cause: what the review found: avoidable, or resource for a resource limit; unreviewed until there is a review
select
  closed_on as lost_on,
  coalesce(delay_department, 'not_stated') as department,
  coalesce(delay_cause, 'unreviewed') as delay_cause,
  region, segment, product_line, own
from staging.deals
where outcome = 'lost' and lost_reason = 'late_collaboration'
