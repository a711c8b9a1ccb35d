-- A loan that nobody came for is voided when the appointment is given up, no longer when its document is put back.
update loan l set state = 'VOIDED', version = l.version + 1
from reservation r where r.id = l.reservation and r.outcome = 'NO_SHOW' and l.state = 'PREPARED';
