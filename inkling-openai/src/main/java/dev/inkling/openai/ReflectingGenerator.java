package dev.inkling.openai;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.cost.CostLimitException;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.transport.RefusalException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the pictures of another generator and mends what differs most from the file's words, one thing at a time.
 * Thread-safe.
 *
 * @param generator  makes the first picture
 * @param editor     mends it
 * @param critic     says what differs
 * @param reflection how long to go on
 */
public record ReflectingGenerator(Generator generator, PictureEditor editor, Critic critic, Reflection reflection)
        implements Generator {
    @Override
    public boolean understands(Layer layer) {
        return generator.understands(layer);
    }

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        Generated first = generator.generate(layers, size);
        FileText meant = FileText.of(layers);
        List<String> notes = new ArrayList<>(first.notes());
        if (meant.isEmpty()) {
            notes.add("no reflection: the file has no words to compare the picture with");
            return new Generated(first.picture(), notes);
        }
        Run run = new Run(meant, first.picture(), notes);
        run.reflect();
        return new Generated(run.best, notes);
    }

    /** The pictures of one file. */
    private final class Run {
        private final FileText meant;
        private final List<String> notes;
        private Raster best;
        private int score;

        Run(FileText meant, Raster first, List<String> notes) {
            this.meant = meant;
            this.best = first;
            this.notes = notes;
        }

        /** A picture that is there is not lost because a better one cannot be had. */
        void reflect() throws ProviderException {
            try {
                if (reflection.keepsBest()) {
                    climb();
                } else {
                    goOn();
                }
            } catch (CostLimitException | RefusalException e) {
                notes.add("reflection ended early: " + e.getMessage());
            }
        }

        /** As published: a fixed number of changes, each taken over, for better or worse. */
        private void goOn() throws ProviderException {
            for (int round = 0; round < reflection.rounds(); round++) {
                Comparison comparison = critic.compare(meant, best);
                if (comparison.change().isEmpty()) {
                    notes.add("nothing left to mend after " + changes(round));
                    return;
                }
                best = editor.edit(best, meant, comparison.change());
            }
            notes.add(changes(reflection.rounds()) + " by reflection");
        }

        /** A change is taken over only when it scores better, and the first that does not is the last. */
        private void climb() throws ProviderException {
            Comparison comparison = critic.compare(meant, best);
            int first = comparison.score();
            score = first;
            int changes = 0;
            while (changes < reflection.rounds() && !comparison.change().isEmpty()) {
                Raster next = editor.edit(best, meant, comparison.change());
                comparison = critic.compare(meant, next);
                if (comparison.score() <= score) {
                    break;
                }
                best = next;
                score = comparison.score();
                changes++;
            }
            notes.add(changes(changes) + " by reflection, score " + first + " to " + score);
        }

        private static String changes(int count) {
            return count == 1 ? "1 change" : count + " changes";
        }
    }
}
