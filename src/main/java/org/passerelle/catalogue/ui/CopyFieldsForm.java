package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;

/** Where the sender's records keep their copies: a mapping profile, field by field. */
class CopyFieldsForm extends Details {

    private static final int LONGEST_NAME = 60;

    private final Runnable changed;
    private final TextField name = field("name", ".*\\S.*", LONGEST_NAME);
    private final TextField tag = field("tag", "(?!00)[0-9A-Za-z]{3}", 3);
    private final TextField barcode = field("barcode", "[0-9A-Za-z]+", 5);
    private final TextField shelfMark = field("shelfMark", "[0-9A-Za-z]*", 5);
    private final TextField branch = field("branch", "[0-9A-Za-z]*", 5);
    private final TextField copyType = field("copyType", "[0-9A-Za-z]*", 5);
    private final Map<MaterialType, TextField> types = new EnumMap<>(MaterialType.class);
    private final Map<MaterialType, TextField> prefixes = new EnumMap<>(MaterialType.class);
    private boolean showing;

    CopyFieldsForm(Runnable changed) {
        this.changed = changed;
        setSummaryText(getTranslation("catalogue.import.fields"));
        Div grid = new Div(name, tag, barcode, shelfMark, branch, copyType);
        grid.addClassName("form-grid");
        Arrays.stream(MaterialType.values()).filter(type -> type != MaterialType.OTHER).forEach(type -> {
            types.put(type, list("types", type));
            prefixes.put(type, list("prefixes", type));
            grid.add(types.get(type), prefixes.get(type));
        });
        add(new Paragraph(getTranslation("catalogue.import.fields.text")), grid);
    }

    private TextField field(String key, String pattern, int longest) {
        TextField field = new TextField(getTranslation("catalogue.import.field." + key));
        field.setPattern(pattern);
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> changed(change.isFromClient()));
        return field;
    }

    private TextField list(String key, MaterialType type) {
        TextField field = new TextField(getTranslation("catalogue.import.field." + key,
                getTranslation("catalogue.material." + type)));
        field.setMaxLength(500);
        field.addValueChangeListener(change -> changed(change.isFromClient()));
        return field;
    }

    private void changed(boolean byThePerson) {
        if (byThePerson && !showing) {
            changed.run();
        }
    }

    void show(CopyMappingProfile profile) {
        showing = true;
        name.setValue(profile.name());
        tag.setValue(profile.copyTag());
        barcode.setValue(profile.barcodeCodes());
        shelfMark.setValue(profile.shelfMarkCodes());
        branch.setValue(profile.branchCodes());
        copyType.setValue(profile.copyTypeCodes());
        types.forEach((type, field) -> field.setValue(words(profile.copyTypes(), type)));
        prefixes.forEach((type, field) -> field.setValue(words(profile.shelfMarkPrefixes(), type)));
        showing = false;
    }

    private static String words(Map<String, MaterialType> mapping, MaterialType type) {
        return mapping.entrySet().stream().filter(entry -> entry.getValue() == type).map(Map.Entry::getKey).sorted()
                .collect(Collectors.joining(", "));
    }

    /** Empty when a field is wrong, which is then said at that field. */
    Optional<CopyMappingProfile> profile() {
        boolean allRight = true;
        for (TextField field : new TextField[] {name, tag, barcode, shelfMark, branch, copyType}) {
            boolean right = field.getValue().matches(field.getPattern());
            field.setInvalid(!right);
            field.setErrorMessage(right ? null : getTranslation("catalogue.import.field.wrong"));
            allRight &= right;
        }
        if (!allRight) {
            setOpened(true);
            return Optional.empty();
        }
        return Optional.of(new CopyMappingProfile(name.getValue().strip(), tag.getValue(), barcode.getValue(),
                shelfMark.getValue(), branch.getValue(), copyType.getValue(), mapping(types), mapping(prefixes)));
    }

    private static Map<String, MaterialType> mapping(Map<MaterialType, TextField> fields) {
        Map<String, MaterialType> mapping = new HashMap<>();
        fields.forEach((type, field) -> Arrays.stream(field.getValue().split(",")).map(String::strip)
                .filter(word -> !word.isEmpty()).forEach(word -> mapping.put(word, type)));
        return mapping;
    }
}
