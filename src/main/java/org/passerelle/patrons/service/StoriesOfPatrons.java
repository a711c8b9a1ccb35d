package org.passerelle.patrons.service;

import org.passerelle.platform.journal.PersonStories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StoriesOfPatrons {

    @Bean
    PersonStories storiesOfLetters() {
        return PatronLetters.STORIES;
    }
}
