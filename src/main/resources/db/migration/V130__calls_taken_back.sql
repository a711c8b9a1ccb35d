-- What had failed before the last call, for when what was said of that call is taken back.
alter table outbox_message
    add column failure_before_call text check (failure_before_call in ('NO_ADDRESS', 'ADDRESS_REFUSED', 'SERVER_FAILED', 'NO_ANSWER',
                                                                       'WRONG_NUMBER', 'TOO_OLD'));
