-- one row per deal lost to late collaboration in a quarter that is over
-- 每行一条：在已结束的季度内因协作延误丢失的商机
-- time: last_day
-- over time: flow
-- covers: finished quarters
-- small groups: delays: department
-- people: count(amount_cny)
-- known: * where deals.lost_reason = 'late_collaboration'
-- known: amount_cny where deals.amount_cny is not null
-- dimension department: deals.delay_department
-- column last_day: last day of the fiscal quarter in which the deal was lost
-- column delay_cause: what the review found: avoidable, or resource for a resource limit; unreviewed until there is a review
-- column is_avoidable: the review found an avoidable delay
-- column is_resource: the review found a resource limit
-- column is_unreviewed: there is no review yet
select
  ended.last_day,
  coalesce(deals.delay_department, 'not_stated') as department,
  coalesce(deals.delay_cause, 'unreviewed') as delay_cause,
  deals.amount_cny,
  coalesce(deals.delay_cause = 'avoidable', false) as is_avoidable,
  coalesce(deals.delay_cause = 'resource', false) as is_resource,
  deals.delay_cause is null as is_unreviewed
from staging.deals as deals
join staging.months as months
  on months.month = extract(year from deals.closed_on) * 12 + extract(month from deals.closed_on) - 1
join staging.months as ended on ended.quarter_ended = months.quarter
where deals.outcome = 'lost' and deals.lost_reason = 'late_collaboration'
