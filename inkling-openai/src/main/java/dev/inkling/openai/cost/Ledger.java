package dev.inkling.openai.cost;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books what calls cost and refuses those that could pass the limit: before a call its highest cost is set aside, and
 * afterwards the real one is booked. Thread-safe.
 */
public final class Ledger {
    private final String provider;
    private final PriceTable prices;
    private final @Nullable Double limit;
    private double spent;
    private double reserved;
    private int paid;
    private int kept;
    private int unpriced;
    private Usage usage = Usage.NONE;

    /**
     * @param provider name of the service, for messages
     * @param limit    most dollars to spend, at least 0; null for no limit
     */
    public Ledger(String provider, PriceTable prices, @Nullable Double limit) {
        if (limit != null && !(limit >= 0 && limit < 1e9)) {
            throw new IllegalArgumentException("the limit must be at least 0, found " + limit);
        }
        this.provider = provider;
        this.prices = prices;
        this.limit = limit;
    }

    /** Money set aside for a call; closing it without booking gives the money back. Not thread-safe. */
    public final class Reservation implements AutoCloseable {
        private final String model;
        private final double dollars;

        private Reservation(String model, double dollars) {
            this.model = model;
            this.dollars = dollars;
        }

        /** The call was made and used this much. */
        public void book(Usage used) {
            Ledger.this.book(model, used);
        }

        @Override
        public void close() {
            release(dollars);
        }
    }

    /**
     * Sets money aside, and waits while other calls hold so much of it that theirs may turn out to be too little.
     *
     * @param most what the call may use at most
     * @throws CostLimitException when the limit could be passed, or cannot be kept because the price is not known
     */
    public synchronized Reservation reserve(String model, Usage most) throws CostLimitException {
        Optional<Double> cost = prices.cost(model, most);
        if (limit == null) {
            return new Reservation(model, 0);
        }
        if (cost.isEmpty()) {
            throw new CostLimitException(provider, model);
        }
        double dollars = cost.get();
        boolean waiting = true;
        while (waiting && spent + dollars <= limit && spent + reserved + dollars > limit) {
            waiting = waited();
        }
        if (spent + reserved + dollars > limit) {
            throw new CostLimitException(provider, dollars, spent, limit);
        }
        reserved += dollars;
        return new Reservation(model, dollars);
    }

    /** Waits until another call is booked or given up; false when the thread was interrupted. */
    private synchronized boolean waited() {
        try {
            wait();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void release(double dollars) {
        reserved -= dollars;
        notifyAll();
    }

    private synchronized void book(String model, Usage used) {
        Optional<Double> cost = prices.cost(model, used);
        paid++;
        unpriced += cost.isEmpty() ? 1 : 0;
        spent += cost.orElse(0.0);
        usage = usage.plus(used);
    }

    /** An answer was there already. */
    public synchronized void kept() {
        kept++;
    }

    /** What has been booked so far. */
    public synchronized Bill bill() {
        return new Bill(paid, kept, unpriced, usage, spent);
    }
}
