-- one row per complaint or return
-- 每行一条：投诉或退货
-- time: opened_on
-- over time: flow
-- does without: orders, products
-- known: is_return where after_sales.kind = 'return'
-- known: is_complaint where after_sales.kind = 'complaint'
-- dimension case_cause: after_sales.cause
-- column is_return: the case is a return
-- column is_complaint: the case is a complaint
select
  cases.opened_on,
  coalesce(products.product_line, 'not_stated') as product_line,
  coalesce(orders.region, 'not_stated') as region,
  coalesce(orders.segment, 'not_stated') as segment,
  cases.cause as case_cause,
  cases.kind = 'return' as is_return,
  cases.kind = 'complaint' as is_complaint
from staging.after_sales as cases
left join staging.orders as orders on orders.order_id = cases.order_id
left join staging.products as products on products.product_id = orders.product_id
