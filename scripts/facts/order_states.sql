-- one row per order, cancelled ones included
-- 每行一条：订单，取消的也在内
-- time: ordered_on
-- over time: flow
-- known: is_cancelled where order_states.is_cancelled is not null
-- dimension order_state: order_states.state
-- column is_cancelled: cancelled or voided; false where that is not recorded
select
  ordered_on,
  product_line, region, segment, channel, own,
  state as order_state,
  coalesce(is_cancelled, false) as is_cancelled
from staging.order_states
