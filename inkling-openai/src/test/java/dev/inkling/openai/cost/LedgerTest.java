package dev.inkling.openai.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final PriceTable PRICES = PriceTable.shipped();
    /** 0.01 dollars of gpt-4o. */
    private static final Usage CENT = new Usage(0, 0, 1000, 0, 0);

    @TempDir
    private Path folder;

    @Test
    void aCallCostsItsTokensTimesThePrices() {
        assertThat(PRICES.cost("gpt-image-1", new Usage(1000, 2000, 0, 1056, 1)).orElseThrow())
                .isCloseTo(0.005 + 0.02 + 0.04224, within(1e-9));
        assertThat(PRICES.cost("gpt-4o-2024-08-06", CENT)).isEqualTo(PRICES.cost("gpt-4o", CENT));
        assertThat(PRICES.cost("dall-e-3", new Usage(0, 0, 0, 0, 2)).orElseThrow()).isCloseTo(0.16, within(1e-9));
        assertThat(PRICES.cost("unheard-of", CENT)).isEmpty();
        assertThat(PriceTable.free().cost("unheard-of", CENT)).hasValue(0.0);
        assertThat(PRICES.date()).isAfter("2026-01-01");
    }

    @Test
    void theLimitIsNotPassed() throws Exception {
        Ledger ledger = new Ledger("fake", PRICES, 0.025);
        for (int i = 0; i < 2; i++) {
            try (Ledger.Reservation reservation = ledger.reserve("gpt-4o", CENT)) {
                reservation.book(CENT);
            }
        }

        assertThatThrownBy(() -> ledger.reserve("gpt-4o", CENT))
                .isInstanceOf(CostLimitException.class)
                .hasMessageContaining("the next call may cost $0.0100, and $0.0200 of the allowed $0.0250 are spent");
        assertThat(ledger.bill().dollars()).isCloseTo(0.02, within(1e-9));
        assertThat(ledger.bill().line()).isEqualTo("2 calls (0 kept), 0 + 2000 tokens, $0.0200");
    }

    @Test
    void whatWasReservedAndNotUsedIsThereForOthers() throws Exception {
        Ledger ledger = new Ledger("fake", PRICES, 0.01);
        for (int i = 0; i < 5; i++) {
            ledger.reserve("gpt-4o", CENT).close();
        }

        assertThat(ledger.bill().calls()).isZero();
    }

    /** Each sets a cent aside and uses a tenth of it: all fit, when they wait for each other. */
    @Test
    void callsWaitWhileOthersHoldTheMoney() throws Exception {
        Ledger ledger = new Ledger("fake", PRICES, 0.02);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(threads.submit(() -> {
                try (Ledger.Reservation reservation = ledger.reserve("gpt-4o", CENT)) {
                    Thread.sleep(5);
                    reservation.book(new Usage(0, 0, 100, 0, 0));
                }
                return null;
            }));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        threads.shutdown();

        assertThat(ledger.bill().calls()).isEqualTo(10);
        assertThat(ledger.bill().dollars()).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void aLimitNeedsAPrice() {
        assertThatThrownBy(() -> new Ledger("fake", PRICES, 1.0).reserve("unheard-of", CENT))
                .isInstanceOf(CostLimitException.class)
                .hasMessageContaining("the price of unheard-of is not known");
    }

    @Test
    void withoutALimitUnknownPricesAreCounted() throws Exception {
        Ledger ledger = new Ledger("fake", PRICES, null);
        try (Ledger.Reservation reservation = ledger.reserve("unheard-of", CENT)) {
            reservation.book(CENT);
        }

        assertThat(ledger.bill().line()).endsWith("$0.0000 and 1 of unknown price");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{}", "{\"models\":{}}", "{\"date\":\"soon\",\"models\":{\"a\":{\"textIn\":1}}}",
        "{\"date\":\"2026-01-01\",\"models\":{\"a\":{\"textIn\":-1}}}", "[1"
    })
    void otherFilesAreNoTables(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.json"), content);

        assertThatThrownBy(() -> PriceTable.read(file)).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is not a table of prices");
    }
}
