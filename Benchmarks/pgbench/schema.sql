-- What pgbench orders from: the least that keeps the same promises. A key places one order, nothing is sold that is not there, and an order
-- has its lines.
set client_min_messages = warning;
drop schema if exists pgbench cascade;
create schema pgbench;

create table pgbench.stock (
    item int primary key,
    pieces int not null check (pieces >= 0)
) with (fillfactor = 70);
create table pgbench.orders (
    id bigint generated always as identity primary key,
    key uuid not null unique,
    total bigint not null,
    state text not null default 'placed',
    placed_at timestamptz not null default now()
);
create table pgbench.lines (
    order_id bigint not null,
    number int not null,
    item int not null,
    quantity int not null,
    price bigint not null,
    primary key (order_id, number)
);
insert into pgbench.stock select item, 100000000 from generate_series(1, 100000) item;

-- Names are written out: a search path of its own would have to be set at every call.
create function pgbench.place(wanted uuid, one int, other int) returns bigint language plpgsql as $$
declare
    placed bigint;
begin
    insert into pgbench.orders (key, total) values (wanted, 1000) on conflict (key) do nothing returning id into placed;
    if placed is null then
        return (select id from pgbench.orders where key = wanted);
    end if;
    -- In their order, so that two orders never wait for each other.
    update pgbench.stock set pieces = pieces - 1 where item = least(one, other) and pieces >= 1;
    if not found then raise exception 'out of stock'; end if;
    update pgbench.stock set pieces = pieces - 1 where item = greatest(one, other) and pieces >= 1;
    if not found then raise exception 'out of stock'; end if;
    insert into pgbench.lines values (placed, 0, one, 1, 500), (placed, 1, other, 1, 500);
    return placed;
end $$;

vacuum analyze pgbench.stock;
