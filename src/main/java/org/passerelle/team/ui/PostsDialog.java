package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.members.service.Posts;
import org.passerelle.team.members.service.Posts.Post;

/** The posts that people may have, one list for the network. */
class PostsDialog extends Dialog {

    private final Posts posts;
    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField(getTranslation("team.post.new"));
    private final Note note = new Note();

    PostsDialog(Posts posts) {
        this.posts = posts;
        setHeaderTitle(getTranslation("team.posts"));
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        list.addClassName("rows");
        Button add = Buttons.once(getTranslation("team.post.add"), this::addPost);
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div line = new Div(name, add);
        line.addClassName("field-line");
        add(new Paragraph(getTranslation("team.posts.text")), list, line, note);
        getFooter().add(new Button(getTranslation("team.posts.close"), click -> close()));
        EnterKey.presses(this, add);
        show();
    }

    private void show() {
        list.removeAll();
        posts.all().forEach(post -> list.add(row(post)));
    }

    private ListItem row(Post post) {
        Span word = new Span(post.name());
        if (post.retired()) {
            word.addClassName("soft");
        }
        Button change = new Button(getTranslation(post.retired() ? "team.post.restore" : "team.post.retire"), click -> {
            settle(posts.retire(post.id(), !post.retired()), post.retired() ? "team.post.restored" : "team.post.retired", post.name());
        });
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        change.setAriaLabel(getTranslation(post.retired() ? "team.post.restoreOf" : "team.post.retireOf", post.name()));
        return new ListItem(word, new Span(" "), change);
    }

    private void addPost() {
        if (settle(posts.add(name.getValue()), "team.post.added", name.getValue().strip())) {
            name.clear();
        }
    }

    private boolean settle(Outcome<Void> outcome, String doneKey, String what) {
        if (outcome.isDone()) {
            note.done(doneKey, what);
        } else {
            note.refused(outcome, Map.of("name", name));
        }
        show();
        return outcome.isDone();
    }
}
