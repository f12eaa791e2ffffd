-- one row per document that takes back more than it orders, such as a reversal or a credit note
-- 每行一条：冲减多于订购的单据，如红字单、退货单
-- time: ordered_on
-- over time: flow
select order_id, min(ordered_on) as ordered_on
from staging.orders
group by order_id
having sum(amount_cny) < 0
