package dev.inkling.openai.api;

import java.util.List;
import java.util.Locale;

/**
 * A ControlNet that holds a generated picture to another one.
 *
 * @param kind  what it goes by
 * @param model the server's name for it
 */
public record Control(Kind kind, String model) {
    /** What ControlNets go by. */
    public enum Kind {
        /** The content of each part of a picture. */
        TILE("tile_resample", "tile"),
        /** White lines on black: models for scribbles are the least particular about them. */
        LINES("none", "scribble", "softedge", "hed", "canny", "lineart");

        private final String module;
        private final List<String> names;

        Kind(String module, String... names) {
            this.module = module;
            this.names = List.of(names);
        }

        /** What the server is to make of the picture before. */
        String module() {
            return module;
        }

        /** Parts of the names of fitting models, the best first. */
        List<String> names() {
            return names;
        }
    }

    static boolean isNamed(String model, String name) {
        return model.toLowerCase(Locale.ROOT).contains(name);
    }
}
