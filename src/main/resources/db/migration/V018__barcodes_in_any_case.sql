-- Scanners may change the case: a copy is found whatever it is. Not unique: a catalogue may hold two that differ in case
-- alone from before; no third comes in.
create index copy_barcode_in_any_case on copy (lower(barcode));
