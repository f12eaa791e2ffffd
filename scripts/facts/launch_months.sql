-- one row per product and complete month since its launch, up to the twelfth
-- 每行一条：产品上市后的每个完整月，至第 12 个月
-- time: launched_on
-- over time: flow
-- ends: ends_on
-- known: * where products.launched_on is not null
-- dimension month_since_launch: 上市后第几月 | Month since launch
with nth as (
  select row_number() over (order by first_day) as month_number from staging.months
),
launch_months as (
  select
    products.product_id, products.product, products.product_line, products.launched_on, nth.month_number,
    cast(products.launched_on + (nth.month_number - 1) * interval '1' month as date) as starts_on,
    cast(products.launched_on + nth.month_number * interval '1' month - interval '1' day as date) as ends_on
  from staging.products as products
  join nth on nth.month_number <= 12
  where products.launched_on >= (select min(ordered_on) from staging.orders)
)
select
  launch_months.launched_on, launch_months.ends_on,
  launch_months.product_line, launch_months.product,
  lpad(cast(launch_months.month_number as varchar), 2, '0') as month_since_launch,
  coalesce(sum(orders.amount_cny), 0) as amount_cny
from launch_months
left join staging.orders as orders
  on orders.product_id = launch_months.product_id and orders.ordered_on >= launch_months.starts_on and orders.ordered_on <= launch_months.ends_on
where launch_months.ends_on <= (select max(last_day) from staging.months)
group by launch_months.product_id, launch_months.launched_on, launch_months.ends_on, launch_months.product_line, launch_months.product, launch_months.month_number
