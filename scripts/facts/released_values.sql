-- one row per requirement released in a product whose first three months on the market are over
-- 每行一条：随产品上市且该产品上市满3个月的需求
-- time: completed_on
-- over time: flow
-- known: * where products.launched_on is not null
-- known: * where orders.product_id is not null
-- known: * where requirements.released_at is not null
-- known: * where requirements.product_id is not null
-- column product_number: number of the product, by which the requirements released in it are known to be of one product
-- column first_3_months_cny: the requirement's equal share of the product's revenue in its first three months, net of tax
with released as (
  select requirement_id, product_id
  from staging.requirements
  where released_at is not null and product_id is not null
),
-- the sales of a product are shared by the requirements released in it
sharing as (
  select product_id, count(*) as requirements from released group by product_id
),
products as (
  select product_id, row_number() over (order by product_id) as product_number from sharing
)
select
  launches.completed_on,
  products.product_number,
  decisions.product_line, decisions.value_class, decisions.own, decisions.rice_quarter,
  -- a share of an amount is an amount again, so that sums of shares are exact
  cast(cast(launches.first_3_months_cny as double) / sharing.requirements as decimal(18, 4)) as first_3_months_cny
from released
join products on products.product_id = released.product_id
join sharing on sharing.product_id = released.product_id
join facts.launches_after_3_months as launches on launches.product_id = released.product_id
join facts.decisions as decisions on decisions.requirement_id = released.requirement_id
