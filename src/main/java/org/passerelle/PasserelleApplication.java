package org.passerelle;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.theme.lumo.Lumo;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the product: one application, one PostgreSQL database, one process engine inside it. */
@SpringBootApplication
@Modulithic(systemName = "Passerelle")
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("theme/passerelle.css")
public class PasserelleApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        // Engine columns carry no zone: everything is stored and computed in UTC, each branch shows its own time.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(PasserelleApplication.class, args);
    }
}
