-- one row per deal won or lost
-- 每行一条：已关闭的商机
-- time: closed_on
-- over time: flow
-- known: * where deals.outcome = 'won'
-- known: rows where deals.outcome = 'lost'
-- known: won_cny where deals.amount_cny is not null
-- dimension deal_source: deals.source
-- column is_won: the deal was won
-- column won_cny: amount of the deal; null unless it was won
-- column days_to_win: calendar days from opening to closing; null unless it was won
select
  closed_on,
  region, segment, product_line, team, own,
  source as deal_source,
  outcome = 'won' as is_won,
  case when outcome = 'won' then amount_cny end as won_cny,
  case when outcome = 'won' then date_diff('day', opened_on, closed_on) end as days_to_win
from staging.deals
where outcome is not null
