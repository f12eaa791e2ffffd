-- one row per order or, where after-sales cases name them, order line; documents and lines that take back are left out
-- 每行一条：订单；售后单写明订单行时，为订单行；冲减的单据和行除外
-- time: ordered_on
-- over time: flow
-- does without: products
-- column product_line: product line of the product or, where that is not known, of the order; of an order of several lines that of the largest amount
with declared as (
  select count(*) > 0 as is_by_line from staging.after_sales where line <> 'not_stated'
)
select
  orders.ordered_on,
  coalesce(nullif(products.product_line, 'not_stated'), orders.product_line) as product_line,
  orders.region, orders.segment, orders.channel, orders.own
from staging.orders as orders
cross join declared
left join staging.products as products on products.product_id = orders.product_id
left join facts.leading_lines as leading_lines on leading_lines.order_id = orders.order_id and leading_lines.line = orders.line
left join facts.take_backs as take_backs on take_backs.order_id = orders.order_id
where (declared.is_by_line or orders.line = 'not_stated' or leading_lines.line is not null)
  and orders.amount_cny >= 0 and take_backs.order_id is null
