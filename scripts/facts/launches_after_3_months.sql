-- one row per product whose first three months on the market are over
-- 每行一条：上市满 3 个月的产品
-- time: completed_on
-- over time: flow
-- known: * where products.launched_on is not null
-- known: * where orders.product_id is not null
-- column completed_on: last day of the first three months on the market
-- column first_3_months_cny: revenue of the product's orders in those months, net of tax; 0 without orders
with launched as (
  select product_id, product_line, launched_on, cast(launched_on + interval '3' month - interval '1' day as date) as completed_on
  from staging.products
  where launched_on >= (select min(ordered_on) from staging.orders)
)
select
  launched.product_id, launched.completed_on,
  launched.product_line,
  coalesce(sum(orders.amount_cny), 0) as first_3_months_cny
from launched
left join staging.orders as orders
  on orders.product_id = launched.product_id and orders.ordered_on >= launched.launched_on and orders.ordered_on <= launched.completed_on
where launched.completed_on <= (select max(last_day) from staging.months)
group by launched.product_id, launched.completed_on, launched.product_line
