package eu.bekaa.standard.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.bekaa.standard.knowledge.search.SharedWords.Passage;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void aPassageThatSaysMoreOfTheQuerySharesMore() {
        var shares = shares("backup restore tested", "Backups are restored and tested.", "Backups cost money today.");
        assertThat(shares.get(ONE)).isGreaterThan(shares.get(OTHER));
    }

    @Test
    void aWordThatEveryPassageSaysTellsLessThanARareOne() {
        var shares = shares("policy encryption", "The encryption of disks.", "The policy of disks.", "A policy, too.");
        assertThat(shares.get(ONE)).isGreaterThan(shares.get(OTHER));
    }

    @Test
    void aLongPassageHasToSayItMoreOften() {
        var shares = shares("backup", "Nightly backup.", "Nightly backup." + " Words about other things.".repeat(20));
        assertThat(shares.get(ONE)).isGreaterThan(shares.get(OTHER));
    }

    @Test
    void nothingSharedIsNothing() {
        assertThat(shares("the who and", "Backups.", "Restores.").values()).containsOnly(0.0);
        assertThat(shares("canteen", "Backups.", "").values()).containsOnly(0.0);
        assertThat(SharedWords.of(Words.of("canteen"), Map.of())).isEmpty();
    }

    @Test
    void theUsualShareLeavesAScoreAsItIs() {
        assertThat(CloseReading.weighed(0.6, 0.3)).isCloseTo(0.6, within(1e-9));
        assertThat(CloseReading.weighed(0.6, 0)).isBetween(0.5, 0.6);
        assertThat(CloseReading.weighed(0.6, 1)).isBetween(0.65, 0.75);
        assertThat(CloseReading.weighed(0, 1)).isZero();
        assertThat(CloseReading.weighed(1, 0)).isEqualTo(1);
    }

    private static Map<UUID, Double> shares(String query, String... passages) {
        var wanted = Words.of(query);
        var spoken = new HashMap<UUID, Passage>();
        for (int i = 0; i < passages.length; i++) {
            spoken.put(new UUID(0, i + 1), Passage.of(passages[i], wanted));
        }
        return SharedWords.of(wanted, spoken);
    }
}
