-- A message may become pointless before it is told.
alter table outbox_message drop constraint outbox_message_state_check;
alter table outbox_message add constraint outbox_message_state_check check (state in ('LEAVING', 'WAITING_FOR_SERVER',
    'SENT', 'SENT_BY_HAND', 'TO_CALL', 'REACHED', 'UNREACHABLE', 'NOT_SENT', 'OVERTAKEN'));
