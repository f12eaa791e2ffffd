-- one row per deal lost to late collaboration
-- 每行一条：因协作延误丢失的商机
-- time: lost_on
-- over time: flow
-- known: * where deals.lost_reason = 'late_collaboration'
-- known: is_avoidable, is_resource, is_unreviewed where deals.delay_cause is not null
-- dimension department: deals.delay_department
-- dimension delay_cause: 延误性质 | Cause of the delay
-- member delay_cause.avoidable: 主观拖延 | Avoidable delay
-- member delay_cause.resource: 客观资源限制 | Resource limit
-- member delay_cause.unreviewed: 待复盘 | Not reviewed yet
select
  closed_on as lost_on,
  delay_department as department,
  coalesce(delay_cause, 'unreviewed') as delay_cause,
  region, segment, product_line,
  amount_cny,
  coalesce(delay_cause = 'avoidable', false) as is_avoidable,
  coalesce(delay_cause = 'resource', false) as is_resource,
  delay_cause is null as is_unreviewed
from staging.deals
where outcome = 'lost' and lost_reason = 'late_collaboration'
