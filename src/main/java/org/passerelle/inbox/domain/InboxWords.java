package org.passerelle.inbox.domain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a search, and what is known of them: whether they stand somewhere as typed, and how common that is.
 *
 * @param typed in any order; a task holds each
 * @param typos those that no task holds as typed, so that what is like them is found; empty where some task holds all
 * @param many  whether so many tasks hold them that they are better looked through in the order of work
 */
public record InboxWords(List<String> typed, List<String> typos, boolean many) {

    public static final InboxWords NONE = new InboxWords(List.of(), List.of(), true);

    /** Beyond these nobody narrows a search. */
    private static final int MOST = 10;

    static List<String> of(InboxFilter filter) {
        return Stream.of(filter.words().trim().split("\\s+")).filter(word -> !word.isEmpty()).distinct().limit(MOST).toList();
    }

    /**
     * A word of one to three letters has too few neighbours of letters to tell a typo from another word. A long code is
     * read by a scanner or copied: its neighbours are other things.
     */
    private static final String ALIKE = """
            (t.search like app.search_pattern(:word%1$d) or length(app.search_form(:word%1$d)) > 3
              and (length(app.search_form(:word%1$d)) < 9 or app.search_form(:word%1$d) !~ '[0-9]')
              and app.search_form(:word%1$d) operator(public.<%%) t.search)""";

    /** The condition on {@code t}; a word typed is the parameter {@code word0} and so on. */
    String condition() {
        return IntStream.range(0, typed.size()).mapToObj(i -> typos.contains(typed.get(i)) ? ALIKE.formatted(i) : holds(i))
                .collect(Collectors.joining(" and "));
    }

    /** The same, as it is asked of rows that are read in the order of work: of most of them it is expected to be true. */
    String conditionInOrder() {
        return IntStream.range(0, typed.size())
                .mapToObj(i -> "strpos(t.search, trim(both '%' from app.search_pattern(:word" + i + "))) > 0").collect(Collectors.joining(" and "));
    }

    static String holds(int i) {
        return "t.search like app.search_pattern(:word" + i + ")";
    }
}
