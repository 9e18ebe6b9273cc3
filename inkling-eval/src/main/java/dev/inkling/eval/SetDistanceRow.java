package dev.inkling.eval;

import dev.inkling.eval.Trial.Outcome;
import dev.inkling.eval.metrics.SetDistances;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far the reconstructions of one codec at one budget are from their sources as sets of embeddings.
 *
 * @param embedder file and SHA-256 of the network that embeds
 * @param codec    name of the codec
 * @param maxBytes the budget
 * @param pictures how many pictures the sets have
 * @param frechet  the Fréchet distance; lower is closer
 * @param kernel   the kernel distance; lower is closer
 */
public record SetDistanceRow(
        String embedder, String codec, int maxBytes, int pictures, double frechet, double kernel) {

    /** One for each codec and budget at which no picture failed and there are two or more; none without an embedder. */
    public static List<SetDistanceRow> all(Plan plan, List<Outcome> outcomes, ResultFolder folder) throws IOException {
        List<SetDistanceRow> rows = new ArrayList<>();
        if (plan.embedder() == null || plan.pictures().size() < 2) {
            return rows;
        }
        Embeddings embeddings = new Embeddings(plan.embedder(), folder);
        for (Codec codec : plan.codecs()) {
            for (int maxBytes : plan.budgets()) {
                List<Outcome> cell = outcomes.stream()
                        .filter(one -> one.measurement().codec().equals(codec.name()))
                        .filter(one -> one.measurement().maxBytes() == maxBytes && one.measurement().bytes() > 0)
                        .toList();
                if (cell.size() == plan.pictures().size()) {
                    rows.add(of(plan, cell, embeddings));
                }
            }
        }
        return rows;
    }

    private static SetDistanceRow of(Plan plan, List<Outcome> cell, Embeddings embeddings) throws IOException {
        Map<String, SourcePicture> sources = plan.pictures().stream()
                .collect(Collectors.toMap(SourcePicture::name, Function.identity()));
        SetDistances distances = new SetDistances();
        for (Outcome outcome : cell) {
            SourcePicture source = sources.get(outcome.measurement().picture());
            distances.add(embeddings.read(embeddings.sourceKey(source)), embeddings.read(outcome.key()));
        }
        Measurement first = cell.get(0).measurement();
        return new SetDistanceRow(
                embeddings.embedder().model(), first.codec(), first.maxBytes(), cell.size(), distances.frechet(),
                distances.kernel());
    }
}
