package org.passerelle.platform.security.accounts;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.io.ClasspathResource;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passwords that would be guessed early, however long they are: those that many people choose, one usual word or name
 * with a year behind it, a row of keys, and what their owner is called. French ones are in {@code passwords/common-fr.txt}.
 */
@Component
class CommonPasswords {

    /** Of 0 to 4: below, a hundred million guesses are enough. */
    private static final int ENOUGH = 3;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Read when it is first needed: a start does not wait for the dictionaries. */
    private final Supplier<Zxcvbn> guesses = SingletonSupplier.of(CommonPasswords::guesses);

    /** @param owner the owner's names */
    boolean contain(String password, String... owner) {
        List<String> names = Arrays.stream(owner).map(CommonPasswords::plain).flatMap(BETWEEN_WORDS::splitAsStream)
                .filter(name -> !name.isEmpty()).toList();
        return guesses.get().measure(plain(password), names).getScore() < ENOUGH;
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
    }

    private static Zxcvbn guesses() {
        try {
            return new ZxcvbnBuilder().dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new DictionaryLoader("french", new ClasspathResource("/passwords/common-fr.txt")).load())
                    .keyboards(StandardKeyboards.loadAllKeyboards()).build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
