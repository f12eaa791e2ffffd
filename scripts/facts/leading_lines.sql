-- one row per order of several lines: the line of the largest amount
-- 每行一条：多行订单中金额最大的一行
-- time: ordered_on
-- over time: flow
with ranked as (
  select
    order_id, line, ordered_on,
    row_number() over (partition by order_id order by amount_cny desc, line) as place
  from staging.orders
  where line <> 'not_stated'
)
select ordered_on, order_id, line
from ranked
where place = 1
