package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The day an agent looks at is chosen at the top of its screen. */
@PasserelleTest
class DayViewTest extends ScreenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Autowired
    Drive drive;

    @BeforeEach
    void anAgentLooksAtADay() {
        UUID branch = drive.branch("PORT");
        signIn(drive.agentOf(branch));
        UI.getCurrent().navigate("drive/" + branch + "/" + DAY);
    }

    @Test
    void aDateThatIsClearedComesBackAndTheDaysBesideItStayInReach() {
        clearTheDate();
        assertThat(day().getValue()).isEqualTo(DAY);

        button("›").click();
        assertThat(day().getValue()).isEqualTo(DAY.plusDays(1));
        clearTheDate();
        button("‹").click();
        assertThat(day().getValue()).isEqualTo(DAY);
    }

    @Test
    void theCalendarSpeaksTheLanguageOfTheScreen() {
        assertThat(day().getI18n().getMonthNames()).startsWith("janvier");
        assertThat(day().getI18n().getFirstDayOfWeek()).isEqualTo(1);
    }

    @Test
    void everyCalendarOfTheProductDoes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<String> mute = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("new DatePicker("))
                    .filter(file -> !read(file).contains("DateWords.localised(")).map(Path::toString).toList();
            assertThat(mute).isEmpty();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void clearTheDate() {
        LocalDate before = day().getValue();
        DatePicker picker = day();
        picker.setValue(null);
        ComponentUtil.fireEvent(picker, new AbstractField.ComponentValueChangeEvent<>(picker, picker, before, true));
    }

    private DatePicker day() {
        return all(DatePicker.class).findFirst().orElseThrow();
    }
}
