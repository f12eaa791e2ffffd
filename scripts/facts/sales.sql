-- one row per order or, where orders have several, order line
-- 每行一条：订单，或订单行
-- time: ordered_on
-- over time: flow
-- does without: products
-- known: is_new_product where products.launched_on is not null
-- known: is_new_product where orders.product_id is not null
-- column product_line: product line of the product or, where that is not known, of the order
-- column is_new_product: ordered within 12 months of the product's launch; false where the launch is unknown
-- column is_undated: the launch of the product is unknown
select
  orders.ordered_on,
  coalesce(nullif(products.product_line, 'not_stated'), orders.product_line) as product_line,
  orders.region, orders.segment, orders.channel, orders.own,
  orders.amount_cny,
  coalesce(orders.ordered_on >= products.launched_on and orders.ordered_on < products.launched_on + interval '12' month, false) as is_new_product,
  products.launched_on is null as is_undated
from staging.orders as orders
left join staging.products as products on products.product_id = orders.product_id
