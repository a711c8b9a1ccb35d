package org.passerelle.team.members.domain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.platform.PlainText;

/**
 * A list of agents as a table of texts, from a file that a spreadsheet has written. How it was written is guessed, and may be
 * said otherwise.
 *
 * @param rows without the header, each as long as the header
 */
public record AgentFile(Charset charset, char delimiter, List<String> header, List<List<String>> rows) {

    /** In bytes: far more than a network has agents. */
    public static final int LARGEST = 500_000;
    public static final int MOST_ROWS = 1_000;
    public static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    public static final List<Character> DELIMITERS = List.of(';', ',', '\t');

    private static final Pattern HOURS = Pattern.compile(
            "(\\d{1,2})\\s*(?:[h:.]\\s*(\\d{2})?)?\\s*(?:-|–|à|to)\\s*(\\d{1,2})\\s*(?:[h:.]\\s*(\\d{2})?)?\\s*(t.*)?", Pattern.CASE_INSENSITIVE);

    /** What a column may hold. */
    public enum Column {
        PERSON(Set.of("person", "personne", "agent", "name", "nom", "username", "identifiant", "email", "courriel")),
        BRANCH(Set.of("branch", "bibliotheque", "site", "lieu")),
        POST(Set.of("post", "poste", "fonction")),
        SHARE(Set.of("share", "quotite", "taux", "percent")),
        MONDAY(Set.of("monday", "lundi")), TUESDAY(Set.of("tuesday", "mardi")), WEDNESDAY(Set.of("wednesday", "mercredi")),
        THURSDAY(Set.of("thursday", "jeudi")), FRIDAY(Set.of("friday", "vendredi")), SATURDAY(Set.of("saturday", "samedi")),
        SUNDAY(Set.of("sunday", "dimanche"));

        private final Set<String> names;

        Column(Set<String> names) {
            this.names = names;
        }

        /** The weekday of a column of hours. */
        public Optional<DayOfWeek> weekday() {
            return Stream.of(DayOfWeek.values()).filter(day -> day.name().equals(name())).findFirst();
        }
    }

    /** @param charset null where it is to be guessed @param delimiter likewise */
    public static AgentFile read(byte[] bytes, Charset charset, Character delimiter) {
        Charset written = charset != null ? charset : isUtf8(bytes) ? StandardCharsets.UTF_8 : CHARSETS.getLast();
        String text = new String(bytes, written).replaceFirst("^\\uFEFF", "");
        String first = text.lines().findFirst().orElse("");
        char between = delimiter != null ? delimiter : DELIMITERS.stream()
                .max((one, other) -> Long.compare(count(first, one), count(first, other))).orElseThrow();
        List<List<String>> all;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(between)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            all = reader.stream().map(row -> row.getFields().stream().map(PlainText::line).toList())
                    .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty())).limit(MOST_ROWS + 2L).toList();
        } catch (IOException | RuntimeException unreadable) {
            all = List.of();
        }
        List<String> header = all.isEmpty() ? List.of() : all.getFirst();
        return new AgentFile(written, between, header, all.stream().skip(1).map(row -> padded(row, header.size())).toList());
    }

    private static List<String> padded(List<String> row, int size) {
        return Stream.concat(row.stream(), Stream.generate(() -> "")).limit(size).toList();
    }

    private static long count(String line, char sign) {
        return line.chars().filter(each -> each == sign).count();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            CharBuffer read = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
            return read.length() >= 0;
        } catch (CharacterCodingException no) {
            return false;
        }
    }

    /** Which column holds what, by its heading. */
    public Map<Column, Integer> guess() {
        Map<Column, Integer> guessed = new EnumMap<>(Column.class);
        for (int at = header.size() - 1; at >= 0; at--) {
            String name = Normalizer.normalize(header.get(at), Normalizer.Form.NFD).replaceAll("[^\\p{Alpha}]", "").toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.names.contains(name)) {
                    guessed.put(column, at);
                }
            }
        }
        return guessed;
    }

    /**
     * Hours as people write them: 9h-17h, 9:00-17:30 T (telework). Empty where the day is not worked.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Optional<WorkingDay> hours(DayOfWeek day, String written) {
        if (written.isBlank() || written.equals("-")) {
            return Optional.empty();
        }
        Matcher hours = HOURS.matcher(written.strip());
        if (!hours.matches()) {
            throw new IllegalArgumentException("no hours: " + written);
        }
        try {
            return Optional.of(new WorkingDay(Weeks.EVERY, day, time(hours, 1), time(hours, 3), hours.group(5) != null));
        } catch (DateTimeException no) {
            throw new IllegalArgumentException("no hours of a day: " + written, no);
        }
    }

    private static LocalTime time(Matcher hours, int group) {
        String minutes = hours.group(group + 1);
        return LocalTime.of(Integer.parseInt(hours.group(group)), minutes == null ? 0 : Integer.parseInt(minutes));
    }
}
