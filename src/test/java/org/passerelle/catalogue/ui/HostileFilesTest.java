package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.Imports;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files that nobody should send, through the whole import: each is told, and loses no good record. */
@PasserelleTest
class HostileFilesTest {

    @Autowired
    ApplicationContext product;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    CatalogueSearch search;
    @Autowired
    Messages messages;

    final CurrentUser manager = Imports.manager("Mme Diallo");
    Imports imports;
    UUID centre;

    @BeforeEach
    void aBranch() {
        centre = catalogue.branch("CEN");
        imports = new Imports(product);
    }

    @Test
    void aRecordOfTenThousandFieldsIsOneTitleWithTheFirstHundredSubjects() {
        String subjects = IntStream.range(0, 10_000).mapToObj(n -> field("650", "a", n < 100 ? "Sujet" + n : "Zoologie" + n))
                .collect(Collectors.joining());

        ImportJob done = imported(MarcFormat.MARCXML, xml(xmlRecord("1", "Nana", subjects), xmlRecord("2", "Germinal", "")));

        assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(titles("sujet99")).containsExactly("Nana");
        assertThat(search.search("zoologie9999", SearchFilters.NONE, 0, 5).titles()).isEmpty();
    }

    @Test
    void tenThousandCopiesOfOneRecordAreTaken() {
        String copies = IntStream.range(0, 10_000).mapToObj(n -> field("949", "i", "c" + n)).collect(Collectors.joining());

        assertThat(imported(MarcFormat.MARCXML, xml(xmlRecord("1", "Nana", copies))).counts())
                .isEqualTo(new Counts(1, 0, 0, 0, 10_000, 0, 0, 0, 0));
    }

    @Test
    void aTitleOfAMegabyteIsRefusedAndTheNextRecordIsTaken() {
        ImportJob fromXml = imported(MarcFormat.MARCXML,
                xml(xmlRecord("1", "x".repeat(1 << 20), ""), xmlRecord("2", "Germinal", "")));
        ImportJob fromMarc = imported(MarcFormat.MARC21_UTF8,
                file(record("3", "x".repeat(1 << 20)), record("4", "Nana")));

        for (ImportJob done : new ImportJob[] {fromXml, fromMarc}) {
            assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0, 0, 0, 0));
            assertThat(imports.refusals(done.id())).extracting(ImportRefusal::reason).containsExactly("TOO_LONG");
        }
    }

    @Test
    void aTitleOfNineThousandLettersIsCutToWhatACatalogueCanShow() {
        imported(MarcFormat.MARC21_UTF8, file(record("1", "Nana " + "x".repeat(9_000))));

        assertThat(titles("nana").getFirst()).hasSize(2_000);
    }

    @Test
    void binaryFilesHoldNoRecordWhateverTheirBytes() {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        byte[] zip = noise.clone();
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, 4);
        byte[] page = ("<!doctype html><html><body>" + "<p>Erreur</p>".repeat(500)).getBytes(StandardCharsets.UTF_8);

        for (byte[] content : new byte[][] {noise, zip, page, new byte[10_000]}) {
            for (MarcFormat format : new MarcFormat[] {MarcFormat.MARC21_UTF8, MarcFormat.MARCXML}) {
                ImportJob done = imported(format, content);
                assertThat(done.counts().created()).isZero();
                assertThat(imports.refusals(done.id())).hasSizeLessThan(5);
            }
        }
    }

    @Test
    void aTruncatedFileLosesItsLastRecordOnly() {
        byte[] whole = file(record("1", "Nana", copy("1", "R", "CEN")), record("2", "Germinal", copy("2", "R", "CEN")));

        ImportJob done = imported(MarcFormat.MARC21_UTF8, Arrays.copyOf(whole, whole.length - 20));

        assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0, 0, 0));
        assertThat(imports.refusals(done.id())).extracting(ImportRefusal::reason).containsExactly("TRUNCATED");
    }

    @Test
    void whatLooksLikeAFormulaIsTextInTheReportForSpreadsheets() throws IOException {
        imported(MarcFormat.MARC21_UTF8, file(record("=1+1", "-2+cmd|' /C calc'!A0")));
        ImportJob done = imported(MarcFormat.MARC21_UTF8, file(record("=1+1", "Tout autre chose"),
                record("2", "Nana", copy("@SUM(A1)", "R", "CEN"), copy("@SUM(A1)", "-2+3", "CEN"))));

        assertThat(imports.refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier)
                .containsExactly(tuple("IDENTIFIER_OF_ANOTHER_TITLE", "=1+1"), tuple("BARCODE_REPEATED", "2"));
        StringWriter report = new StringWriter();
        imports.as(manager, () -> {
            write(done, report);
            return null;
        });
        assertThat(report.toString().lines().skip(1)).hasSize(2).noneMatch(line -> line.matches("(.*;)?\"?[=+@-].*"))
                .anyMatch(line -> line.contains("\"'=1+1\"") && line.contains("\"'-2+cmd|' /C calc'!A0\""))
                .anyMatch(line -> line.contains("\"'@SUM(A1)\"") && line.contains("\"'-2+3\""));
    }

    private void write(ImportJob job, StringWriter into) {
        try {
            new RefusalsFile(imports.desk, messages, job, Locale.FRENCH).write(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportJob imported(MarcFormat format, byte[] content) {
        UUID id = imports.received(manager, "hostile", content);
        imports.as(manager, () -> imports.desk.start(id, format, Imports.mapping(Map.of(), centre))).value();
        return imports.runToTheEnd(id);
    }

    private List<String> titles(String words) {
        return search.search(words, SearchFilters.NONE, 0, 5).titles().stream().map(FoundTitle::title)
                .map(title -> title.title()).toList();
    }

    private static byte[] xml(String... records) {
        return ("<collection xmlns=\"http://www.loc.gov/MARC21/slim\">" + String.join("", records) + "</collection>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String xmlRecord(String identifier, String title, String more) {
        return "<record><leader>00000nam a2200000   4500</leader><controlfield tag=\"001\">" + identifier
                + "</controlfield>" + field("245", "a", title) + more + "</record>";
    }

    private static String field(String tag, String code, String text) {
        return "<datafield tag=\"" + tag + "\" ind1=\" \" ind2=\" \"><subfield code=\"" + code + "\">" + text
                + "</subfield></datafield>";
    }
}
