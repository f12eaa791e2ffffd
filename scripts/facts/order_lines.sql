-- one row per order or, where orders have several, order line
-- 每行一条：订单，或订单行
-- time: ordered_on
-- over time: flow
-- does without: products
-- known: margin_cny, costed_cny where orders.cost_cny is not null
-- dimension order_currency: orders.currency
-- column order_currency: currency of its amounts before they were exchanged; not_stated where all orders are in one
-- column product_line: product line of the product or, where that is not known, of the order
-- column is_order: stands for its order: the line of the largest amount, unless the document takes back more than it orders
-- column is_take_back: stands for a document that takes back more than it orders, such as a reversal or a credit note
-- column margin_cny: amount less cost; null without a cost
-- column costed_cny: amount; null without a cost
select
  orders.ordered_on,
  coalesce(nullif(products.product_line, 'not_stated'), orders.product_line) as product_line,
  orders.region, orders.segment, orders.channel, orders.own,
  case
    when min(upper(orders.currency)) over () <> max(upper(orders.currency)) over () or count(orders.currency) over () < count(*) over ()
      then coalesce(upper(orders.currency), 'not_stated')
    else 'not_stated'
  end as order_currency,
  orders.amount_cny,
  orders.amount_cny - orders.cost_cny as margin_cny,
  case when orders.cost_cny is not null then orders.amount_cny end as costed_cny,
  (orders.line = 'not_stated' or leading_lines.line is not null) and take_backs.order_id is null as is_order,
  (orders.line = 'not_stated' or leading_lines.line is not null) and take_backs.order_id is not null as is_take_back
from staging.orders as orders
left join staging.products as products on products.product_id = orders.product_id
left join facts.leading_lines as leading_lines on leading_lines.order_id = orders.order_id and leading_lines.line = orders.line
left join facts.take_backs as take_backs on take_backs.order_id = orders.order_id
