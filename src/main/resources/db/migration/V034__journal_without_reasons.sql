-- Why a rule was published is free text, kept with its version: the stories of crates had copied it.
update journal_entry set args = args[1:2]
where message_key in ('journal.quarantine.recomputed', 'journal.quarantine.ruleChanged') and cardinality(args) > 2;
