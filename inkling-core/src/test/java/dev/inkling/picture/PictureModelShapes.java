package dev.inkling.picture;

import dev.inkling.entropy.MixingModel;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** The shapes of the models of the picture layer, for the format document. */
public final class PictureModelShapes {
    private PictureModelShapes() {}

    /**
     * The shape of one model.
     *
     * @param name     name of the decision
     * @param first    weight sets of the first mixer
     * @param second   weight sets of the second mixer
     * @param contexts number of values of each context
     */
    public record Shape(String name, int first, int second, List<Integer> contexts) {}

    /** The shapes in the order in which the trained state holds the models. */
    public static List<Shape> all() {
        PictureModels models = new PictureModels();
        List<Shape> shapes = new ArrayList<>();
        try {
            for (Field field : PictureModels.class.getDeclaredFields()) {
                if (field.getType() == MixingModel.class) {
                    shapes.add(shape(field.getName(), (MixingModel) field.get(models)));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the fields of a mixing model have other names now", e);
        }
        return shapes;
    }

    private static Shape shape(String name, MixingModel model) throws ReflectiveOperationException {
        int[] offsets = (int[]) value(model, "offsets");
        int total = ((char[]) value(model, "slow")).length;
        List<Integer> contexts = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            contexts.add((i + 1 < offsets.length ? offsets[i + 1] : total) - offsets[i]);
        }
        int sets = ((int[]) value(model, "weights")).length / (int) value(model, "inputs");
        int first = (int) value(model, "firstSets");
        return new Shape(name, first, sets - first, contexts);
    }

    private static Object value(MixingModel model, String field) throws ReflectiveOperationException {
        Field found = MixingModel.class.getDeclaredField(field);
        found.setAccessible(true);
        return found.get(model);
    }
}
