package org.passerelle.circulation;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ScannedCode;
import org.springframework.stereotype.Component;

/** Which copy somebody holds whose barcode they have scanned. One statement. */
@Component
public class ScannedCopies {

    private final CopyPlaces copies;

    ScannedCopies(CopyPlaces copies) {
        this.copies = copies;
    }

    /** Refused where no copy has that barcode, or more than one may. */
    public Outcome<CopyInfo> find(String read) {
        ScannedCode code = new ScannedCode(read);
        List<CopyInfo> meant = code.meant(copies.byBarcodeInAnyCase(code.variants()), CopyInfo::barcode);
        return switch (meant.size()) {
            case 0 -> Outcome.refused(CirculationRefusal.UNKNOWN_BARCODE, code.echo());
            case 1 -> Outcome.done(meant.getFirst());
            default -> Outcome.refused(CirculationRefusal.AMBIGUOUS_BARCODE, code.echo(),
                    meant.stream().map(CopyInfo::barcode).collect(Collectors.joining(", ")));
        };
    }
}
