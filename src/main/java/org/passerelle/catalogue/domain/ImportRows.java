package org.passerelle.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of imports: jobs, their refusals, and mapping profiles. */
@Component
public class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void addWaiting(UUID id, String fileName, long bytes, UUID account, String accountName, Instant now) {
        jdbc.sql("""
                        insert into app.import_job (id, file_name, file_bytes, status, account, account_name, since)
                        values (?, ?, ?, 'WAITING', ?, ?, ?)""")
                .params(id, fileName, bytes, account, accountName, timestamp(now)).update();
    }

    public Optional<ImportJob> waitingOf(UUID account) {
        return jdbc.sql("select * from app.import_job where account = ? and status = 'WAITING'").param(account)
                .query(ImportRows::job).optional();
    }

    public Optional<ImportJob> running() {
        return jdbc.sql("select * from app.import_job where status = 'RUNNING'").query(ImportRows::job).optional();
    }

    public Optional<ImportJob> find(UUID id) {
        return jdbc.sql("select * from app.import_job where id = ?").param(id).query(ImportRows::job).optional();
    }

    /** The job, which nobody else changes until the transaction ends. */
    public Optional<ImportJob> locked(UUID id) {
        return jdbc.sql("select * from app.import_job where id = ? for update").param(id).query(ImportRows::job)
                .optional();
    }

    /** Those that run, stopped or ended, the latest first. */
    public List<ImportJob> past(int offset, int limit) {
        return jdbc.sql("select * from app.import_job where status <> 'WAITING' order by since desc, id offset ? limit ?")
                .params(offset, limit).query(ImportRows::job).list();
    }

    /** Jobs whose file is still needed. */
    public Set<UUID> withFile() {
        return jdbc.sql("select id from app.import_job where status in ('WAITING', 'RUNNING', 'STOPPED')")
                .query(UUID.class).set();
    }

    /** How a waiting job of that account is to be read, as far as it has been decided. */
    public void note(UUID id, UUID account, MarcFormat format, ImportMapping mapping) {
        jdbc.sql("""
                        update app.import_job set format = ?, mapping = ?, branches = ?, default_branch = ?
                        where id = ? and account = ? and status = 'WAITING'""")
                .params(format.name(), JSON.writeValueAsString(mapping.profile()),
                        JSON.writeValueAsString(mapping.branches()), mapping.defaultBranch(), id, account).update();
    }

    /** Takes a waiting job to {@code RUNNING}; false, and nothing has changed, when it does not wait any more. */
    public boolean start(UUID id, MarcFormat format, ImportMapping mapping, Instant now) {
        return jdbc.sql("""
                        update app.import_job set status = 'RUNNING', format = ?, mapping = ?, branches = ?,
                            default_branch = ?, since = ? where id = ? and status = 'WAITING'""")
                .params(format.name(), JSON.writeValueAsString(mapping.profile()),
                        JSON.writeValueAsString(mapping.branches()), mapping.defaultBranch(), timestamp(now), id)
                .update() == 1;
    }

    /** Makes others who want to start an import wait until the transaction ends: what runs by then stays true. */
    public void oneStartAtATime() {
        jdbc.sql("lock table app.import_job in share row exclusive mode").update();
    }

    public boolean change(UUID id, Set<Status> from, Status to, Instant ended) {
        return jdbc.sql("update app.import_job set status = :to, ended = :ended where id = :id and status in (:from)")
                .param("to", to.name()).param("ended", ended == null ? null : timestamp(ended)).param("id", id)
                .param("from", from.stream().map(Enum::name).toList()).update() == 1;
    }

    public void delete(UUID id) {
        jdbc.sql("delete from app.import_job where id = ?").param(id).update();
    }

    public void advance(UUID id, RecordPosition next, Counts more) {
        jdbc.sql("""
                        update app.import_job set next_number = ?, next_offset = ?, created = created + ?,
                            updated = updated + ?, unchanged = unchanged + ?, refused = refused + ?,
                            copies_created = copies_created + ?, copies_updated = copies_updated + ?,
                            copies_refused = copies_refused + ?, unknown_material = unknown_material + ?,
                            copies_unnamed = copies_unnamed + ?
                        where id = ?""")
                .params(next.number(), next.offset(), more.created(), more.updated(), more.unchanged(), more.refused(),
                        more.copiesCreated(), more.copiesUpdated(), more.copiesRefused(), more.unknownMaterial(),
                        more.copiesUnnamed(), id)
                .update();
    }

    /** Remembers the identifiers; answers those that this import had not met before. */
    public Set<String> firstMet(UUID job, List<String> identifiers) {
        return jdbc.sql("""
                        insert into app.import_seen select cast(:job as uuid), unnest(cast(:identifiers as text[]))
                        on conflict do nothing returning identifier""")
                .param("job", job).param("identifiers", identifiers.toArray(String[]::new))
                .query(String.class).set();
    }

    /** Those of the identifiers that this import has met. */
    public Set<String> met(UUID job, Collection<String> identifiers) {
        return identifiers.isEmpty() ? Set.of()
                : jdbc.sql("select identifier from app.import_seen where job = :job and identifier in (:identifiers)")
                        .param("job", job).param("identifiers", identifiers).query(String.class).set();
    }

    public void forgetMet(UUID job) {
        jdbc.sql("delete from app.import_seen where job = ?").param(job).update();
    }

    public void addRefusals(UUID job, List<ImportRefusal> refusals) {
        batches.batchUpdate("""
                insert into app.import_refusal (job, number, copy_rank, byte_offset, reason, identifier, barcode, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", refusals, 100, (statement, refusal) -> {
            statement.setObject(1, job);
            statement.setLong(2, refusal.position().number());
            statement.setInt(3, refusal.copyRank());
            statement.setLong(4, refusal.position().offset());
            statement.setString(5, refusal.reason());
            statement.setString(6, refusal.identifier());
            statement.setString(7, refusal.barcode());
            statement.setString(8, refusal.detail());
        });
    }

    /** In the order of the file, after that record and copy. */
    public List<ImportRefusal> refusals(UUID job, long afterNumber, int afterRank, int limit) {
        return jdbc.sql("""
                        select * from app.import_refusal where job = ? and (number, copy_rank) > (?, ?)
                        order by number, copy_rank limit ?""")
                .params(job, afterNumber, afterRank, limit)
                .query((row, n) -> new ImportRefusal(
                        new RecordPosition(row.getLong("number"), row.getLong("byte_offset")), row.getInt("copy_rank"),
                        row.getString("reason"), row.getString("identifier"), row.getString("barcode"),
                        row.getString("detail"))).list();
    }

    /** How often each reason was given. */
    public Map<String, Integer> reasons(UUID job) {
        return jdbc.sql("select reason, count(*)::int as times from app.import_refusal where job = ? group by reason")
                .param(job).query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("reason"), row -> (Integer) row.get("times")));
    }

    public void keepProfile(ImportMapping mapping) {
        jdbc.sql("""
                        insert into app.import_profile (name, mapping, branches, default_branch) values (?, ?, ?, ?)
                        on conflict (name) do update set mapping = excluded.mapping, branches = excluded.branches,
                            default_branch = excluded.default_branch""")
                .params(mapping.profile().name(), JSON.writeValueAsString(mapping.profile()),
                        JSON.writeValueAsString(mapping.branches()), mapping.defaultBranch()).update();
    }

    public List<ImportMapping> profiles() {
        return jdbc.sql("select * from app.import_profile order by name").query(ImportRows::mapping).list();
    }

    private static ImportJob job(ResultSet row, int n) throws SQLException {
        String format = row.getString("format");
        return new ImportJob(row.getObject("id", UUID.class), row.getString("file_name"), row.getLong("file_bytes"),
                Status.valueOf(row.getString("status")), row.getObject("account", UUID.class),
                row.getString("account_name"), instant(row, "since"), instant(row, "ended"),
                format == null ? null : MarcFormat.valueOf(format), format == null ? null : mapping(row, n),
                new RecordPosition(row.getLong("next_number"), row.getLong("next_offset")),
                new Counts(row.getInt("created"), row.getInt("updated"), row.getInt("unchanged"), row.getInt("refused"),
                        row.getInt("copies_created"), row.getInt("copies_updated"), row.getInt("copies_refused"),
                        row.getInt("unknown_material"), row.getInt("copies_unnamed")));
    }

    private static ImportMapping mapping(ResultSet row, int n) throws SQLException {
        return new ImportMapping(JSON.readValue(row.getString("mapping"), CopyMappingProfile.class),
                JSON.readValue(row.getString("branches"), new TypeReference<Map<String, UUID>>() {
                }), row.getObject("default_branch", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
