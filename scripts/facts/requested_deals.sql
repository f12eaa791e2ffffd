-- one row per closed deal that had service requests
-- 每行一条：提过协作请求的已关闭商机
-- time: closed_on
-- over time: flow
-- does without: sla
-- known: * where service_requests.deal_id is not null
-- known: * where deals.outcome = 'won'
-- known: * where deals.outcome = 'lost'
-- known: is_lost_late where deals.lost_reason = 'late_collaboration'
-- on working time: promises_kept up to promises_due_on
-- dimension promises_kept: 承诺兑现 | Promises
-- member promises_kept.kept: 全部兑现 | all kept
-- member promises_kept.missed: 有未兑现 | some missed
-- member promises_kept.none: 关闭前无到期承诺 | none due before closing
-- column closed_on: day on which the deal was won or lost
-- column promises_kept: what became of the promises due by that day: kept when all were, missed when any was not; none when no promise was due
-- column promises_due_on: last day on which one of these promises fell due by a limit in working days; null where none did
-- column is_won: the deal was won
-- column is_lost: the deal was lost
-- column is_lost_late: lost to late collaboration; false where no reason is recorded
with requested as (
  select deal_id, count(*) as requests
  from facts.requests
  where deal_id is not null
  group by deal_id
),
-- a promise that fell due after the deal had closed cannot have cost it
due as (
  select
    deals.deal_id,
    count(*) filter (where not promises.is_met) as missed,
    max(case promises.clock when 'working_days' then promises.due_on end) as due_on
  from staging.deals as deals
  join facts.promises as promises on promises.deal_id = deals.deal_id and promises.due_on <= deals.closed_on
  group by deals.deal_id
)
select
  deals.closed_on,
  case when due.missed > 0 then 'missed' when due.missed = 0 then 'kept' else 'none' end as promises_kept,
  deals.region, deals.segment, deals.product_line, deals.own,
  deals.amount_cny,
  due.due_on as promises_due_on,
  deals.outcome = 'won' as is_won,
  deals.outcome = 'lost' as is_lost,
  coalesce(deals.lost_reason = 'late_collaboration', false) as is_lost_late
from staging.deals as deals
join requested on requested.deal_id = deals.deal_id
left join due on due.deal_id = deals.deal_id
where deals.closed_on is not null
