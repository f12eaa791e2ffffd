-- one row per order
-- 每行一条：订单
-- time: ordered_on
-- over time: flow
-- does without: products
-- known: is_new_product where products.launched_on is not null
-- known: is_new_product where orders.product_id is not null
-- column is_new_product: ordered within 12 months of the product's launch; false where the launch is unknown
-- column is_undated: the launch of the product is unknown
select
  orders.ordered_on,
  coalesce(products.product_line, 'not_stated') as product_line, orders.region, orders.segment,
  orders.amount_cny,
  coalesce(orders.ordered_on >= products.launched_on and orders.ordered_on < products.launched_on + interval '12' month, false) as is_new_product,
  products.launched_on is null as is_undated
from staging.orders as orders
left join staging.products as products on products.product_id = orders.product_id
