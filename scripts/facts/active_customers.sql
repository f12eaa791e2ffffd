-- one row per month's end and customer with an order in the 12 months up to it
-- 每行一条：截至月末 12 个月内下过单的客户（每月一行）
-- time: last_day
-- over time: stock
-- known: * where orders.customer_id is not null
-- column last_day: last day of the month; in an unfinished one the last that the data cover
-- column region: region of the customer's latest order up to that day, the first by name where that day has several
-- column segment: segment of the customer's latest order up to that day, the first by name where that day has several
-- column is_repeat: the customer ordered on an earlier day of the 12 months too
with latest as (
  -- an order day is the customer's latest until the next one
  select
    ordered_on, region, segment,
    lag(ordered_on) over (partition by customer_id order by ordered_on) as previous_on,
    lead(ordered_on) over (partition by customer_id order by ordered_on) as next_on
  from facts.customer_days
)
select
  months.last_day,
  latest.region, latest.segment,
  coalesce(latest.previous_on > months.year_ago, false) as is_repeat
from latest
join staging.months as months on latest.ordered_on <= months.last_day and latest.ordered_on > months.year_ago
where (latest.next_on is null or latest.next_on > months.last_day)
  -- the first year of orders has no 12 months before its end
  and months.year_ago + interval '1' day >= (select min(ordered_on) from staging.orders)
