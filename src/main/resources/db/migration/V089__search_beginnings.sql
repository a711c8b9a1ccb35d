-- Copies whose shelf mark or barcode begins so, and bags by the place where they stand, for the search in the frame.
create index copy_shelf_mark_start on copy (lower(shelf_mark) text_pattern_ops) where shelf_mark is not null;
create index copy_barcode_start on copy (lower(barcode) text_pattern_ops);
create index reservation_bag_place on reservation (lower(bag_place)) where outcome is null and bag_place is not null;
