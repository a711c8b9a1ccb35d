package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrImageTest {

    private static final int SCALE = 8;

    @Test
    void whatIsDrawnIsReadBack() throws Exception {
        String svg = QrImage.svg("K7F-42");
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(size.find()).isTrue();
        int modules = Integer.parseInt(size.group(1));
        int[] pixels = new int[modules * SCALE * modules * SCALE];
        Arrays.fill(pixels, 0xffffff);
        Matcher dark = Pattern.compile("M(\\d+) (\\d+)h").matcher(svg);
        while (dark.find()) {
            blacken(pixels, modules, Integer.parseInt(dark.group(1)), Integer.parseInt(dark.group(2)));
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(modules * SCALE, modules * SCALE, pixels)));

        assertThat(new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true)).getText())
                .isEqualTo("K7F-42");
    }

    private static void blacken(int[] pixels, int modules, int x, int y) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            int from = row * modules * SCALE + x * SCALE;
            Arrays.fill(pixels, from, from + SCALE, 0);
        }
    }
}
