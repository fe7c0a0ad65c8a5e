-- What checks need that outlive their process. Run it once: psql -f schema.sql

-- One row for each check that was asked for. It stays: this is the history, and the verdicts.
create table connection_check (
    id         text primary key,                        -- chosen by whoever asks: the same id is the same check
    connection text        not null,                    -- the user's name for it; settings and secrets are elsewhere
    state      text        not null default 'NEW'
        check (state in ('NEW', 'STARTING', 'RUNNING', 'DECIDED', 'ERROR', 'START_UNKNOWN')),
    worker     text,                                    -- the process that sends the start, or has sent it
    token      text,                                    -- goes on with the check, in any process; no secret
    polls      integer     not null default 0,
    verdict    text,                                    -- PASSED, FAILED or INCONCLUSIVE; of DECIDED checks alone
    message    text,                                    -- the vendor's words, or why there is no verdict; masked
    requested  timestamptz not null default now(),
    started    timestamptz,
    finished   timestamptz
);

-- One row for each check that is not finished, as db-scheduler wants it; priority is left out, which nobody uses here.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,          -- the check's id
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
