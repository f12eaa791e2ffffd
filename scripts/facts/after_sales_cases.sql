-- one row per complaint or return
-- 每行一条：投诉或退货
-- time: opened_on
-- over time: flow
-- does without: orders, products
-- known: is_return where after_sales.kind = 'return'
-- known: is_complaint where after_sales.kind = 'complaint'
-- dimension case_kind: after_sales.kind
-- dimension case_cause: after_sales.cause
-- column product_line: product line of the order line that the case names or, where it names none, of that of the largest amount
-- column is_return: the case is a return
-- column is_complaint: the case is a complaint
select
  cases.opened_on,
  coalesce(nullif(products.product_line, 'not_stated'), orders.product_line, 'not_stated') as product_line,
  coalesce(orders.region, 'not_stated') as region,
  coalesce(orders.segment, 'not_stated') as segment,
  coalesce(orders.channel, 'not_stated') as channel,
  coalesce(nullif(cases.own, 'not_stated'), orders.own, 'not_stated') as own,
  cases.kind as case_kind,
  cases.cause as case_cause,
  cases.refund_cny,
  cases.kind = 'return' as is_return,
  cases.kind = 'complaint' as is_complaint
from staging.after_sales as cases
left join facts.leading_lines as leading_lines on leading_lines.order_id = cases.order_id
left join staging.orders as orders
  on orders.order_id = cases.order_id
  and orders.line = case when cases.line <> 'not_stated' then cases.line else coalesce(leading_lines.line, 'not_stated') end
left join staging.products as products on products.product_id = orders.product_id
