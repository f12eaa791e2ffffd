-- one row per month's end and customer with an order in the 12 months before the latest 12
-- 每行一条：截至月末的上一个 12 个月内下过单的客户（每月一行）
-- time: last_day
-- over time: stock
-- known: * where orders.customer_id is not null
-- column last_day: last day of the month; in an unfinished one the last that the data cover
-- column region: region of the customer's latest order in the earlier 12 months, the first by name where its day has several
-- column segment: segment of the customer's latest order in the earlier 12 months, the first by name where its day has several
-- column is_back: the customer ordered again in the latest 12 months
with latest as (
  -- an order day is the customer's latest until the next one
  select
    ordered_on, region, segment,
    lead(ordered_on) over (partition by customer_id order by ordered_on) as next_on
  from facts.customer_days
),
years as (
  select
    last_day, year_ago,
    cast(year_ago + interval '1' day - interval '12' month as date) as starts_on
  from staging.months
)
select
  years.last_day,
  latest.region, latest.segment,
  coalesce(latest.next_on <= years.last_day, false) as is_back
from latest
join years on latest.ordered_on >= years.starts_on and latest.ordered_on <= years.year_ago
where (latest.next_on is null or latest.next_on > years.year_ago)
  -- the earlier year must be covered from its first day
  and years.starts_on >= (select min(ordered_on) from staging.orders)
