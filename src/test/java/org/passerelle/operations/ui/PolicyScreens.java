package org.passerelle.operations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules' screen as a manager opens and fills it, without a browser. */
@PasserelleTest
abstract class PolicyScreens extends ScreenTest {

    static final String TABLE = "quarantine-policy";

    @Autowired
    Policies policies;
    @Autowired
    QuarantineRoom room;

    UUID branch;
    CurrentUser agent;

    @BeforeEach
    void aManagerAtTheRules() {
        branch = room.branch("PORT");
        agent = room.agentOf(branch);
        signIn(room.manager());
    }

    void open() {
        UI.getCurrent().navigate("policies/" + TABLE);
        roundTrip();
    }

    void publishElsewhere(String hours) {
        CurrentUser colleague = room.manager();
        List<Row> rows = new ArrayList<>(room.by(colleague, () -> policies.open(TABLE)).orElseThrow().rows());
        List<String> then = new ArrayList<>(rows.getFirst().then());
        then.set(0, hours);
        rows.set(0, new Row(rows.getFirst().when(), then, rows.getFirst().note()));
        room.by(colleague, () -> policies.publish(TABLE, policies.open(TABLE).orElseThrow().version(), rows, "Consigne",
                Reach.NEW_ONLY, Set.of())).value();
    }

    /** The hours of that row. */
    TextField hours(int row) {
        return all(TextField.class).filter(field -> "Quarantaine, en heures".equals(field.getAriaLabel().orElse("")))
                .toList().get(row);
    }

    void because(String reason) {
        all(TextArea.class).findFirst().orElseThrow().setValue(reason);
    }
}
