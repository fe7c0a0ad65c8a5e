package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The masking, held against what drivers and vendors really say. */
class MessagesTest {
    private static final List<Message> MESSAGES = Message.all();

    @Test
    void theTableHoldsBothSidesAndNamesItsSources() {
        assertThat(MESSAGES).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(MESSAGES).allSatisfy(message -> assertThat(message.source()).isNotBlank());
        assertThat(MESSAGES).filteredOn(Message::holdsSecrets).hasSizeGreaterThan(50);
        assertThat(MESSAGES).filteredOn(message -> !message.holdsSecrets()).hasSizeGreaterThan(50);
        assertThat(MESSAGES)
                .extracting(Message::vendor)
                .contains(
                        "PostgreSQL",
                        "MySQL",
                        "SQL Server",
                        "Oracle",
                        "Snowflake",
                        "Google",
                        "Redshift",
                        "Databricks",
                        "MongoDB",
                        "Elasticsearch",
                        "AWS",
                        "Azure",
                        "Kafka",
                        "SFTP",
                        "Salesforce",
                        "OAuth",
                        "Klaviyo",
                        "HubSpot",
                        "Stripe",
                        "Squared");
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void everySecretIsHiddenAndNothingElse(Message message) {
        assertThat(message.masked()).isEqualTo(message.expected());
    }

    @Test
    void noMessageShowsASecretAndNoneHidesAWord() {
        assertThat(MESSAGES)
                .filteredOn(message -> message.shows(message.masked()))
                .isEmpty();
        assertThat(MESSAGES)
                .filteredOn(message -> message.hides(message.masked()))
                .isEmpty();
    }
}
