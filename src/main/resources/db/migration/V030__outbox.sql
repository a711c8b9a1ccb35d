-- Messages to people. Rows hold personal data and are purged some time after they are settled.
create table outbox_message (
    id             uuid primary key,
    version        int not null,
    about_process  text not null,
    about_case     uuid not null,
    branch         uuid not null references branch,
    template       text not null,
    language       text not null check (language in ('fr', 'en')),
    recipient_name text not null,
    email          text,
    phone          text,
    prefers_phone  boolean not null,
    reference      text,
    subject        text not null,
    body           text not null,
    words          text not null,
    state          text not null check (state in ('LEAVING', 'WAITING_FOR_SERVER', 'SENT', 'SENT_BY_HAND', 'TO_CALL',
                                                  'REACHED', 'UNREACHABLE', 'NOT_SENT')),
    failure        text check (failure in ('NO_ADDRESS', 'ADDRESS_REFUSED', 'SERVER_FAILED', 'NO_ANSWER', 'WRONG_NUMBER',
                                           'TOO_OLD')),
    last_error     text,
    mail_attempts  int not null,
    call_attempts  int not null,
    round          int not null,
    created_at     timestamptz not null,
    round_at       timestamptz not null,
    settled_at     timestamptz,
    search_text    text not null generated always as (app.search_form(recipient_name || ' ' || coalesce(reference, '')
        || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || subject)) stored
);
create index outbox_message_created on outbox_message (created_at desc, id);
create index outbox_message_state on outbox_message (state, created_at desc);
create index outbox_message_about on outbox_message (about_case);
create index outbox_message_settled on outbox_message (settled_at);

create table outbox_attachment (
    message      uuid not null references outbox_message on delete cascade,
    position     int not null,
    name         text not null,
    content_type text not null,
    bytes        bytea not null,
    primary key (message, position)
);
