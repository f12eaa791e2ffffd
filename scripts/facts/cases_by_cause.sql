-- one row per complaint or return, with its cause
-- 每行一条：投诉或退货，连同原因
-- time: opened_on
-- over time: flow
-- does without: orders, products
-- known: refund_cny where after_sales.refund_cny is not null
select
  opened_on,
  product_line, region, segment, channel, own,
  case_kind, case_cause, refund_cny
from facts.after_sales_cases
