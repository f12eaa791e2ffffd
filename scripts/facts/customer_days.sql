-- one row per customer and day with an order; neither a document nor a line that takes back is one
-- 每行一条：客户及其下单日；冲减的单据和行不算下单
-- time: ordered_on
-- over time: flow
-- column region: region of the customer's orders of the day, the first by name where these have several
-- column segment: segment of the customer's orders of the day, the first by name where these have several
select orders.customer_id, orders.ordered_on, min(orders.region) as region, min(orders.segment) as segment
from staging.orders as orders
left join facts.take_backs as take_backs on take_backs.order_id = orders.order_id
where orders.customer_id is not null and orders.amount_cny >= 0 and take_backs.order_id is null
group by orders.customer_id, orders.ordered_on
