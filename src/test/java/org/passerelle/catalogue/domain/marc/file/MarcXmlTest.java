package org.passerelle.catalogue.domain.marc.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.read;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.readOne;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;


class MarcXmlTest {

    private static String record(String identifier, String title) {
        return "<record><leader>00000nam a2200000 a 4500</leader><controlfield tag=\"001\">" + identifier
                + "</controlfield><datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><subfield code=\"a\">" + title
                + "</subfield></datafield></record>\n";
    }

    private static String collection(String... records) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n"
                + String.join("", records) + "</collection>";
    }

    private static List<String> toldOf(String xml) {
        return told(read(xml.getBytes(UTF_8), MarcFormat.MARCXML));
    }

    @Test
    void records_of_a_collection_are_read() {
        assertThat(toldOf(collection(record("1", "Un"), record("2", "Deux &amp; trois"), "<!-- <record> no -->",
                record("3", "<![CDATA[Trois]]>")))).containsExactly("1", "2", "3");
    }

    @Test
    void malformed_xml_costs_one_record_only() {
        assertThat(toldOf(collection(record("1", "Un"), record("2", "a & b < c"), record("3", "\u0001"),
                record("4", "Quatre")))).containsExactly("1", "BROKEN_STRUCTURE", "BROKEN_STRUCTURE", "4");
    }

    @Test
    void a_record_never_closed_does_not_take_the_next_one_with_it() {
        assertThat(toldOf(collection(record("1", "Un"), record("2", "Deux").replace("</record>", ""),
                record("3", "Trois")))).containsExactly("1", "BROKEN_STRUCTURE", "3");
    }

    @Test
    void a_truncated_file_loses_only_its_last_record() {
        String whole = collection(record("1", "Un"), record("2", "Deux"));

        assertThat(toldOf(whole.substring(0, whole.indexOf("Deux") + 2))).containsExactly("1", "TRUNCATED");
    }

    @Test
    void records_wrapped_by_a_harvesting_protocol_are_read_once() {
        String wrapped = "<record><header><identifier>oai:1</identifier></header><metadata>"
                + record("1", "Un").replace("<record", "<marc:record xmlns:marc=\"http://www.loc.gov/MARC21/slim\"")
                        .replace("</record", "</marc:record") + "</metadata></record>";

        assertThat(toldOf("<OAI-PMH>" + wrapped + wrapped + "</OAI-PMH>")).containsExactly("1", "1");
    }

    @Test
    void a_prefix_declared_on_the_collection_is_understood() {
        String prefixed = collection(record("1", "Un")).replaceAll("<(/?)(?=[a-z])", "<$1m:")
                .replace("xmlns=", "xmlns:m=");

        assertThat(toldOf(prefixed)).containsExactly("1");
    }

    @Test
    void no_file_of_the_server_can_be_drawn_into_a_record(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String hostile = "<?xml version=\"1.0\"?><!DOCTYPE collection [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]>" + "<collection>" + record("1", "&x;") + record("2", "Deux") + "</collection>";

        assertThat(toldOf(hostile)).containsExactly("BROKEN_STRUCTURE", "2");
    }

    @Test
    void entities_that_multiply_are_never_expanded() {
        String hostile = "<!DOCTYPE c [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><c>"
                + record("1", "&b;") + "</c>";

        assertThat(toldOf(hostile)).containsExactly("BROKEN_STRUCTURE");
    }

    @Test
    void an_endless_record_is_refused_alone() {
        assertThat(toldOf(collection(record("1", "x".repeat(1_200_000)), record("2", "Deux"))))
                .containsExactly("TOO_LONG", "2");
    }

    @Test
    void reading_resumes_by_rank() {
        byte[] xml = collection(record("1", "Un"), record("2", "&no;"), record("3", "Trois"), record("4", "Quatre"))
                .getBytes(UTF_8);
        List<ReadRecord> whole = read(xml, MarcFormat.MARCXML);

        for (int i = 0; i < whole.size(); i++) {
            assertThat(read(xml, MarcFormat.MARCXML, CopyMappingProfile.UNIMARC_995, whole.get(i).next()))
                    .isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    @Test
    void the_declared_encoding_is_followed() {
        String latin = collection(record("1", "Été")).replace("UTF-8", "ISO-8859-1");

        for (byte[] xml : List.of(latin.getBytes(ISO_8859_1), latin.replace("ISO-8859-1", "UTF-16").getBytes(UTF_16),
                collection(record("1", "E\u0301te\u0301")).getBytes(UTF_8))) {
            assertThat(readOne(xml, MarcFormat.MARCXML, CopyMappingProfile.UNIMARC_995).title()).isEqualTo("Été");
        }
        assertThat(told(read(collection(record("1", "Été"), record("2", "Deux")).getBytes(ISO_8859_1),
                MarcFormat.MARCXML))).containsExactly("UNREADABLE_CHARACTERS", "2");
    }

    @Test
    void unimarc_in_xml_is_recognised_by_its_title_field() {
        String unimarc = record("1", "Été").replace("\"245\"", "\"200\"");

        assertThat(readOne(collection(unimarc).getBytes(UTF_8), MarcFormat.MARCXML, CopyMappingProfile.UNIMARC_995)
                .title()).isEqualTo("Été");
    }
}
