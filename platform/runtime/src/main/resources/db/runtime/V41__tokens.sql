-- Bearer tokens, valid on every node. Only a hash is kept: 256 random bits need no slow one.
create table runtime.bearer_tokens (
    hash       bytea primary key,
    name       text not null,
    roles      text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index bearer_tokens_by_name on runtime.bearer_tokens (name, created_at);
