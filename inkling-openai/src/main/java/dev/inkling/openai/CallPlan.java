package dev.inkling.openai;

import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.OpenAiSettings;
import dev.inkling.openai.cost.Usage;
import java.util.Optional;

/** What one picture may take at most: calls are counted and priced without being made. Not thread-safe. */
public final class CallPlan {
    /** Longer than any prompt with the words of a file in it. */
    private static final int CHARS = 4000;

    private final OpenAiClient client;
    private int calls;
    private double dollars;
    private boolean known = true;

    public CallPlan(OpenAiClient client) {
        this.client = client;
    }

    /** A picture is described. */
    public void describe() {
        chat(1);
    }

    /** Words are chosen. */
    public void condense() {
        chat(0);
    }

    /** A picture is made, of words and perhaps another picture. */
    public void paint() {
        add(client.settings().imageModel(), client.mostOfImage(CHARS, 1));
    }

    /** A candidate is described and judged; painting is another matter. */
    public void tryCandidate() {
        chat(1);
        chat(2);
    }

    /** A picture is looked at and mended. */
    public void reflect(Reflection reflection) {
        for (int round = 0; round < reflection.rounds(); round++) {
            compare();
            paint();
        }
        if (reflection.keepsBest()) {
            compare();
        }
    }

    private void compare() {
        chat(1);
        chat(0);
    }

    private void chat(int pictures) {
        add(client.settings().visionModel(), client.mostOfChat(CHARS, pictures));
    }

    private void add(String model, Usage most) {
        OpenAiSettings settings = client.settings();
        Optional<Double> cost = settings.prices().cost(model, most);
        calls++;
        known &= cost.isPresent();
        dollars += cost.orElse(0.0);
    }

    public int calls() {
        return calls;
    }

    /** US dollars; empty when a price is not known. */
    public Optional<Double> dollars() {
        return known ? Optional.of(dollars) : Optional.empty();
    }
}
