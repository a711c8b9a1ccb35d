package org.passerelle.catalogue.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.SearchFilters;

/**
 * A search as the address bar holds it.
 *
 * @param page which page of what was found, from 1 on
 */
record Address(String query, SearchFilters filters, int page) {

    private static final int MOST_PAGES = 25;

    /** Whatever is wrong in the address is left out. */
    static Address of(QueryParameters parameters) {
        MaterialType material = parameters.getSingleParameter("material").flatMap(name ->
                Arrays.stream(MaterialType.values()).filter(type -> type.name().equals(name)).findFirst()).orElse(null);
        UUID branch = parameters.getSingleParameter("branch").flatMap(Address::id).orElse(null);
        boolean available = parameters.getSingleParameter("available").isPresent();
        int page = parameters.getSingleParameter("page").filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt).orElse(1);
        return new Address(parameters.getSingleParameter("q").orElse(""),
                new SearchFilters(material, branch, available), Math.clamp(page, 1, MOST_PAGES));
    }

    static Address of(String query) {
        return new Address(query, SearchFilters.NONE, 1);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    Address onPage(int other) {
        return new Address(query, filters, other);
    }

    boolean isLast() {
        return page == MOST_PAGES;
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!query.isBlank()) {
            parameters.put("q", List.of(query));
        }
        if (filters.material() != null) {
            parameters.put("material", List.of(filters.material().name()));
        }
        if (filters.branch() != null) {
            parameters.put("branch", List.of(filters.branch().toString()));
        }
        if (filters.availableOnly()) {
            parameters.put("available", List.of("1"));
        }
        if (page > 1) {
            parameters.put("page", List.of(String.valueOf(page)));
        }
        return new QueryParameters(parameters);
    }
}
