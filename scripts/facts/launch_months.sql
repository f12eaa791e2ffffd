-- one row per product and complete month since its launch, up to the twelfth
-- 每行一条：产品上市后的每个完整月，至第 12 个月
-- time: launched_on
-- over time: flow
-- ends: ends_on
-- known: * where products.launched_on is not null
-- known: * where orders.product_id is not null
-- dimension month_since_launch: 上市后第几月 | Month since launch
-- column ends_on: last day of the month counted from the launch
-- column product: name of the product; products of one name are numbered in the order of their launch
-- column month_since_launch: number of the month counted from the launch, 01 to 12
-- column amount_cny: revenue of the product's orders in that month, net of tax; 0 without orders
with nth as (
  select row_number() over (order by first_day) as month_number from staging.months
),
named as (
  select
    product_id, product_line, launched_on,
    -- blanks, those as wide as a letter and those that do not break included, make no other name
    trim(replace(replace(product, '　', ' '), ' ', ' ')) as product,
    replace(replace(replace(product, '　', ''), ' ', ''), ' ', '') as letters
  from staging.products
  where launched_on >= (select min(ordered_on) from staging.orders)
),
launched as (
  select
    product_id, product_line, launched_on, product, letters,
    count(*) over (partition by letters) as namesakes,
    row_number() over (partition by letters order by launched_on, product_id) as place,
    count(*) over (partition by substr(letters, 1, position('(' in letters || '(') - 1)) as relatives
  from named
),
numbers as (
  select row_number() over (order by product_id) as number from launched
),
-- numbers with which a name is not that of another product: no more are taken than there are relatives, whose names are alike up to the bracket
free_numbers as (
  select
    names.letters, numbers.number,
    row_number() over (partition by names.letters order by numbers.number) as place
  from (select distinct letters, relatives from launched where namesakes > 1) as names
  join numbers on numbers.number <= names.relatives
  left join launched as taken on taken.letters = names.letters || '(' || cast(numbers.number as varchar) || ')'
  where taken.product_id is null
),
launch_months as (
  select
    launched.product_id, launched.product_line, launched.launched_on, nth.month_number,
    -- products of one name are numbered in the order of their launch
    case
      when launched.namesakes = 1 then launched.product
      else launched.product || ' (' || cast(free_numbers.number as varchar) || ')'
    end as product,
    cast(launched.launched_on + (nth.month_number - 1) * interval '1' month as date) as starts_on,
    cast(launched.launched_on + nth.month_number * interval '1' month - interval '1' day as date) as ends_on
  from launched
  left join free_numbers on free_numbers.letters = launched.letters and free_numbers.place = launched.place
  join nth on nth.month_number <= 12
)
select
  launch_months.launched_on, launch_months.ends_on,
  launch_months.product_line, launch_months.product,
  lpad(cast(launch_months.month_number as varchar), 2, '0') as month_since_launch,
  coalesce(sum(orders.amount_cny), 0) as amount_cny
from launch_months
left join staging.orders as orders
  on orders.product_id = launch_months.product_id and orders.ordered_on >= launch_months.starts_on and orders.ordered_on <= launch_months.ends_on
where launch_months.ends_on <= (select max(last_day) from staging.months)
group by launch_months.product_id, launch_months.launched_on, launch_months.ends_on, launch_months.product_line, launch_months.product, launch_months.month_number
