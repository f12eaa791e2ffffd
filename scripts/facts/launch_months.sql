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
launched as (
  select
    product_id, product_line, launched_on, product,
    count(*) over (partition by product) as namesakes,
    row_number() over (partition by product order by launched_on, product_id) as number_of_namesake
  from staging.products
  where launched_on >= (select min(ordered_on) from staging.orders)
),
launch_months as (
  select
    launched.product_id, launched.product_line, launched.launched_on, nth.month_number,
    -- products of one name are numbered in the order of their launch
    case
      when launched.namesakes = 1 then launched.product
      else launched.product || ' (' || cast(launched.number_of_namesake as varchar) || ')'
    end as product,
    cast(launched.launched_on + (nth.month_number - 1) * interval '1' month as date) as starts_on,
    cast(launched.launched_on + nth.month_number * interval '1' month - interval '1' day as date) as ends_on
  from launched
  join nth on nth.month_number <= 12
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
