-- one row per month's end and deal neither won nor lost by then
-- 每行一条：月末时未关闭的商机（每月一行）
-- time: last_day
-- over time: stock
-- cases last: staging.deals.opened_on to case when outcome is not null then closed_on end
-- known: * where deals.outcome is not null
-- known: pipeline_cny where deals.amount_cny > 0 while outcome is null
-- dimension deal_stage: deals.stage
-- dimension deal_source: deals.source
-- column last_day: last day of the month; in an unfinished one the last that the data cover
-- column pipeline_cny: amount of the deal; null of one that late collaboration has lost since, whose amount is shown only among others
-- column deal_stage: stage that the export shows; not_stated of a deal that has been closed since, whose stage by then is not known
select
  months.last_day,
  deals.region, deals.segment, deals.product_line, deals.team, deals.own,
  deals.source as deal_source,
  case when deals.outcome is null then deals.stage else 'not_stated' end as deal_stage,
  case when coalesce(deals.lost_reason, 'other') <> 'late_collaboration' then deals.amount_cny end as pipeline_cny
from staging.deals as deals
join staging.months as months
  on deals.opened_on <= months.last_day and (deals.outcome is null or deals.closed_on > months.last_day)
