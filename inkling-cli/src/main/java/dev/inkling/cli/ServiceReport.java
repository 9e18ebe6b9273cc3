package dev.inkling.cli;

import dev.inkling.openai.CallPlan;
import dev.inkling.openai.cost.Bill;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said about the calls that services were asked, or would be. */
final class ServiceReport {
    private ServiceReport() {}

    /** A line for people, with the line break before it; empty when no service was used. */
    static String text(@Nullable Bill bill) {
        return bill == null ? "" : "\n  services: " + bill.line();
    }

    /**
     * Writes the member {@code services} of an object that is open; nothing when no service was used.
     *
     * @param identity names the provider and its settings
     */
    static void writeTo(JsonWriter json, @Nullable Bill bill, String identity) {
        if (bill == null) {
            return;
        }
        json.name("services").beginObject();
        json.name("provider").value(identity);
        json.name("calls").value(bill.calls());
        json.name("kept").value(bill.kept());
        json.name("tokensIn").value(bill.usage().in());
        json.name("tokensOut").value(bill.usage().out());
        json.name("usd").value(bill.dollars());
        json.name("unpriced").value(bill.unpriced());
        json.endObject();
    }

    /** What a dry run says. */
    static String plan(CallPlan plan, int pictures, LocalDate prices, boolean asJson) {
        int calls = pictures * plan.calls();
        double dollars = pictures * plan.dollars().orElse(Double.NaN);
        if (asJson) {
            JsonWriter json = new JsonWriter().beginObject();
            json.name("pictures").value(pictures);
            json.name("mostCalls").value(calls);
            json.name("mostUsd").value(dollars);
            return json.endObject().toString();
        }
        String cost = plan.dollars().isEmpty()
                ? "of unknown price"
                : String.format(Locale.ROOT, "$%.4f at the prices of %s", dollars, prices);
        return "dry run: " + pictures + (pictures == 1 ? " picture, " : " pictures, ") + "at most " + calls
                + (calls == 1 ? " call, " : " calls, ") + "at most " + cost + "; nothing was asked or written";
    }
}
